import type { Model } from '../model/types.ts';
import type { Posture } from '../posture/posture.ts';
import type { Arrangement } from './arrangement.ts';
import type { Box } from './geometry.ts';

export interface DrawnPlate {
  readonly component: string;
  readonly box: Box;
  readonly ghost: boolean;
}

/** The plates of a map, and the tunnels whose exits stand aside because another tunnel has their place. */
export interface Places {
  readonly plates: readonly DrawnPlate[];
  readonly shelved: ReadonlyMap<string, Box>;
}

/** Every plate in its place; an absent exit of a tunnel makes way for one that is in use. */
export function placed(model: Model, posture: Posture, arrangement: Arrangement): Places {
  const shelved = shelve(model, posture, arrangement);
  const aside = new Map([...shelved].map(([tunnel, box]) => [arrangement.tubes[tunnel]?.exit, box]));
  const entries = new Set([...shelved.keys()].map((tunnel) => arrangement.tubes[tunnel]?.entry));
  const shown = touching(model, posture, arrangement);
  const plates = Object.entries(arrangement.plates).flatMap(([component, box]): DrawnPlate[] => {
    const verdicts = (arrangement.groups[component] ?? [component]).flatMap((one) => shown.get(one) ?? []);
    if (verdicts.length === 0) return [];
    const ghost = aside.has(component) || verdicts.every((verdict) => verdict === 'absent');
    // The way into an absent tunnel has room only where nothing else stands.
    const covers = arrangement.id === 'tall' && ghost && isEntry(component, arrangement);
    return covers || entries.has(component) ? [] : [{ component, box: aside.get(component) ?? box, ghost }];
  });
  return { plates, shelved };
}

/** The verdicts of all paths that begin or end at a component, the ends of the tunnels in use among them. */
function touching(model: Model, posture: Posture, { tubes }: Arrangement): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (component: string | null, verdict: string): void => {
    if (component !== null) found.set(component, [...(found.get(component) ?? []), verdict]);
  };
  for (const [id, { verdict, route }] of Object.entries(posture.paths)) {
    const path = model.paths[id];
    const tube = tubes[path?.tunnel ?? route ?? ''];
    for (const end of [...(path?.from ?? []), ...(path?.to ?? [])])
      if (path?.tunnel === undefined || !model.components[end]?.hub) add(end, verdict);
    if (tube) {
      add(tube.entry, verdict);
      add(tube.exit, verdict);
    }
  }
  return found;
}

function shelve(model: Model, posture: Posture, { tubes, plates, shelf }: Arrangement): Map<string, Box> {
  const routes = new Set(Object.values(posture.paths).map(({ route }) => route));
  const own = Object.values(model.paths).flatMap(({ id, tunnel }) => (tunnel === undefined ? [] : [{ id, tunnel }]));
  // Those in use choose first, then those that may be.
  const rank = (tunnel: string): number => {
    const path = own.find((one) => one.tunnel === tunnel);
    return routes.has(tunnel) ? 0 : path && posture.paths[path.id]?.verdict !== 'absent' ? 1 : 2;
  };
  const wanting = Object.keys(tubes)
    .filter((tunnel) => routes.has(tunnel) || own.some((one) => one.tunnel === tunnel))
    .sort((a, b) => rank(a) - rank(b));
  const shelved = new Map<string, Box>();
  const taken = new Set<string>();
  for (const tunnel of wanting) {
    const box = plates[tubes[tunnel]?.exit ?? ''];
    const place = `${String(box?.x)} ${String(box?.y)}`;
    const spare = shelf[shelved.size];
    if (taken.has(place) && spare) shelved.set(tunnel, spare);
    taken.add(place);
  }
  return shelved;
}

function isEntry(component: string, { tubes }: Arrangement): boolean {
  return Object.values(tubes).some(({ entry }) => entry === component);
}
