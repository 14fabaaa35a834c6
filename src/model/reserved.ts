import type { z } from 'zod';
import { guess, type Desk } from './desk.ts';
import { textsUnder, type Passage, type Passages } from './passages.ts';
import * as shape from './schema.ts';
import { prose } from './terms.ts';

type Reserved = z.infer<typeof shape.reserved>;

/** The words that the prose of a language leaves to the facts. */
export interface Words {
  /** How it says "default". */
  readonly default: RegExp;
  /** The words of verdicts, with their inflected forms. */
  readonly verdicts: ReadonlyMap<string, string>;
  readonly allowed: readonly string[];
}

/** The reserved words of each language. */
export function reservedOf(desk: Desk, languages: readonly string[]): Map<string, Words> {
  return new Map(
    languages.flatMap((language): [string, Words][] => {
      const file = `words/${language}/reserved.yaml`;
      const said = desk.read(file, shape.reserved);
      if (said === undefined) return [];
      const terms = textsUnder(desk.data(`interface/${language}.json`), 'verdict');
      for (const id of Object.keys(said.verdicts ?? {}))
        if (!(id in terms))
          desk.note(file, `verdicts.${id}`, 'UNKNOWN_ID', `no such verdict.${guess(id, Object.keys(terms))}`);
      return [[language, wordsOf(said, terms)]];
    }),
  );
}

function wordsOf(said: Reserved, terms: Readonly<Record<string, string>>): Words {
  const forms = Object.entries(terms).flatMap(([id, term]) =>
    [term, ...(said.verdicts?.[id] ?? [])].map((form) => [form, id]),
  );
  return {
    default: new RegExp(said.default.map(beginning).join('|'), 'iu'),
    verdicts: new Map(forms.map(([form = '', id = '']) => [form.toLowerCase(), id])),
    allowed: said.allowed?.map(({ text }) => text) ?? [],
  };
}

/** Notes the words of verdicts that prose types, and allowances that nothing needs any more. */
export function checkReserved(desk: Desk, passages: Passages, reserved: ReadonlyMap<string, Words>): void {
  for (const [language, words] of reserved) {
    const unused = new Set(words.allowed);
    for (const passage of passages.get(language) ?? []) {
      if (passage.section === undefined) continue;
      for (const text of words.allowed) if (passage.text.includes(text)) unused.delete(text);
      for (const [said, id] of verdictsIn(typedIn(passage), words))
        desk.note(
          passage.file,
          passage.at,
          'TYPED_FACT',
          `“${said}” is the word of a verdict, typed by hand. Write <Verdict is="${id}" />, or another word where it is no verdict.`,
        );
    }
    for (const text of unused)
      desk.note(
        `words/${language}/reserved.yaml`,
        'allowed',
        'SURPLUS_WORDS',
        `no text says “${text}” any more. Remove it.`,
      );
  }
}

/** What a writer typed of a section; the heading that all pages share is an interface string. */
function typedIn({ section }: Passage): string {
  return section === undefined ? '' : `${section.title}\n${section.text}`;
}

/** The words of verdicts in a text, each with the verdict that it stands for. */
export function verdictsIn(text: string, { verdicts, allowed }: Words): Map<string, string> {
  const left = allowed.reduce((rest, one) => rest.replaceAll(one, ' '), prose(text));
  const forms = [...verdicts.keys()].sort((a, b) => b.length - a.length).map(word);
  const pattern = new RegExp(forms.join('|'), 'giu');
  const found = Array.from(left.matchAll(pattern), ([said]) => said.replace(/\s+/g, ' '));
  return new Map(found.map((said) => [said, verdicts.get(said.toLowerCase()) ?? '']));
}

/** A word on its own; Chinese has no spaces to tell. */
function word(form: string): string {
  return /\p{Script=Han}/u.test(form) ? quoted(form) : `${beginning(form)}(?![\\p{L}\\p{N}-])`;
}

/** A word or more that begin so. */
function beginning(form: string): string {
  return /\p{Script=Han}/u.test(form) ? quoted(form) : `(?<![\\p{L}\\p{N}-])${quoted(form)}`;
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s+');
}
