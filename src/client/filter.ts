/** What a visitor wants to see: a value for each choice, and words that an entry has to contain. */
export interface Wanted {
  readonly choices: Readonly<Record<string, string>>;
  readonly words: string;
}

/** What an entry is found by: lists of values for each choice, and its text, folded. */
export interface Findable {
  readonly tokens: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** Whether an entry is among what is wanted. A choice without a value narrows nothing. */
export function fits(entry: Findable, { choices, words }: Wanted): boolean {
  return (
    Object.entries(choices).every(([name, value]) => value === '' || covers(entry.tokens[name] ?? '', value)) &&
    fold(words)
      .split(/\s+/)
      .every((word) => entry.text.includes(word))
  );
}

/** Whether a list holds a value, or a stretch of releases that includes it. @example covers('12-17 30-37', '1.31') → true */
export function covers(list: string, value: string): boolean {
  const minor = /^1\.(\d+)$/.exec(value)?.[1];
  return list.split(' ').some((one) => {
    const [, from, until] = /^(\d+)-(\d+)$/.exec(one) ?? [];
    if (from === undefined || minor === undefined) return one === value;
    return Number(from) <= Number(minor) && Number(minor) <= Number(until);
  });
}

/** A text without case and accents, as people type it. @example fold('Versão') → 'versao' */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
