import { stageSymbols, STAGES, type Stage } from '../diagram/stages.ts';
import { tallTimeline, wideTimeline, type Timeline } from '../diagram/timeline.ts';
import { plain } from '../i18n/code.ts';
import { Urls } from '../i18n/urls.ts';
import { posture, type Posture } from '../posture/posture.ts';
import { runs } from '../posture/span.ts';
import { content } from './content.ts';
import { filterOf, type LinkView } from './filters.ts';
import { settingLabel, stretch } from './names.ts';
import type { ChipView } from '../view/teller.ts';
import { OPENING, type SourceView, type View } from './view.ts';

export interface ChangeEntry {
  readonly id: string;
  readonly stage: Stage;
  readonly word: string;
  readonly text: string;
  readonly patches: string;
  readonly paths: readonly LinkView[];
  readonly settings: readonly LinkView[];
  readonly weaknesses: readonly LinkView[];
  readonly sources: readonly SourceView[];
  readonly tokens: string;
}

export interface ReleaseEntry {
  readonly id: string;
  readonly date: string | null;
  readonly source: SourceView | null;
  readonly changes: readonly ChangeEntry[];
}

/** A stretch of releases in which a path keeps its verdict; `at` and `length` count releases for the strip. */
export interface VerdictRun {
  readonly releases: string;
  readonly chip: ChipView;
  readonly remainder: ChipView | null;
  readonly at: number;
  readonly length: number;
}

/** What changed on which path in which release, as a time line and as a list, and what it did to the verdicts. */
export function releasesPage(view: View, base: string) {
  const { t, model } = view;
  const urls = new Urls(base);
  const line = timelineOf(view);
  const labels = Object.keys(model.paths).map((id) => [id, view.words.paths[id]?.label ?? id] as const);
  return {
    language: view.language,
    title: t('timeline.title'),
    description: t('timeline.description'),
    lead: t('timeline.lead'),
    filters: [filterOf('path', t('catalogue.path'), labels)],
    total: Object.keys(model.changes).length,
    symbols: stageSymbols(),
    wide: wideTimeline(line),
    tall: tallTimeline(line),
    stages: STAGES.map((stage) => ({ stage, word: t(`timeline.stage.${stage}`) })),
    count: model.releases.length,
    verdicts: labels.map(([id, label]) => ({
      id,
      label,
      href: urls.path(view.language, id),
      runs: verdictRuns(view, id),
    })),
    verdictsLead: t('timeline.verdictsLead', { scenario: view.scenario(OPENING) }),
    releases: [...model.releases].reverse().map(({ id, date, source }): ReleaseEntry => {
      const [named] = view.sources(source === undefined ? [] : [source]);
      return {
        id,
        date: date === undefined ? null : t('timeline.released', { date: view.date(date) }),
        source: named ?? null,
        changes: byStage(Object.entries(model.changes))
          .filter(([, { release }]) => release === id)
          .map(([change]) => changeOf(view, urls, change)),
      };
    }),
  };
}

export type ReleasesPageView = ReturnType<typeof releasesPage>;

function timelineOf(view: View): Timeline {
  const { t, model } = view;
  return {
    releases: model.releases.map(({ id }) => id),
    lanes: Object.values(model.paths).map(({ id, releases }) => ({
      id,
      label: view.words.paths[id]?.label ?? id,
      ...releases,
    })),
    marks: byStage(Object.entries(model.changes)).flatMap(([change, { release, stage, paths }]) => {
      const word = t(`timeline.stage.${stage}`);
      const title = `${t('timeline.mark', { release, stage: word })} ${plain(view.words.changes[change] ?? '')}`;
      return paths.map((lane) => ({ change, lane, release, stage, word, title }));
    }),
  };
}

/** Changes in the order of their stages, in which they stand where several meet. */
function byStage<T extends readonly [string, { readonly stage: Stage }]>(changes: readonly T[]): T[] {
  return [...changes].sort(([, a], [, b]) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
}

function changeOf(view: View, urls: Urls, id: string): ChangeEntry {
  const { t, model, language } = view;
  const facts = model.changes[id];
  if (!facts) throw new Error(`unknown change: ${id}`);
  const page = (name: string, place: string): string => `${urls.page(language, name)}#${place}`;
  return {
    id,
    stage: facts.stage,
    word: t(`timeline.stage.${facts.stage}`),
    text: view.words.changes[id] ?? '',
    patches: facts.patches === undefined ? '' : t('timeline.patches', { patches: view.list(facts.patches) }),
    paths: facts.paths.map((path) => ({
      href: urls.path(language, path),
      label: view.words.paths[path]?.label ?? path,
    })),
    settings: (facts.settings ?? []).map((setting) => ({
      href: page('settings', setting),
      label: settingLabel(view, setting),
    })),
    weaknesses: (facts.weaknesses ?? []).map((weakness) => ({
      href: page('weaknesses', weakness),
      label: view.words.weaknesses[weakness]?.title ?? weakness,
    })),
    sources: view.sources(facts.sources),
    tokens: facts.paths.join(' '),
  };
}

let known: ReadonlyMap<string, Posture> | undefined;

/** The posture of the opening scenario in every release, worked out once for all languages. */
function posturesByRelease(): ReadonlyMap<string, Posture> {
  const { model } = content();
  known ??= new Map(
    model.releases.map(({ id }) => [id, posture(model, { scenario: OPENING, release: id }, 'moat')] as const),
  );
  return known;
}

function verdictRuns(view: View, path: string): VerdictRun[] {
  const postures = posturesByRelease();
  const releases = [...postures.keys()];
  return runs(releases, (release) => {
    const state = postures.get(release)?.paths[path];
    return { verdict: state?.verdict ?? 'unknown', remainder: state?.remainder?.verdict ?? null };
  }).map(({ from, until, value }) => ({
    releases: stretch(view, from, until),
    chip: view.verdict(value.verdict),
    remainder: value.remainder === null ? null : view.verdict(value.remainder),
    at: releases.indexOf(from),
    length: releases.indexOf(until) - releases.indexOf(from) + 1,
  }));
}
