import { expect, test } from '@playwright/test';
import { LANGUAGES, languages } from '../../src/i18n/languages.ts';
import { catalogue, strings, type Key } from '../../src/i18n/strings.ts';
import { translator, type Strings } from '../../src/i18n/translator.ts';

/** Every key of a catalogue; the forms of a plural are one key. */
function keys(all: Strings, prefix = ''): string[] {
  const found = Object.entries(all).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${prefix}${name}`] : keys(value, `${prefix}${name}.`),
  );
  return [...new Set(found.map((key) => key.replace(/_(one|many|other)$/, '')))];
}

/** A slot for every name that the strings of a key use, in any of its forms. */
function slotsOf(all: Strings, key: string, count: number): Record<string, string | number> {
  const parts = key.split('.');
  const last = parts.pop() ?? '';
  const group = parts.reduce<Strings>((at, part) => at[part] as Strings, all);
  const forms = Object.entries(group).filter(([name]) => name.replace(/_(one|many|other)$/, '') === last);
  const names = forms.flatMap(([, text]) =>
    typeof text === 'string' ? [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!) : [],
  );
  return Object.fromEntries(names.map((name) => [name, name === 'count' ? count : `<${name}>`]));
}

for (const language of languages)
  test(`${language}: the browser says every string as the page does`, () => {
    const all = catalogue(language);
    const t = strings(language);
    const light = translator(LANGUAGES[language].tag, all);
    for (const key of keys(all))
      for (const count of [0, 1, 2, 1_000_000]) {
        const slots = slotsOf(all, key, count);
        expect(light(key as Key, slots), key).toBe(t(key as Key, slots));
      }
  });

test('translator(tag, strings) lets a missing key stand for itself', () => {
  expect(translator('en', {})('nav.map')).toBe('nav.map');
});
