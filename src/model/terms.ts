import type { z } from 'zod';
import { guess, type Desk } from './desk.ts';
import { withoutComments } from './markup.ts';
import type { Passage, Passages } from './passages.ts';
import * as shape from './schema.ts';

export type Terms = z.infer<typeof shape.terms>;
export type Never = z.infer<typeof shape.style>[number];

/** Notes words that a language must not use, and terms that it lacks. */
export function checkTerms(desk: Desk, passages: Passages): void {
  let expected: readonly string[] | undefined;
  for (const [language, said] of passages) {
    const file = `words/${language}/terms.yaml`;
    const terms = desk.read(file, shape.terms);
    const style = desk.read(`words/${language}/style.yaml`, shape.style) ?? [];
    if (terms !== undefined && expected !== undefined) checkIds(desk, file, Object.keys(terms), expected);
    expected ??= Object.keys(terms ?? {});
    const rules = [...Object.values(terms ?? {}).flatMap(({ never }) => never ?? []), ...style].map(ruleOf);
    for (const rule of rules)
      if (breaches(textOf(rule.example), rule).length === 0)
        desk.note(file, rule.pattern.source, 'SHAPE', `the pattern does not find its own example “${rule.example}”.`);
    for (const passage of said) {
      const text = textOf(passage.text);
      for (const rule of rules) for (const found of breaches(text, rule)) note(desk, passage, found, rule);
    }
  }
}

function checkIds(desk: Desk, file: string, own: readonly string[], expected: readonly string[]): void {
  for (const id of expected)
    if (!own.includes(id)) desk.note(file, id, 'MISSING_WORDS', 'no term. Every language has one.');
  for (const id of own)
    if (!expected.includes(id)) desk.note(file, id, 'SURPLUS_WORDS', `no such term in English.${guess(id, expected)}`);
}

function note(desk: Desk, { file, at }: Passage, found: string, { why }: Rule): void {
  desk.note(file, at, 'FORBIDDEN_TERM', `“${found}”: ${why}.`);
}

/** What must not be written, ready to be looked for. */
interface Rule {
  readonly pattern: RegExp;
  readonly why: string;
  readonly example: string;
  readonly everywhere: boolean;
  readonly where: readonly RegExp[];
}

/** A text as it was typed and as it is read. */
interface Text {
  readonly typed: string;
  readonly read: string;
}

function ruleOf({ pattern, why, example, everywhere, where = [] }: Never): Rule {
  return {
    pattern: new RegExp(pattern, 'gimu'),
    why,
    example,
    everywhere: everywhere === true,
    where: where.map((one) => new RegExp(one, 'u')),
  };
}

function textOf(typed: string): Text {
  return { typed, read: prose(typed) };
}

/** Every place of a text that breaks a rule, with some text around it. */
function breaches({ typed, read }: Text, { pattern, everywhere, where }: Rule): string[] {
  if (where.length > 0)
    return typed
      .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )/)
      .filter((paragraph) => where.every((one) => one.test(paragraph)))
      .flatMap((paragraph) => around(prose(paragraph), pattern));
  return around(everywhere ? typed : read, pattern);
}

function around(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: hit }) =>
    text
      .slice(Math.max(0, index - 20), index + hit.length + 20)
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/**
 * A text without its code, addresses and tags. Where code or a fact stood there is a `0`, so that the spaces around it
 * still show; of a section only its title is left.
 */
export function prose(text: string): string {
  return withoutComments(text)
    .replace(/^```[^]*?^```$/gm, '')
    .replace(/`[^`\n]*`/g, '0')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/<(?:Port|Default|Weakness|Fixed)\b[^>]*>/g, '0')
    .replace(/<[A-Za-z][^>]*?title="([^"]*)"[^>]*>/g, '$1')
    .replace(/<\/?[A-Za-z][^>]*>/g, '')
    .replace(/[[\]]/g, '');
}
