import { Urls } from '../i18n/urls.ts';
import type { Key } from '../i18n/strings.ts';
import type { Setting } from '../model/types.ts';
import { conditionText } from './condition-text.ts';
import { decidingSettings, placeDecided, settingsIn } from './deciding.ts';
import { filterOf, type FilterView, type LinkView } from './filters.ts';
import { componentOf, flagOf, settingLabel } from './names.ts';
import { isAssumption } from '../view/teller.ts';
import type { SourceView, View } from './view.ts';

/** A default, and where and when it holds; the first of several that fits counts. */
export interface DefaultView {
  readonly value: string;
  readonly notes: readonly string[];
}

export interface SettingEntry {
  readonly id: string;
  /** How the entry is headed: the flag, else the field, else what an assumption decides. */
  readonly label: string;
  readonly flag?: string | undefined;
  readonly field?: string | undefined;
  readonly type: string;
  readonly values: readonly string[];
  readonly defaults: readonly DefaultView[];
  readonly exists: string;
  /** What it decides; empty where the heading says it. */
  readonly effect: string;
  readonly breaks?: string | undefined;
  readonly hardened: string | null;
  readonly check?: string | undefined;
  readonly paths: readonly (LinkView & { readonly path: string; readonly place: string })[];
  readonly weaknesses: readonly LinkView[];
  readonly changes: readonly LinkView[];
  readonly sources: readonly SourceView[];
  readonly component: string;
}

export interface ComponentGroup {
  readonly component: string;
  readonly name: string;
  readonly entries: readonly SettingEntry[];
}

/** Every setting by its component, those with the most settings first; what no flag shows stands last. */
export function settingsPage(view: View, base: string) {
  const { t, model } = view;
  const ids = Object.keys(model.settings);
  const links = linksOf(view, new Urls(base));
  const entries = ids.map((id) => entryOf(view, id, links));
  const size = (component: string): number =>
    isGroupOfAssumptions(component) ? 0 : entries.filter((entry) => entry.component === component).length;
  const components = [...new Set(ids.map(componentOf))].sort((a, b) => size(b) - size(a));
  const name = (component: string): string =>
    isGroupOfAssumptions(component) ? t('knobs.assumptions') : view.component(component);
  const filters: FilterView[] = [
    filterOf(
      'component',
      t('catalogue.component'),
      components.map((id) => [id, name(id)]),
    ),
    filterOf(
      'path',
      t('catalogue.path'),
      Object.keys(model.paths).map((id) => [id, view.words.paths[id]?.label ?? id]),
    ),
  ];
  return {
    language: view.language,
    title: t('knobs.title'),
    description: t('knobs.description', { count: entries.length }),
    lead: t('knobs.lead'),
    filters,
    total: entries.length,
    groups: components.map((component): ComponentGroup => ({
      component,
      name: name(component),
      entries: entries.filter((entry) => entry.component === component),
    })),
  };
}

export type SettingsPageView = ReturnType<typeof settingsPage>;

function isGroupOfAssumptions(component: string): boolean {
  return isAssumption(`${component}.`);
}

type Links = Pick<SettingEntry, 'paths' | 'weaknesses' | 'changes'>;

/** What leads from each setting to the rest of the site, gathered in one walk over paths, weaknesses and changes. */
function linksOf(view: View, urls: Urls): (setting: string) => Links {
  const { model, language } = view;
  const decides = Object.keys(model.paths).map((path) => ({ path, settings: new Set(decidingSettings(model, path)) }));
  const weaknesses = Object.entries(model.weaknesses).map(([id, facts]) => ({
    id,
    settings: new Set([...(facts.settings ?? []), ...settingsIn(model, [facts.when])]),
  }));
  const page = (name: string, id: string): string => `${urls.page(language, name)}#${id}`;
  return (setting) => ({
    paths: decides
      .filter(({ settings }) => settings.has(setting))
      .map(({ path }) => ({
        path,
        href: `${urls.path(language, path)}#settings`,
        label: view.words.paths[path]?.label ?? path,
        place: placeOf(view, path, setting),
      })),
    weaknesses: weaknesses
      .filter(({ settings }) => settings.has(setting))
      .map(({ id }) => ({ href: page('weaknesses', id), label: view.words.weaknesses[id]?.title ?? id })),
    changes: Object.entries(model.changes)
      .filter(([, { settings = [] }]) => settings.includes(setting))
      .map(([id, { release }]) => ({
        href: page('releases', id),
        label: `${release}: ${view.words.changes[id] ?? ''}`,
      })),
  });
}

const PLACES = {
  transport: 'guarantee.encrypted',
  server: 'guarantee.server-verified',
  client: 'guarantee.client-authenticated',
  authorization: 'guarantee.authorized',
} as const satisfies Record<string, Key>;

/** What a setting decides on a path: a guarantee, whether it works at all, or which way it takes. */
function placeOf(view: View, path: string, setting: string): string {
  const { model, t } = view;
  const place = placeDecided(model, path, setting);
  if (place !== null) return t(PLACES[place]);
  const breaking = (model.paths[path]?.variants ?? []).map(({ brokenWhen }) => brokenWhen);
  return t(settingsIn(model, breaking).has(setting) ? 'knobs.works' : 'knobs.route');
}

function entryOf(view: View, id: string, links: (setting: string) => Links): SettingEntry {
  const { t } = view;
  const facts = view.model.settings[id];
  const words = view.words.settings[id];
  if (!facts || !words) throw new Error(`unknown setting: ${id}`);
  return {
    id,
    label: settingLabel(view, id),
    flag: flagOf(view, id),
    field: facts.field,
    type: t(`knobs.types.${facts.type}`),
    values: (facts.values ?? []).map((value) => view.value(id, value)),
    defaults: facts.defaults.map((entry, index) => defaultOf(view, id, entry, index)),
    exists: bounds(view, facts.since, facts.until),
    effect: isAssumption(id) ? '' : words.effect,
    breaks: words.breaks,
    hardened: facts.hardened === undefined ? null : view.value(id, facts.hardened),
    check: facts.check,
    ...links(id),
    sources: view.sources(facts.sources),
    component: componentOf(id),
  };
}

function defaultOf(view: View, id: string, entry: Setting['defaults'][number], index: number): DefaultView {
  const { t } = view;
  const value = isOpen(entry.value) ? undefined : entry.value;
  const notes = [
    entry.origin === undefined ? '' : t(`knobs.origin.${entry.origin}`),
    bounds(view, entry.from, entry.until),
    entry.when === undefined ? '' : t('knobs.if', { condition: conditionText(view, entry.when) }),
  ].filter((note) => note !== '');
  const rest = notes.length === 0 && index > 0 ? [t('knobs.otherwise')] : notes;
  return { value: view.value(id, value), notes: rest };
}

function isOpen(value: Setting['defaults'][number]['value']): value is { unknown: true } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bounds(view: View, from: string | undefined, until: string | undefined): string {
  const { t } = view;
  if (from !== undefined && until !== undefined)
    return from === until ? from : t('catalogue.releasesRange', { from, until });
  if (from !== undefined) return t('catalogue.releasesFrom', { from });
  return until === undefined ? '' : t('catalogue.releasesUntil', { until });
}
