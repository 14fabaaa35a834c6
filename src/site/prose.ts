import { Fragment, jsx } from 'astro/jsx-runtime';
import type { Language } from '../i18n/languages.ts';
import { FRONT_MATTER, isStale } from '../model/freshness.ts';
import type { Asked } from '../model/values.ts';
import { rich } from '../view/markup.ts';
import { content } from './content.ts';
import { speech, type Speech } from './speech.ts';
import { text } from './texts.ts';
import { View } from './view.ts';

type Element = (props: { id?: string; of: string; is: string; cve?: string; children?: unknown } & Asked) => unknown;
type Elements = Readonly<Record<'Section' | 'Snippet' | 'Default' | 'Weakness' | 'Fixed' | 'Verdict', Element>>;
type Text = Awaited<ReturnType<typeof text>>;

/** What the elements of a page ask for, and what in it has fallen behind. */
export interface ProseView extends Speech {
  /** The sections whose English words have moved on. */
  readonly stale: ReadonlySet<string>;
  /** The English page, where a section of it is to be unfolded. */
  readonly english: Text['Content'] | undefined;
  /** Elements that leave of the English page one section, without heading and snippets, which stand there already. */
  only(section: string): Elements;
  /** The English words above the sections, where the ones shown have fallen behind. */
  readonly frontMatter: readonly string[] | undefined;
}

/** The prose of a page with everything that it needs while it is rendered. */
export interface ProsePage extends Text {
  readonly prose: ProseView;
}

/** The prose of a path or a page, with what its elements ask for while it is rendered. */
export async function proseOf(view: View, folder: 'paths' | 'pages', id: string): Promise<Text & { prose: ProseView }> {
  const own = await text(folder, id, view.language);
  const stale = staleIn(view.language, `${folder}/${id}`);
  const english = stale.size === 0 ? undefined : await text(folder, id, 'en');
  return {
    ...own,
    prose: {
      ...speech(view),
      stale,
      english: english?.Content,
      only,
      frontMatter: stale.has(FRONT_MATTER) ? frontMatter(folder, id) : undefined,
    },
  };
}

function only(section: string): Elements {
  const say = (children: unknown): unknown => jsx(Fragment, { children });
  const english = speech(new View('en'));
  return {
    Section: ({ id, children }) => say(id === section ? children : null),
    Snippet: () => say(null),
    Default: ({ of, ...asked }) => jsx(Fragment, { 'set:html': rich(english.default(of, asked)) }),
    Weakness: ({ of, cve }) => say(english.weakness(of, cve)),
    Fixed: ({ of, cve }) => say(english.fixed(of, cve)),
    Verdict: ({ is }) => say(english.verdict(is)),
  };
}

function staleIn(language: Language, page: string): ReadonlySet<string> {
  return new Set(
    content()
      .freshness.filter((one) => one.language === language && one.page === page && isStale(one))
      .map(({ section }) => section),
  );
}

function frontMatter(folder: 'paths' | 'pages', id: string): string[] {
  const { words } = new View('en');
  const { title = '', description = '' } = words[folder][id] ?? {};
  return [title, description, ...Object.values(words.paths[folder === 'paths' ? id : '']?.verdicts ?? {})];
}
