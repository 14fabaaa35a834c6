import type { Desk } from './desk.ts';

/** Notes what the interface strings of a language lack, have too many, or fill with other slots than the first one's. */
export function checkInterface(desk: Desk, languages: readonly string[]): void {
  const [first = 'en'] = languages;
  const expected = flatten(desk.data(fileOf(first)));
  const original = (key: string): string => expected[key] ?? expected[key.replace(/_\w+$/, '_other')] ?? '';
  for (const language of languages) {
    const file = fileOf(language);
    if (!desk.has(file)) {
      desk.note(file, '', 'MISSING_LANGUAGE', `missing. Start from ${first}.json.`);
      continue;
    }
    const said = flatten(desk.data(file));
    const keys = keysIn(language, Object.keys(expected));
    for (const key of keys)
      if (!(key in said)) desk.note(file, key, 'MISSING_WORDS', `no text. ${first}.json says: ${original(key)}`);
    for (const [key, text] of Object.entries(said)) {
      if (!keys.has(key)) desk.note(file, key, 'SURPLUS_WORDS', `${first}.json has no such key.`);
      else if (slots(text) !== slots(original(key)))
        desk.note(file, key, 'SURPLUS_WORDS', `the slots differ from ${first}.json: ${slots(original(key))}.`);
    }
  }
}

function fileOf(language: string): string {
  return `interface/${language}.json`;
}

/** The keys that a language needs: a counted one once for each of its plural categories. */
function keysIn(language: string, keys: readonly string[]): Set<string> {
  // Brazilian Portuguese counts otherwise than European.
  const { pluralCategories } = new Intl.PluralRules(language === 'pt' ? 'pt-BR' : language).resolvedOptions();
  return new Set(
    keys.flatMap((key) => {
      const counted = /^(.*)_(?:one|other|many)$/.exec(key)?.[1];
      return counted === undefined ? [key] : pluralCategories.map((category) => `${counted}_${category}`);
    }),
  );
}

/** Nested strings as dotted keys. */
function flatten(data: unknown, prefix = ''): Record<string, string> {
  if (typeof data === 'string') return { [prefix]: data };
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, item]) =>
      Object.entries(flatten(item, prefix === '' ? key : `${prefix}.${key}`)),
    ),
  );
}

/** The named slots of a text, sorted. @example slots('{{a}} of {{b}}') → 'a, b' */
function slots(text: string): string {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name))].sort().join(', ');
}
