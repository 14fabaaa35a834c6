import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { segmentOf } from '../../src/embed/language.ts';
import { command, h5p, heights, ours, told } from '../../src/embed/messages.ts';

test('command(data) reads what a host may ask', () => {
  expect(command(ours({ type: 'next' }))).toEqual({ type: 'next' });
  expect(command(ours({ type: 'goTo', step: 3, id: 'a' }))).toEqual({ type: 'goTo', step: 3, id: 'a' });
  expect(command(ours({ type: 'set', query: 'path=x' }))).toEqual({ type: 'set', query: 'path=x' });
  expect(command('slide:start')).toEqual({ type: 'start' });
  expect(command('slide:stop')).toEqual({ type: 'reset' });
});

test('command(data) is nothing for any other shape, and never throws', () => {
  for (const data of [
    { kubepaths: 1, type: 'goTo' },
    { kubepaths: 1, type: 'goTo', step: 1.5 },
    { kubepaths: 2, type: 'next' },
  ])
    expect(command(data)).toBeNull();
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(command(data)).toBeNull();
      expect(told(data)).toBeNull();
      expect(h5p(data)).toBeNull();
    }),
  );
});

test('heights(height, h5p) speaks the form of H5P only to a host that knows it', () => {
  expect(heights(10, false)).toHaveLength(3);
  expect(heights(10, true)).toContainEqual(
    expect.objectContaining({ context: 'h5p', action: 'resize', scrollHeight: 10 }),
  );
});

test('segmentOf(tag) finds the language that a tag asks for', () => {
  expect(['zh-Hans', 'zh_TW', 'pt-BR', 'PT', 'es-419', 'it', '', 'de', 'xx-es'].map(segmentOf)).toEqual([
    'zh',
    'zh',
    'pt',
    'pt',
    'es',
    'it',
    'en',
    'en',
    'en',
  ]);
});
