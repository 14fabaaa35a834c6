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
  /** The section that it is; words and interface strings are none. */
  readonly section?: Section;
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
    const sections = sectionsOf(body ?? '').map((section): Passage => ({
      file,
      language,
      at: section.id,
      key: `${home}#section ${section.id}`,
      text: `${section.title}\n${section.text}`,
      section,
      kind: 'prose',
    }));
    return [...words.filter(({ at }) => at !== STAMP || !file.endsWith('.mdx')), ...sections];
  });
}

/** The key in front matter that says which English words it renders. */
export const STAMP = 'of';

/** A file without its language, or nothing where it is another one's, or no text. */
function homeOf(file: string, language: string): string | undefined {
  const words = /^words\/([^/]+)\/(?!terms\.|style\.)(.+)$/.exec(file);
  if (words?.[1] === language) return `words/${words[2] ?? ''}`;
  if (file === `interface/${language}.json`) return 'interface';
  return file.endsWith(`/${language}.mdx`) ? file.slice(0, -`/${language}.mdx`.length) : undefined;
}

/** The texts at any depth of some data, with their places. */
export function stringsIn(data: unknown, at = ''): { at: string; text: string }[] {
  if (typeof data === 'string') return [{ at, text: data }];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, item]) => stringsIn(item, at === '' ? key : `${at}.${key}`));
}
