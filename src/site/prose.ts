import { Fragment, jsx } from 'astro/jsx-runtime';
import type { Language } from '../i18n/languages.ts';
import type { Key } from '../i18n/strings.ts';
import { FRONT_MATTER, isStale } from '../model/freshness.ts';
import { defaultOf, portOf, type Answer } from '../model/values.ts';
import { content } from './content.ts';
import { text } from './texts.ts';
import { View } from './view.ts';

type Element = (props: { id?: string; children?: unknown }) => unknown;
type Elements = Readonly<Record<'Section' | 'Snippet', Element>>;
type Text = Awaited<ReturnType<typeof text>>;

/** The facts that prose asks for by name, in the words of one language, and what in it has fallen behind. */
export interface ProseView {
  port(of: string, origin?: string): string;
  /** A value in backticks, or the words for "not set". */
  default(of: string, origin?: string): string;
  verdict(is: string): string;
  /** The sections whose English words have moved on. */
  readonly stale: ReadonlySet<string>;
  /** The English page, where a section of it is to be unfolded. */
  readonly english: Text['Content'] | undefined;
  /** The elements that leave of a page one section, without its heading and its snippets, which stand there already. */
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
      port: (of, origin) => found(portOf(view.model, of, origin)),
      default: (of, origin) => view.value(of, found(defaultOf(view.model, of, origin))),
      verdict: (is) => view.t(`verdict.${is}` as Key),
      stale,
      english: english?.Content,
      only,
      frontMatter: stale.has(FRONT_MATTER) ? frontMatter(folder, id) : undefined,
    },
  };
}

function only(section: string): Elements {
  return {
    Section: ({ id, children }) => jsx(Fragment, { children: id === section ? children : null }),
    Snippet: () => jsx(Fragment, { children: null }),
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

/** Everything that prose asks for was found when the content was read, see src/model/prose.ts. */
function found<T>(answer: Answer<T>): T {
  if ('problem' in answer) throw new Error(answer.problem);
  return answer.value;
}
