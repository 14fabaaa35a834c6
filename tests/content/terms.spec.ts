import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { prose, textsOf, type Piece } from './prose.ts';
import { EVERY_NAMESPACE, FORBIDDEN } from './terms.ts';

/** Every occurrence of a pattern, with some text around it. */
function found(pieces: readonly Piece[], pattern: string): string[] {
  return pieces.flatMap(({ file, text }) =>
    Array.from(text.matchAll(new RegExp(pattern, 'gimu')), ({ index, 0: hit }) => {
      const around = text.slice(Math.max(0, index - 30), index + hit.length + 30);
      return `${file}: …${around.replaceAll('\n', ' ')}…`;
    }),
  );
}

/** The sentences of some texts that speak of the Service named kubernetes. */
function onTheService(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap(({ file, text }) =>
    text
      .split(/(?<=[.!?] |[。！？\n])/)
      .map((sentence) => ({ file, text: sentence.replaceAll('`', '') }))
      .filter((sentence) => /\bkubernetes\b/.test(sentence.text) && /Service|服务/.test(sentence.text)),
  );
}

for (const language of languages) {
  const whole = textsOf(language);
  const read = whole.map(({ file, text }) => ({ file, text: prose(text) }));

  test(`${language} has texts of every kind to look at`, () => {
    const kinds = new Set(whole.map(({ file }) => file.split('/')[0]));
    expect([...kinds]).toEqual(expect.arrayContaining(['interface', 'paths', 'words']));
  });

  for (const { pattern, why, everywhere } of FORBIDDEN.filter((entry) => entry.languages.includes(language)))
    test(`${language}: ${why}`, () => {
      expect(found(everywhere ? whole : read, pattern)).toEqual([]);
    });

  test(`${language} never says that the Service kubernetes is in every namespace`, () => {
    const { pattern, example } = EVERY_NAMESPACE[language];
    expect(found(onTheService([{ file: 'example', text: example }]), pattern)).toHaveLength(1);
    expect(found(onTheService(whole), pattern)).toEqual([]);
  });

  test(`${language} says the number where it counts one`, () => {
    const json = readFileSync(`content/interface/${language}.json`, 'utf8');
    expect(json.match(/"\w+_one":\s*"(?![^"]*\{\{count)[^"]*"/g) ?? []).toEqual([]);
  });
}

for (const { pattern, why, example } of FORBIDDEN)
  test(`the pattern that says “${why}” finds its example`, () => {
    expect(found([{ file: 'example', text: prose(example) }], pattern)).not.toEqual([]);
  });

test('prose(text) leaves out code, addresses and tags, and keeps what is read', () => {
  const text = 'Set `--v`, see [the **map**](#map).\n```sh\nkubectl\n```\n<Section id="a" title="Why">\nx</Section>';
  expect(prose(text)).toBe('Set 0, see the **map**.\n\nWhy\nx');
});
