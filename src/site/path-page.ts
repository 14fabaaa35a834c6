import { wide } from '../diagram/wide.ts';
import { Urls } from '../i18n/urls.ts';
import { GUARANTEES } from '../model/types.ts';
import { closeUp } from './close-up.ts';
import { channelIds, decidingSettings, settingsInForce } from './deciding.ts';
import { mapProps } from './map-props.ts';
import { isAssumption, type ChipView } from '../view/teller.ts';
import { contextOf, postureOf, type SourceView, type View } from './view.ts';

export interface SettingView {
  readonly id: string;
  readonly component: string;
  readonly name: string;
  readonly value: string;
  readonly origin: string;
  readonly effect: string;
}

export interface ScenarioView {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly release: string;
  readonly chip: ChipView;
  readonly remainder: ChipView | null;
}

/** The deciding settings with their values in the scenario that the page shows. */
function settingsOf(view: View, id: string, settings: readonly string[]): SettingView[] {
  const scenario = view.shownIn(id);
  const context = contextOf(scenario);
  return settings.map((setting) => {
    const { value, origin } = context.lookup(setting);
    return {
      id: setting,
      component: isAssumption(setting) ? '' : setting.slice(0, setting.indexOf('.')),
      name: view.settingName(setting, scenario),
      value: view.value(setting, value),
      origin: view.origin(origin, value),
      effect: view.words.settings[setting]?.effect ?? '',
    };
  });
}

/** The verdict of a path in every scenario, each at its own release. */
function scenariosOf(view: View, id: string): ScenarioView[] {
  return Object.entries(view.model.scenarios)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([scenario]) => {
      const state = view.stateOf(scenario, id);
      return {
        id: scenario,
        name: view.scenario(scenario),
        summary: view.words.scenarios[scenario]?.summary ?? '',
        release: postureOf(scenario).release,
        chip: view.verdict(state.verdict),
        remainder: state.remainder ? view.verdict(state.remainder.verdict) : null,
      };
    });
}

/** Every source that stands behind what a path's page states. */
function sourcesOf(view: View, id: string): SourceView[] {
  const { model } = view;
  const guaranteed = channelIds(model, id).flatMap((channel) => {
    const facts = model.channels[channel];
    return facts ? GUARANTEES.map((guarantee) => facts[guarantee]) : [];
  });
  return view.sources([...(model.paths[id]?.sources ?? []), ...guaranteed.flatMap(({ sources }) => sources)]);
}

/** Everything that the page of a path shows besides its prose. */
export function pathPage(view: View, id: string, base: string) {
  const { t, model } = view;
  const words = view.words.paths[id];
  const path = model.paths[id];
  if (!words || !path) throw new Error(`unknown path: ${id}`);
  const urls = new Urls(base);
  const order = Object.keys(model.paths);
  const neighbour = (step: number) => {
    const other = order[order.indexOf(id) + step];
    return other === undefined
      ? null
      : { href: urls.path(view.language, other), label: view.words.paths[other]?.label ?? other };
  };
  const shown = view.path(id);
  const scenario = view.shownIn(id);
  const here = settingsInForce(model, id, view.stateOf(scenario, id));
  const slots = { scenario: view.scenario(scenario), release: postureOf(scenario).release };
  const weaknesses = view.weaknessesOf(view.stateOf(scenario, id));
  return {
    id,
    language: view.language,
    title: words.title,
    description: words.description,
    catalogue: urls.page(view.language, 'weaknesses'),
    knobs: urls.page(view.language, 'settings'),
    view: shown,
    map: mapProps(view, base, id),
    closeUp: closeUp(view, id),
    weaknesses: {
      here: weaknesses.filter(({ state }) => state !== false),
      elsewhere: weaknesses.filter(({ state }) => state === false),
    },
    settings: settingsOf(view, id, here),
    moreSettings: settingsOf(
      view,
      id,
      decidingSettings(model, id).filter((setting) => !here.includes(setting)),
    ),
    scenarios: scenariosOf(view, id),
    sources: sourcesOf(view, id).map((source) => ({
      ...source,
      date: t('path.sourceChecked', { date: view.date(source.checked) }),
    })),
    slots,
    elsewhere:
      path.tunnel === undefined || !(path.tunnel in wide.tubes)
        ? null
        : {
            light: urls.diagram(view.language, 'map', `.${scenario}`),
            dark: urls.diagram(view.language, 'map', `.${scenario}.dark`),
            title: t('path.scenarioMap', slots),
          },
    releases:
      path.releases?.until === undefined
        ? path.releases === undefined
          ? null
          : t('path.releasesFrom', { from: path.releases.from })
        : t('path.releases', { from: path.releases.from, until: path.releases.until }),
    previous: neighbour(-1),
    next: neighbour(1),
  };
}

export type PathPageView = ReturnType<typeof pathPage>;
