import type { Model } from '../model/types.ts';
import type { HopPosture } from '../posture/guarantees.ts';
import type { PathPosture, Posture } from '../posture/posture.ts';
import type { Verdict } from '../posture/verdict.ts';
import type { Arrangement, Road, Spoke, Spot, Tube } from './arrangement.ts';
import { along, beside, between, crossing, distance, edgeOf, UNDER, type Box, type Point } from './geometry.ts';
import { placed, type DrawnPlate, type Places } from './places.ts';

type Truth = boolean | 'unknown';

/** Where a word may stand: spots that are tried in turn, then places beside a line. */
export interface WordPlan {
  readonly spots: readonly Spot[];
  readonly spare?: readonly Spot[];
  readonly line?: readonly [Point, Point];
  readonly side?: -1 | 0 | 1;
  readonly share?: number;
}

interface Sign {
  readonly at: Point;
  readonly state: Truth;
}

/** One drawn stretch of a path, in the direction in which it is dialled. */
export interface Stretch {
  readonly hop: string;
  readonly verdict: Verdict;
  /** Plain text is drawn as dots; unknown as dash and dot. */
  readonly cipher: Truth;
  readonly points: readonly Point[];
  readonly tip?: boolean;
  readonly ring?: boolean;
  readonly shield?: Sign;
  readonly badge?: Sign;
  /** The part over water, from the dialling shore to the dialled one. */
  readonly bridge?: readonly [Point, Point];
  readonly cut?: Point;
  readonly word?: WordPlan;
}

export interface DrawnTube {
  readonly verdict: Verdict;
  readonly from: Point;
  readonly to: Point;
  readonly width: number;
  readonly shield: Sign;
  readonly badge: Sign;
  /** Requests flow against the dial: a chevron says so. */
  readonly against: boolean;
  readonly word: WordPlan;
  readonly notes: Tube['notes'];
}

/** An absent path: the outline of the way that it would take, the plates that answer for it, and its word. */
export interface Ghost {
  readonly corridor: readonly (readonly Point[])[];
  readonly boxes: readonly Box[];
  readonly word: WordPlan;
}

export interface DrawnPath {
  readonly path: string;
  readonly verdict: Verdict;
  readonly remainder: Verdict | null;
  readonly stretches: readonly Stretch[];
  readonly tube: DrawnTube | null;
  readonly rails: readonly (readonly Point[])[];
  readonly ghost: Ghost | null;
}

export interface Layout {
  readonly arrangement: Arrangement;
  readonly position: Posture['position'];
  readonly plates: readonly DrawnPlate[];
  readonly paths: readonly DrawnPath[];
  /** A tunnel that carries paths without being one, such as the one of a product. */
  readonly tubes: readonly DrawnTube[];
}

interface Scene {
  readonly model: Model;
  readonly posture: Posture;
  readonly arrangement: Arrangement;
  readonly places: Places;
}

/** Where everything of the map goes for one posture. Plates keep their places; only lines, marks and words change. */
export function layout(model: Model, posture: Posture, arrangement: Arrangement): Layout {
  const places = placed(model, posture, arrangement);
  const scene = { model, posture, arrangement, places };
  const states = Object.values(posture.paths);
  const own = new Set(Object.values(model.paths).map(({ tunnel }) => tunnel));
  const tubes = [...new Set(states.map(({ route }) => route))].flatMap((route) => {
    const tube = route === null || own.has(route) ? undefined : arrangement.tubes[route];
    const carried = states.find((state) => state.route === route);
    return tube && carried ? [tubeOf(carried, tube, scene)] : [];
  });
  return {
    arrangement,
    position: posture.position,
    plates: places.plates,
    paths: states.map((state) => pathOf(state, scene)),
    tubes,
  };
}

function pathOf(state: PathPosture, scene: Scene): DrawnPath {
  const { model, arrangement, places } = scene;
  const { path, verdict } = state;
  const tunnel = model.paths[path]?.tunnel;
  const drawn: DrawnPath = {
    path,
    verdict,
    remainder: state.remainder?.verdict ?? null,
    stretches: [],
    tube: null,
    rails: [],
    ghost: null,
  };
  const tube = arrangement.tubes[tunnel ?? state.route ?? ''];
  if (tunnel !== undefined && tube) {
    const stands = state.hops.length > 0 && !places.shelved.has(tunnel);
    return stands
      ? { ...drawn, tube: tubeOf(state, tube, scene) }
      : { ...drawn, ghost: tunnelGhost(tunnel, tube, scene) };
  }
  if (state.hops.length === 0) return { ...drawn, ghost: lineGhost(path, scene) };
  const stretches = tube ? carried(state, tube, scene) : state.hops.map((hop) => direct(state, hop, scene));
  return { ...drawn, stretches, rails: arrangement.brackets[path] ?? [] };
}

/** What a hop shows: its own verdict, except where the path's follows from more than the hop. */
function verdictOf(state: PathPosture, hop: HopPosture, { posture, model }: Scene): Verdict {
  const whole =
    state.verdict === 'broken' ||
    state.row === 'weakness' ||
    state.route === null ||
    state.hops.length === 1 ||
    posture.position === 'pod';
  if (whole) return state.verdict;
  const inNode = [...hop.hop.from, hop.hop.to].some((end) => model.components[end]?.zone === 'node');
  const touched = hop.crosses !== false || (posture.position === 'node-network' && inNode);
  return touched ? hop.outcome.verdict : 'safe';
}

/** The line of one hop that no tunnel carries: a spoke over the water, or a road on land. */
function direct(state: PathPosture, hop: HopPosture, scene: Scene): Stretch {
  const { spokes, roads, plates } = scene.arrangement;
  const key = `${state.path}/${hop.hop.id}`;
  const facts = { ...factsOf(hop), verdict: verdictOf(state, hop, scene) };
  const spoke = spokes[key] ?? spokes[state.path];
  const box = plates[spoke?.plate ?? ''];
  if (spoke && box) {
    const outward = scene.model.components[hop.hop.to]?.hub !== true;
    return { ...facts, ...spokeLine(spoke, box, outward, hop, scene.arrangement, state.verdict === 'broken') };
  }
  const road = roads[key] ?? roads[state.path];
  if (!road) throw new Error(`The ${scene.arrangement.id} map has no line for ${key}.`);
  return { ...facts, ...roadLine(road, hop, state.verdict === 'broken') };
}

function spokeLine(
  spoke: Spoke,
  box: Box,
  outward: boolean,
  hop: HopPosture,
  arrangement: Arrangement,
  broken: boolean,
): Omit<Stretch, 'hop' | 'verdict' | 'cipher'> {
  const atPlate = edgeOf(box, spoke.hub, spoke.end);
  const inner = crossing(arrangement.inner, spoke.hub, atPlate);
  const outer = crossing(arrangement.outer, spoke.hub, atPlate);
  const bridge: [Point, Point] = outward ? [inner, outer] : [outer, inner];
  return {
    points: outward ? [spoke.hub, atPlate] : [atPlate, spoke.hub],
    tip: true,
    ...signs(hop, bridge[0], bridge[1]),
    bridge,
    ...(broken ? { cut: between(...bridge, 0.5) } : {}),
    word: {
      spots: spoke.spots ?? [],
      spare: spoke.spare ?? [],
      line: [inner, outer],
      side: spoke.side,
      share: spoke.share ?? 0.5,
    },
  };
}

function roadLine(road: Road, hop: HopPosture, broken: boolean): Omit<Stretch, 'hop' | 'verdict' | 'cipher'> {
  const { points, badge, shield, cut, spots, ring } = road;
  return {
    points,
    tip: true,
    ...signs(hop, badge, shield),
    ...(ring ? { ring } : {}),
    ...(broken && badge ? { cut: cut ?? between(badge, shield, 0.5) } : {}),
    ...(spots ? { word: { spots } } : {}),
  };
}

function signs({ guarantees }: HopPosture, badge: Point | undefined, shield: Point) {
  return {
    shield: { at: shield, state: guarantees['server-verified'].truth },
    ...(badge ? { badge: { at: badge, state: guarantees['client-authenticated'].truth } } : {}),
  };
}

/** A path inside a tunnel: to its entry, through it in the colour of the crossing, and out of it as itself. */
function carried(state: PathPosture, tube: Tube, scene: Scene): Stretch[] {
  const { arrangement } = scene;
  const lane = tube.lanes[state.path];
  const last = tube.last[state.path];
  if (lane === undefined || !last) throw new Error(`The ${arrangement.id} map has no lane for ${state.path}.`);
  const across = (at: Point): Point => beside(at, tube.from, tube.to, lane);
  const [from, to] = [across(tube.from), across(tube.to)];
  const bottom = arrangement.hub.y + arrangement.hub.h / 2;
  const entry = arrangement.plates[tube.entry ?? ''];
  // Inside its casing a line keeps its own nature: what is plain text at the end is plain text within the tunnel.
  const cipher = state.hops.at(-1)?.guarantees.encrypted.truth ?? 'unknown';
  return state.hops.map((hop, index): Stretch => {
    const facts = { ...factsOf(hop), verdict: verdictOf(state, hop, scene) };
    if (index === state.hops.length - 1)
      return {
        ...facts,
        verdict: state.verdict === 'broken' || scene.posture.position === 'pod' ? state.verdict : hop.outcome.verdict,
        ...roadLine(last, hop, state.verdict === 'broken'),
      };
    const front = index === 0 && entry !== undefined;
    if (front)
      return {
        ...facts,
        cipher,
        points: [
          [from[0], bottom],
          [from[0], entry.y - entry.h / 2],
        ],
      };
    const start = entry ? from : along(from, to, ((bottom - from[1]) / (to[1] - from[1])) * distance(from, to));
    return { ...facts, cipher, points: [start, along(to, from, -UNDER)] };
  });
}

function tubeOf(state: PathPosture, tube: Tube, scene: Scene): DrawnTube {
  const { arrangement, posture } = scene;
  const hop = state.hops.find(({ hop: { id } }) => id === 'tunnel') ?? state.hops[0];
  const against = hop?.hop.request === 'against';
  const shores = [arrangement.inner, arrangement.outer].map((shore) => crossing(shore, tube.from, tube.to));
  const [client = tube.from, server = tube.to] = against ? shores.reverse() : shores;
  const own = scene.model.paths[state.path]?.tunnel !== undefined;
  return {
    verdict:
      !hop || (own && (state.route === null || posture.position === 'pod')) ? state.verdict : hop.outcome.verdict,
    from: tube.from,
    to: tube.to,
    width: tube.width,
    shield: { at: server, state: hop?.guarantees['server-verified'].truth ?? 'unknown' },
    badge: { at: client, state: hop?.guarantees['client-authenticated'].truth ?? 'unknown' },
    against,
    word: { spots: tube.spots },
    // The way in is worth a word only where it is no network at all.
    notes: tube.notes.filter(
      ({ key }) =>
        key !== 'front' || state.hops[0]?.channels.some((id) => scene.model.channels[id]?.protocol === 'socket'),
    ),
  };
}

/** Two dashed outlines where a line would run. */
function outlines(points: readonly (readonly [Point, Point])[], { id }: Arrangement): Point[][] {
  const gap = id === 'tall' ? 3 : 5;
  return points.flatMap(([from, to]) =>
    [-gap, gap].map((offset): Point[] => [beside(from, from, to, offset), beside(to, from, to, offset)]),
  );
}

function tunnelGhost(tunnel: string, tube: Tube, { arrangement, places }: Scene): Ghost {
  const shelved = places.shelved.get(tunnel);
  if (shelved)
    return {
      corridor: [],
      boxes: [shelved],
      word: {
        spots: [
          [shelved.x + shelved.w / 2 + 6, shelved.y + 4, 'start'],
          [shelved.x, shelved.y + shelved.h / 2 + 12],
        ],
      },
    };
  const boxes = [tube.entry, tube.exit].flatMap((name) => {
    const plate = places.plates.find(({ component }) => component === name);
    return plate ? [plate.box] : [];
  });
  return { corridor: outlines(tube.ghost, arrangement), boxes, word: { spots: tube.ghostSpots } };
}

/** The way that an absent spoke or road would take. */
function lineGhost(path: string, { arrangement }: Scene): Ghost {
  const mine = <T>(lines: Readonly<Record<string, T>>): T[] =>
    Object.keys(lines).flatMap((key) => (key.split('/')[0] === path ? (lines[key] ?? []) : []));
  const spokes = mine(arrangement.spokes);
  const roads = mine(arrangement.roads);
  if (spokes.length + roads.length === 0) throw new Error(`The ${arrangement.id} map has no line for ${path}.`);
  const ways = spokes.map(({ hub, end, plate }): [Point, Point] => {
    const box = arrangement.plates[plate];
    return [hub, box ? edgeOf(box, hub, end) : end];
  });
  const legs = roads.flatMap(({ points }) =>
    points.slice(1).map((point, index): [Point, Point] => [points[index] ?? point, point]),
  );
  const [spoke] = spokes;
  const [way] = ways;
  return {
    corridor: outlines([...ways, ...legs], arrangement),
    boxes: [],
    word:
      spoke && way
        ? { spots: spoke.spots ?? [], line: way, side: spoke.side, share: 0.6 }
        : { spots: roads.flatMap(({ spots }) => spots ?? []) },
  };
}

function factsOf(hop: HopPosture): Pick<Stretch, 'hop' | 'cipher'> {
  return { hop: hop.hop.id, cipher: hop.guarantees.encrypted.truth };
}
