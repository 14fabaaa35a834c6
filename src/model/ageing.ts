import type { ContentFile } from './desk.ts';
import type { Model } from './types.ts';
import { minor } from './values.ts';

/** A fact to look at again, and the places that rest on it. */
export interface Aged {
  readonly id: string;
  readonly why: string;
  readonly usedIn: readonly string[];
}

export interface Ageing {
  /** Sources that nobody has opened for a year. */
  readonly sources: readonly Aged[];
  /** Facts that end with a release which is out. */
  readonly ended: readonly Aged[];
  /** Facts that speak of a release which is not out. */
  readonly planned: readonly Aged[];
}

/** What time has gone over by a day such as `2026-11-22`. */
export function ageing(files: readonly ContentFile[], model: Model, on: string): Ageing {
  const facts = files.filter(
    ({ file }) => file.endsWith('.yaml') && !/^words\/|\/snippets\/|^sources\.yaml$/.test(file),
  );
  const usedIn = (id: string): string[] =>
    facts.flatMap(({ file, data }) => placesOf(data, id).map((at) => `${file}: ${at}`));
  const out = model.releases.filter(({ date }) => date === undefined || date <= on);
  const newest = out.at(-1)?.id ?? '';
  const spans = spansOf(model);
  return {
    sources: Object.entries(model.sources)
      .filter(([, { checked }]) => checked < yearBefore(on))
      .map(([id, { checked }]) => ({ id, why: `last checked ${checked}`, usedIn: usedIn(id) })),
    ended: spans
      .filter(({ until }) => until !== undefined && minor(until) <= minor(newest))
      .map(({ id, until = '' }) => ({ id, why: `until ${until}`, usedIn: usedIn(id) })),
    planned: [
      ...model.releases
        .filter((one) => !out.includes(one))
        .map(({ id, date = '' }) => ({ id, why: `expected ${date}`, usedIn: usedIn(id) })),
      ...spans
        .filter(({ from }) => from !== undefined && minor(from) > minor(newest))
        .map(({ id, from = '' }) => ({ id, why: `from ${from}`, usedIn: usedIn(id) })),
    ],
  };
}

interface Span {
  readonly id: string;
  readonly from: string | undefined;
  readonly until: string | undefined;
}

/** Everything in the facts that holds for some releases only. */
function spansOf(model: Model): Span[] {
  return [
    ...Object.entries(model.settings).map(([id, { since, until }]) => ({ id, from: since, until })),
    ...[...Object.entries(model.paths), ...Object.entries(model.scenarios)].map(([id, { releases }]) => ({
      id,
      from: releases?.from,
      until: releases?.until,
    })),
    ...Object.entries(model.changes).map(([id, { release }]) => ({ id, from: release, until: undefined })),
  ];
}

/** The same day a year earlier. */
function yearBefore(day: string): string {
  return `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`;
}

/** Where in some data an id stands, as a value or as a key; only the entry is named, not the place inside it. */
function placesOf(data: unknown, id: string): string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, part]) => (key !== id && holds(part, id) ? [key] : []));
}

function holds(data: unknown, id: string): boolean {
  if (typeof data !== 'object' || data === null) return data === id;
  return Object.entries(data).some(([key, part]) => key === id || holds(part, id));
}
