import type { Desk } from './desk.ts';
import { sectionsOf, type Section } from './markup.ts';

/** A piece of text in one language, and the key that it has in all of them. */
export interface Passage {
  readonly file: string;
  readonly language: string;
  /** Where it stands in its file, such as `verdicts.open`, or the id of a section. */
  readonly at: string;
  /** The same in every language. */
  readonly key: string;
  readonly text: string;
  /** The section that it is, as it was typed; words and interface strings are none. */
  readonly section?: Section;
  /** The heading of that section: its own, or the one that all pages share. */
  readonly title?: string;
  /** The stamp of the front matter that it is part of. */
  readonly stamp?: string | undefined;
  readonly kind: 'prose' | 'words' | 'interface';
}

/** What is said in each language; the first one is the original of the others. */
export type Passages = ReadonlyMap<string, readonly Passage[]>;

/** Everything that is said in some languages. */
export function passagesIn(desk: Desk, languages: readonly string[]): Passages {
  return new Map(languages.map((language) => [language, passagesOf(desk, language)]));
}

/** Everything that is said in a language: pages with their front matter, the words of the facts, the interface. */
function passagesOf(desk: Desk, language: string): Passage[] {
  const headings = textsUnder(desk.data(`interface/${language}.json`), 'section');
  return desk.files.flatMap(({ file, data, body }): Passage[] => {
    const home = homeOf(file, language);
    if (home === undefined) return [];
    const kind = file.startsWith('interface/') ? 'interface' : 'words';
    const strings = stringsIn(data);
    const stamp = file.endsWith('.mdx') ? strings.find(({ at }) => at === STAMP)?.text : undefined;
    const words = strings.map(({ at, text }): Passage => ({
      file,
      language,
      at,
      key: `${home}#${kind === 'interface' ? at.replace(/_(?:one|many|other)$/, '_other') : at}`,
      text,
      stamp,
      kind,
    }));
    const sections = sectionsOf(body ?? '').map((section): Passage => {
      const title = section.title === '' ? (headings[section.id] ?? '') : section.title;
      return {
        file,
        language,
        at: section.id,
        key: `${home}#section ${section.id}`,
        text: `${title}\n${section.text}`,
        section,
        title,
        kind: 'prose',
      };
    });
    return [...words.filter(({ at }) => at !== STAMP || !file.endsWith('.mdx')), ...sections];
  });
}

/** The key in front matter that says which English words it renders. */
export const STAMP = 'of';

/** A file without its language, or nothing where it is another one's, or no text. */
function homeOf(file: string, language: string): string | undefined {
  const words = /^words\/([^/]+)\/(?!terms\.|style\.|reserved\.)(.+)$/.exec(file);
  if (words?.[1] === language) return `words/${words[2] ?? ''}`;
  if (file === `interface/${language}.json`) return 'interface';
  if (file.startsWith('tours/') && file.endsWith(`/${language}.yaml`))
    return file.slice(0, -`/${language}.yaml`.length);
  return file.endsWith(`/${language}.mdx`) ? file.slice(0, -`/${language}.mdx`.length) : undefined;
}

/** The texts that some data holds under a key, by their own keys. */
export function textsUnder(data: unknown, key: string): Readonly<Record<string, string>> {
  const texts = stringsIn(data).filter(({ at }) => at.startsWith(`${key}.`));
  return Object.fromEntries(texts.map(({ at, text }) => [at.slice(key.length + 1), text]));
}

/** The texts at any depth of some data, with their places. */
export function stringsIn(data: unknown, at = ''): { at: string; text: string }[] {
  if (typeof data === 'string') return [{ at, text: data }];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, item]) => stringsIn(item, at === '' ? key : `${at}.${key}`));
}
