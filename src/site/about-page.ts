import { judge } from '../posture/verdict.ts';
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
export function aboutPage(view: View) {
  const { t } = view;
  const cited = citedIn(view.model);
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
    sources: Object.entries(view.model.sources)
      .filter(([id]) => cited.has(id))
      .map(([id, source]) => ({ id, ...source, date: t('path.sourceChecked', { date: view.date(source.checked) }) }))
      .sort((a, b) => a.title.localeCompare(b.title, 'en')),
  };
}

export type AboutPageView = ReturnType<typeof aboutPage>;

/** Every source that a fact names, found at any depth of the model. */
function citedIn(facts: unknown): Set<string> {
  if (typeof facts !== 'object' || facts === null) return new Set();
  return new Set(
    Object.entries(facts).flatMap(([key, part]: [string, unknown]) => {
      if (key === 'source' && typeof part === 'string') return [part];
      if (key === 'sources' && Array.isArray(part)) return part.map(String);
      return [...citedIn(part)];
    }),
  );
}
