import { Urls } from '../i18n/urls.ts';
import { postureOf, type View } from './view.ts';

/** The verdict of every path in every scenario, each at its own release, from the moat. */
export function matrix(view: View, base: string) {
  const urls = new Urls(base);
  const scenarios = Object.entries(view.model.scenarios)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id]) => id);
  return {
    scenarios: scenarios.map((id) => ({
      name: view.scenario(id),
      summary: view.words.scenarios[id]?.summary ?? '',
      release: postureOf(id).release,
    })),
    rows: Object.keys(view.model.paths).map((path) => ({
      label: view.label(path),
      href: urls.path(view.language, path),
      verdicts: scenarios.map((scenario) => view.verdict(view.stateOf(scenario, path).verdict)),
    })),
  };
}

export type Matrix = ReturnType<typeof matrix>;
