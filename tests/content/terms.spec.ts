import { expect, test } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { prose, textsOf, type Piece } from './prose.ts';
import { EVERYWHERE, FORBIDDEN } from './terms.ts';

/** Every occurrence of a pattern, with some text around it. */
function found(pieces: readonly Piece[], pattern: string, except: readonly string[] = []): string[] {
  return pieces.flatMap(({ file, text }) =>
    [...text.matchAll(new RegExp(pattern, 'gimu'))].flatMap(({ index, 0: hit }) => {
      const around = text.slice(Math.max(0, index - 30), index + hit.length + 30).replaceAll('\n', ' ');
      return except.some((allowed) => around.includes(allowed)) ? [] : [`${file}: …${around}…`];
    }),
  );
}

for (const language of languages) {
  const whole = textsOf(language);
  const read = whole.map(({ file, text }) => ({ file, text: prose(text) }));

  test(`${language} has texts to look at`, () => {
    expect(read.map(({ file }) => file)).toContain(`interface/${language}.json`);
    expect(read.length).toBeGreaterThan(14);
  });

  for (const { pattern, why, within, except } of FORBIDDEN.filter((entry) => entry.languages.includes(language)))
    test(`${language}: ${why}`, () => {
      expect(found(within === 'everything' ? whole : read, pattern, except)).toEqual([]);
    });

  test(`${language} never puts the kubernetes Service into more than one namespace`, () => {
    const sentences = whole.flatMap(({ file, text }) =>
      text.split(/(?<=[.!?] |[。！？\n])/).map((sentence) => ({ file, text: sentence.replaceAll('`', '') })),
    );
    const about = sentences.filter(({ text }) => /\bkubernetes\b/.test(text) && /Service|服务/.test(text));
    expect(found(about, EVERYWHERE[language])).toEqual([]);
  });

  test(`${language} counts where it says one`, () => {
    const json = whole.filter(({ file }) => file === `interface/${language}.json`);
    expect(json).toHaveLength(1);
  });
}

test('prose(text) leaves out code, addresses and tags, and keeps what is read', () => {
  expect(prose('Set `--v`, see [the **map**](#map).\n```sh\nkubectl\n```\n<Section id="a" title="Why">\nx</Section>')).toBe(
    'Set 0, see the **map**.\n\nWhy\nx',
  );
});
