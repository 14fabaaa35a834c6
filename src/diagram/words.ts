import type { Model, Position, Words } from '../model/types.ts';
import type { Posture } from '../posture/posture.ts';
import type { Verdict } from '../posture/verdict.ts';
import { ANY_PORT, type NoteKey } from './arrangement.ts';
import type { MapWords, Zone } from './map-words.ts';

const VERDICTS: readonly Verdict[] = ['safe', 'weak', 'unsafe', 'unknown', 'broken', 'absent'];

/** The interface strings that a map needs. */
export type MapKey =
  | `verdict.${Verdict}`
  | `zone.${Zone}`
  | `attackerAt.${'sign' | 'subtitle'}.${Position}`
  | `map.${'label' | 'description' | 'counted' | 'left' | 'sea' | 'anyPort' | 'edge' | 'edgeRemainder' | NoteKey}`;

/** One language: its words for the facts, and its strings. */
export interface Tongue {
  readonly model: Pick<Model, 'components'>;
  readonly words: Pick<Words, 'components' | 'scenarios'> & {
    readonly paths: Readonly<Record<string, { readonly label: string }>>;
  };
  readonly t: (key: MapKey, slots?: Readonly<Record<string, string | number>>) => string;
  /** The language as browsers name it. */
  readonly tag: string;
}

/** Every word on the map of a posture. Needs no Node: a page can work it out again. */
export function mapWords({ model, words, t, tag }: Tongue, posture: Posture): MapWords {
  const { release, scenario, position } = posture;
  const title = words.scenarios[scenario]?.name ?? scenario;
  const list = (items: readonly string[]): string => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items);
  const counted = (count: (verdict: Verdict) => number): string =>
    list(
      VERDICTS.filter((verdict) => count(verdict) > 0).map((verdict) =>
        t('map.counted', { count: count(verdict), verdict: t(`verdict.${verdict}`) }),
      ),
    );
  const states = Object.values(posture.paths);
  const remaining = counted((verdict) => states.filter(({ remainder }) => remainder?.verdict === verdict).length);
  const left = remaining === '' ? '' : t('map.left', { counts: remaining });
  const summary = counted((verdict) => posture.tally[verdict]);
  const ids = Object.keys(model.components);
  const name = (id: string): string => words.components[id]?.name ?? id;
  const each = <T>(keys: readonly string[], value: (key: string) => T): Record<string, T> =>
    Object.fromEntries(keys.map((key) => [key, value(key)]));
  const hub = ids.find((id) => model.components[id]?.hub) ?? '';
  return {
    language: tag,
    name: t('map.label', { scenario: title, release }),
    description: t('map.description', { summary: left === '' ? summary : list([summary, left]) }),
    title,
    subtitle: t(`attackerAt.subtitle.${position}`, { release }),
    left,
    sea: t('map.sea'),
    attacker: t(`attackerAt.sign.${position}`).split('|'),
    zones: { 'control-plane': t('zone.control-plane'), node: t('zone.node'), outside: t('zone.outside') },
    verdicts: each(VERDICTS, (verdict) => t(`verdict.${verdict as Verdict}`)) as Record<Verdict, string>,
    plates: each(ids, (id) => words.components[id]?.plate ?? [name(id)]),
    names: each(ids, name),
    ports: each(ids, (id) => (ANY_PORT.includes(id) ? t('map.anyPort') : model.components[id]?.port)),
    hub: { name: name(hub), code: [model.components[hub]?.code, model.components[hub]?.port].join(' ') },
    paths: Object.fromEntries(
      states.map(({ path, verdict, remainder }) => {
        const slots = { label: words.paths[path]?.label ?? path, verdict: t(`verdict.${verdict}`) };
        return [
          path,
          remainder
            ? t('map.edgeRemainder', { ...slots, remainder: t(`verdict.${remainder.verdict}`) })
            : t('map.edge', slots),
        ];
      }),
    ),
    notes: { dials: t('map.dials'), inside: t('map.inside'), front: t('map.front') },
  };
}
