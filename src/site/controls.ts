import { Urls } from '../i18n/urls.ts';
import { contextOf, OPENING, type View } from './view.ts';
import { evaluate } from '../posture/evaluate.ts';

/** What the controls above the map offer, at rest: the opening scenario, the newest release, an attacker on the moat. */
export function controlsProps(view: View, base: string, embedded = false) {
  const { model } = view;
  const urls = new Urls(base);
  const context = contextOf(OPENING);
  const releases = model.releases.map(({ id }) => id);
  return {
    language: view.language,
    scenarios: Object.entries(model.scenarios)
      .sort(([, a], [, b]) => a.order - b.order)
      .map(([id]) => ({ id, name: view.scenario(id) })),
    opening: OPENING,
    releases,
    release: context.release,
    switches: Object.entries(model.switches).map(([id, { shows, on }]) => ({
      id,
      name: view.settingName(shows, OPENING),
      on: evaluate(on, context).truth === true,
    })),
    scripts: [`data.${view.language}`, embedded ? 'stage' : 'whatif'].map((name) => `${urls.base}scripts/${name}.js`),
  };
}

export type ControlsProps = ReturnType<typeof controlsProps>;
