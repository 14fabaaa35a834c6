import { Urls } from '../i18n/urls.ts';
import type { LogEntry } from '../model/types.ts';
import type { SourceView, View } from './view.ts';

/** An entry of the log as the about page and the feed show it. */
export interface LogView {
  readonly id: string;
  readonly date: string;
  readonly shownDate: string;
  readonly kind: string;
  readonly text: string;
  readonly paths: readonly { readonly label: string; readonly href: string }[];
  readonly sources: readonly SourceView[];
}

/** The log of the facts in one language, newest first. */
export function logOf(view: View, base: string): LogView[] {
  const urls = new Urls(base);
  return Object.entries(view.model.log)
    .map(([id, entry]): LogView => ({
      id,
      date: entry.date,
      shownDate: view.date(entry.date),
      kind: view.t(`ways.kind.${entry.kind}`),
      text: view.words.log[id] ?? '',
      paths: (entry.paths ?? []).map((path) => ({
        label: view.words.paths[path]?.label ?? path,
        href: urls.path(view.language, path),
      })),
      sources: view.sources(entry.sources ?? []),
    }))
    .sort(byDate);
}

function byDate(a: Pick<LogEntry, 'date'>, b: Pick<LogEntry, 'date'>): number {
  return b.date.localeCompare(a.date);
}
