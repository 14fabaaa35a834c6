import type { Arrangement } from '../diagram/arrangement.ts';
import { layout } from '../diagram/layout.ts';
import { map } from '../diagram/map.ts';
import type { MapOptions, MapWords } from '../diagram/map-words.ts';
import type { Theme } from '../diagram/palette.ts';
import { tall } from '../diagram/tall.ts';
import { wide } from '../diagram/wide.ts';
import { VERDICTS, type Verdict } from '../posture/verdict.ts';
import { OPENING, postureOf, type View } from './view.ts';

export const ARRANGEMENTS = { wide, tall } as const;

/** The map of a scenario as markup for a page: painted by its stylesheet, every edge a link to its details. */
export function pageMap(view: View, arrangement: Arrangement, current?: string): string {
  return drawn(view, arrangement, OPENING, {
    id: arrangement.id,
    current,
    href: (path) => `#${path}`,
  });
}

/** The map of a scenario as a picture that stands alone. */
export function picture(
  view: View,
  arrangement: Arrangement,
  scenario: string,
  theme: Theme,
  current?: string,
): string {
  return drawn(view, arrangement, scenario, {
    id: 'map',
    current,
    ink: { theme, language: view.language, tall: arrangement.id === 'tall' },
  });
}

function drawn(view: View, arrangement: Arrangement, scenario: string, options: MapOptions): string {
  const posture = postureOf(scenario);
  return map(layout(view.model, posture, arrangement), words(view, scenario), posture.tally, options);
}

function words(view: View, scenario: string): MapWords {
  const { t, model } = view;
  const posture = postureOf(scenario);
  const name = view.scenario(scenario);
  const counted = (count: (verdict: Verdict) => number): string =>
    view.list(
      VERDICTS.filter((verdict) => count(verdict) > 0).map((verdict) =>
        t('map.counted', { count: count(verdict), verdict: t(`verdict.${verdict}`) }),
      ),
    );
  const states = Object.values(posture.paths);
  const remaining = counted((verdict) => states.filter(({ remainder }) => remainder?.verdict === verdict).length);
  const left = remaining === '' ? '' : t('map.left', { counts: remaining });
  const summary = counted((verdict) => posture.tally[verdict]);
  const plate = (id: string): readonly string[] => view.words.components[id]?.plate ?? [view.component(id)];
  return {
    language: view.tag,
    name: t('map.label', { scenario: name, release: posture.release }),
    description: t('map.description', { summary: left === '' ? summary : view.list([summary, left]) }),
    title: name,
    subtitle: t('map.subtitle', { release: posture.release }),
    left,
    sea: t('map.sea'),
    attacker: t('map.attacker'),
    zones: { 'control-plane': t('zone.control-plane'), node: t('zone.node'), outside: t('zone.outside') },
    verdicts: Object.fromEntries(VERDICTS.map((verdict) => [verdict, t(`verdict.${verdict}`)])) as Record<
      Verdict,
      string
    >,
    plates: Object.fromEntries(Object.keys(model.components).map((id) => [id, plate(id)])),
    trunk: ['kube-scheduler', 'kube-controller-manager', 'cloud-controller-manager'].map((id) => view.component(id)),
    ports: {
      ...Object.fromEntries(Object.entries(model.components).map(([id, { port }]) => [id, port])),
      node: t('map.anyPort'),
      pod: t('map.anyPort'),
      service: t('map.anyPort'),
      'konnectivity-server': undefined,
      supervisor: undefined,
    },
    anyPort: ['node', 'pod', 'service'],
    hub: {
      name: view.component('kube-apiserver'),
      code: `kube-apiserver ${model.components['kube-apiserver']?.port ?? ''}`,
    },
    paths: Object.fromEntries(
      Object.values(posture.paths).map((path) => {
        const label = view.words.paths[path.path]?.label ?? path.path;
        const verdict = t(`verdict.${path.verdict}`);
        const said = path.remainder
          ? t('map.edgeRemainder', { label, verdict, remainder: t(`verdict.${path.remainder.verdict}`) })
          : t('map.edge', { label, verdict });
        return [path.path, said];
      }),
    ),
    notes: { dials: t('map.dials'), inside: t('map.inside'), front: t('map.front') },
  };
}
