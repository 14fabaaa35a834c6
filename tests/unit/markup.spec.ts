import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { attrs, escape } from '../../src/diagram/markup.ts';
import { parse, textOf } from './xml.ts';

test('escape(text) and attrs(values) give back what was said, and never more markup', () => {
  const said = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", ';', '#', '=', '/', 'a', '路', ' ') });
  fc.assert(
    fc.property(said, said, (title, text) => {
      const element = parse(`<a${attrs({ title })}>${escape(text)}</a>`);
      expect(element.attributes).toEqual({ title });
      expect(element.children.every((child) => typeof child === 'string')).toBe(true);
      expect(textOf(element)).toBe(text);
    }),
  );
});

test('attrs(values) leaves out what is undefined, null or false, and keeps zero and the empty text', () => {
  expect(attrs({ a: undefined, b: null, c: false, d: 0, e: '', f: true })).toBe(' d="0" e="" f');
});
