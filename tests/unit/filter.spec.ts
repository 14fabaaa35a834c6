import { expect, test } from '@playwright/test';
import { covers, fits, fold, type Findable } from '../../src/client/filter.ts';

const entry: Findable = {
  tokens: { path: 'apiserver-to-kubelet apiserver-to-node', severity: 'high', release: '10-17 30-37' },
  text: fold('El kubelet acepta peticiones anónimas --anonymous-auth'),
};

test('covers(list, value) finds a value among several, and not a part of one', () => {
  expect(covers('apiserver-to-kubelet apiserver-to-node', 'apiserver-to-node')).toBe(true);
  expect(covers('apiserver-to-kubelet', 'kubelet')).toBe(false);
  expect(covers('', 'kubelet')).toBe(false);
});

test('covers(list, release) counts both ends of each stretch', () => {
  for (const release of ['1.10', '1.17', '1.30', '1.37']) expect(covers('10-17 30-37', release), release).toBe(true);
  for (const release of ['1.9', '1.18', '1.29', '1.38']) expect(covers('10-17 30-37', release), release).toBe(false);
});

test('fits(entry, wanted) asks for every choice and every word, with or without accents', () => {
  const choices = { path: 'apiserver-to-node', severity: '', release: '1.31' };
  expect(fits(entry, { choices, words: '' })).toBe(true);
  expect(fits(entry, { choices, words: ' ANONIMAS  kubelet ' })).toBe(true);
  expect(fits(entry, { choices, words: 'anónimas --anonymous-auth' })).toBe(true);
  expect(fits(entry, { choices, words: 'kubelet etcd' })).toBe(false);
  expect(fits(entry, { choices: { ...choices, release: '1.20' }, words: '' })).toBe(false);
  expect(fits(entry, { choices: { ...choices, component: 'kubelet' }, words: '' })).toBe(false);
});
