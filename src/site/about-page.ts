import { judge } from '../posture/verdict.ts';
import { freshnessRows } from './freshness-rows.ts';
import { Urls } from '../i18n/urls.ts';
import { logOf } from './log.ts';
import type { View } from './view.ts';

const ASKED = ['encrypted', 'server-verified', 'client-authenticated', 'authorized'] as const;

/** Guarantees in the order in which the table asks for them; what comes after a `null` no longer matters. */
const LINES: readonly (readonly (boolean | null)[])[] = [
  [false, null, null, null],
  [true, false, null, null],
  [true, true, false, false],
  [true, true, false, true],
  [true, true, true, false],
  [true, true, true, true],
];

/** What the about page shows besides its prose: the truth table as the code has it, and every source. */
export function aboutPage(view: View, base: string) {
  const { t } = view;
  const words = view.words.pages['about'];
  if (!words) throw new Error('content/pages/about is missing.');
  return {
    ...words,
    language: view.language,
    columns: ASKED.map((guarantee) => t(`guarantee.${guarantee}`)),
    table: LINES.map((line) => {
      const [encrypted = false, server = false, client = false, authorized = false] = line.map(
        (answer) => answer ?? false,
      );
      const outcome = judge({ encrypted, 'server-verified': server, 'client-authenticated': client, authorized });
      return {
        answers: line.map((answer) => (answer === null ? '' : t(`truth.${answer ? 'yes' : 'no'}`))),
        chip: view.verdict(outcome.verdict),
        sentence: t(`row.${outcome.row}`),
      };
    }),
    freshness: freshnessRows(view, base),
    log: logOf(view, base),
    feed: new Urls(base).feed(view.language),
    sources: Object.entries(view.model.sources)
      .map(([id, source]) => ({ id, ...source, day: view.date(source.checked) }))
      .sort((a, b) => a.title.localeCompare(b.title, 'en')),
  };
}

export type AboutPageView = ReturnType<typeof aboutPage>;
