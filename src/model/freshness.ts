import type { Desk } from './desk.ts';
import { fingerprint } from './fingerprint.ts';
import type { Passage, Passages } from './passages.ts';

/** Whether a section of a translation still renders the English one. */
export interface Freshness {
  readonly language: string;
  /** The folder of the page, such as `paths/konnectivity`. */
  readonly page: string;
  /** The id of the section, or `front-matter` for what stands above the sections. */
  readonly section: string;
  /** The section's own title; empty for the front matter. */
  readonly title: string;
  /** What the stamp says, and what it would say if the section were brought up to date now. */
  readonly of: string | undefined;
  readonly current: string;
}

export const FRONT_MATTER = 'front-matter';

/** Whether the English words have moved on since a section was written. */
export function isStale({ of, current }: Freshness): boolean {
  return of !== current;
}

/** Every section of every translation, with what it was made from. */
export function freshnessOf(passages: Passages): Freshness[] {
  const [original, ...translations] = [...passages].map(([language, said]) => ({ language, pages: pagesOf(said) }));
  const current = new Map(
    [...(original?.pages ?? [])].map(([page, sections]) => [
      page,
      new Map([...sections].map(([section, { text }]) => [section, fingerprint(text)])),
    ]),
  );
  return translations.flatMap(({ language, pages }) =>
    [...current].flatMap(([page, sections]) =>
      [...sections].flatMap(([section, now]): Freshness[] => {
        const own = pages.get(page)?.get(section);
        return own === undefined ? [] : [{ language, page, section, title: own.title, of: own.of, current: now }];
      }),
    ),
  );
}

/** Notes sections that a translation lacks or has too many, and those that do not say what they were made from. */
export function checkSections(desk: Desk, passages: Passages, freshness: readonly Freshness[]): void {
  const [original, ...translations] = [...passages].map(([language, said]) => ({ language, pages: pagesOf(said) }));
  const home = `${original?.language ?? ''}.mdx`;
  for (const { language, pages } of translations)
    for (const [page, sections] of pages) {
      const expected = original?.pages.get(page);
      const file = `${page}/${language}.mdx`;
      // Without the English page there is nothing to compare with, and its absence is a problem of its own.
      if (expected === undefined) continue;
      for (const id of expected.keys())
        if (!sections.has(id)) desk.note(file, id, 'MISSING_SECTION', `no section, while ${home} has one.`);
      for (const id of sections.keys())
        if (!expected.has(id)) desk.note(file, id, 'MISSING_SECTION', `${home} has no such section.`);
    }
  checkTitles(desk, passages);
  for (const { language, page, section, of } of freshness)
    if (of === undefined)
      desk.note(
        `${page}/${language}.mdx`,
        section,
        'MISSING_STAMP',
        `not stamped. Hold it against ${home}, then: npm run l10n -- done ${language} ${page.replace(/^\w+\//, '')} ${section}`,
      );
}

/** Notes sections without a heading; one that English lacks is noted as such. */
function checkTitles(desk: Desk, passages: Passages): void {
  const [originals = []] = passages.values();
  const keys = new Set(originals.map(({ key }) => key));
  for (const { file, at, key, title } of [...passages.values()].flat())
    if (title === '' && keys.has(key))
      desk.note(file, at, 'MISSING_WORDS', 'no title, and none under "section" in the interface strings.');
}

interface Source {
  text: string;
  readonly title: string;
  readonly of: string | undefined;
}

/** The sections of the pages of a language, what stands above them as the first one of each. */
function pagesOf(said: readonly Passage[]): Map<string, Map<string, Source>> {
  const pages = new Map<string, Map<string, Source>>();
  for (const { file, at, text, section, title = '', stamp } of said) {
    if (!file.endsWith('.mdx')) continue;
    const page = file.slice(0, file.lastIndexOf('/'));
    const sections = pages.get(page) ?? new Map<string, Source>();
    pages.set(page, sections);
    const front = sections.get(FRONT_MATTER);
    if (section !== undefined) sections.set(section.id, { text, title, of: section.of });
    else if (front === undefined) sections.set(FRONT_MATTER, { text: `${at}: ${text}`, title: '', of: stamp });
    else front.text += `\n${at}: ${text}`;
  }
  return pages;
}
