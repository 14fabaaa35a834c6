import { Urls } from '../i18n/urls.ts';
import type { Severity, Weakness } from '../model/types.ts';
import { minor } from '../posture/release.ts';
import { releasesOf, runs, severitiesOf } from '../posture/span.ts';
import { settingsIn } from './deciding.ts';
import { filterOf, type FilterView, type LinkView } from './filters.ts';
import { alternatives, componentOf, settingLabel, stretch } from './names.ts';
import { isAssumption } from '../view/teller.ts';
import type { SourceView, View } from './view.ts';

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly applies: string;
  readonly mitigation: string;
  readonly breaks?: string | undefined;
  readonly severity: Severity;
  /** All severities that it can have, where there are several. */
  readonly severities: string;
  readonly judgement?: string | undefined;
  readonly releases: string;
  readonly facts: Weakness;
  readonly paths: readonly LinkView[];
  readonly settings: readonly (LinkView & { readonly place?: string })[];
  readonly sources: readonly SourceView[];
  readonly tokens: Readonly<Record<'path' | 'severity' | 'component' | 'release', string>>;
}

export interface SeverityGroup {
  readonly severity: Severity;
  readonly word: string;
  readonly entries: readonly CatalogueEntry[];
}

/** The catalogue: every weakness, the gravest first, and what it can be filtered by. */
export function weaknessesPage(view: View, base: string) {
  const { t, model } = view;
  const urls = new Urls(base);
  const entries = Object.keys(model.weaknesses).map((id) => entryOf(view, urls, id));
  const components = new Set(entries.flatMap(({ tokens }) => tokens.component.split(' ')));
  const filters: FilterView[] = [
    filterOf(
      'path',
      t('catalogue.path'),
      Object.keys(model.paths).map((id) => [id, view.words.paths[id]?.label ?? id]),
    ),
    filterOf(
      'severity',
      t('catalogue.severity'),
      SEVERITIES.map((id) => [id, t(`severity.${id}`)]),
    ),
    filterOf(
      'component',
      t('catalogue.component'),
      [...components].map((id) => [id, view.component(id)]),
    ),
    filterOf(
      'release',
      t('catalogue.release'),
      [...model.releases].reverse().map(({ id }) => [id, id]),
    ),
  ];
  return {
    language: view.language,
    title: t('catalogue.title'),
    description: t('catalogue.description', { count: entries.length }),
    lead: t('catalogue.lead'),
    filters,
    total: entries.length,
    groups: SEVERITIES.map((severity): SeverityGroup => ({
      severity,
      word: t(`severity.${severity}`),
      entries: entries.filter((entry) => entry.severity === severity),
    })).filter((group) => group.entries.length > 0),
  };
}

export type WeaknessesPageView = ReturnType<typeof weaknessesPage>;

function entryOf(view: View, urls: Urls, id: string): CatalogueEntry {
  const { t, model, language } = view;
  const facts = model.weaknesses[id];
  const words = view.words.weaknesses[id];
  if (!facts || !words) throw new Error(`unknown weakness: ${id}`);
  const possible = new Set(severitiesOf(model, facts));
  const levels = SEVERITIES.filter((level) => possible.has(level));
  const settings = settingsOf(view, facts);
  const spans = spansOf(view, facts);
  return {
    id,
    ...words,
    severity: levels[0] ?? 'info',
    severities:
      levels.length > 1
        ? t('catalogue.severities', {
            levels: alternatives(
              view,
              levels.map((level) => t(`severity.${level}`)),
            ),
          })
        : '',
    judgement: facts.judgement,
    releases: view.list(spans.map(({ from, until }) => stretch(view, from, until))),
    facts,
    paths: facts.paths.map((path) => ({
      href: urls.path(language, path),
      label: view.words.paths[path]?.label ?? path,
    })),
    settings: settings.map((setting) => ({
      href: `${urls.page(language, 'settings')}#${setting}`,
      label: settingLabel(view, setting),
      ...(isAssumption(setting) ? {} : { place: view.component(componentOf(setting)) }),
    })),
    sources: view.sources(facts.sources),
    tokens: {
      path: facts.paths.join(' '),
      severity: levels.join(' '),
      component: componentsOf(view, facts).join(' '),
      release: spans.map(({ from, until }) => `${minor(from)}-${minor(until)}`).join(' '),
    },
  };
}

/** What mends a weakness, in the order in which it should be done, and then what else decides whether it applies. */
function settingsOf(view: View, facts: Weakness): string[] {
  return [...new Set([...(facts.settings ?? []), ...settingsIn(view.model, [facts.when])])];
}

function spansOf(view: View, facts: Weakness) {
  const possible = new Set(releasesOf(view.model, facts));
  return runs(
    view.model.releases.map(({ id }) => id),
    (release) => possible.has(release),
  ).filter(({ value }) => value);
}

/**
 * The components that a weakness concerns: those whose settings decide it, and the ends of its paths. The hub is at one
 * end of nearly every path, so it counts only where a setting of its own decides, or no setting does.
 */
function componentsOf(view: View, facts: Weakness): string[] {
  const { components, paths } = view.model;
  const settings = settingsOf(view, facts).filter((setting) => !isAssumption(setting));
  const ends = facts.paths.flatMap((path) => [...(paths[path]?.from ?? []), ...(paths[path]?.to ?? [])]);
  return [
    ...new Set([
      ...settings.map(componentOf),
      ...ends.filter((end) => settings.length === 0 || components[end]?.hub !== true),
    ]),
  ];
}
