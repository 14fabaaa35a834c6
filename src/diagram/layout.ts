import type { Model } from '../model/types.ts';
import type { HopPosture } from '../posture/guarantees.ts';
import type { PathPosture, Posture } from '../posture/posture.ts';
import type { Verdict } from '../posture/verdict.ts';
import type { Anchor, Arrangement, Spoke, Tube } from './arrangement.ts';
import { along, beside, between, crossing, distance, edgeOf, type Box, type Point } from './geometry.ts';

/** A word of verdict on the map. */
export interface Word {
  readonly at: Point;
  readonly anchor: Anchor;
}

/** One drawn stretch of a path, in the direction in which it is dialled. */
export interface Stretch {
  readonly hop: string;
  readonly verdict: Verdict;
  /** Plain text is drawn as dots; unknown as dash and dot. */
  readonly cipher: true | false | 'unknown';
  readonly points: readonly Point[];
  readonly tip: boolean;
  readonly shield: { readonly at: Point; readonly state: boolean | 'unknown' } | null;
  readonly badge: { readonly at: Point; readonly state: boolean | 'unknown' } | null;
  /** The part over water, from the dialling shore to the dialled one. */
  readonly bridge: readonly [Point, Point] | null;
  readonly cut: Point | null;
  readonly word: Word | null;
}

export interface DrawnTube {
  readonly verdict: Verdict;
  readonly from: Point;
  readonly to: Point;
  readonly width: number;
  readonly shield: Stretch['shield'];
  readonly badge: Stretch['badge'];
  /** Requests flow against the dial: a chevron says so. */
  readonly against: boolean;
  readonly word: Word;
  readonly notes: Tube['notes'];
}

export interface DrawnPath {
  readonly path: string;
  readonly verdict: Verdict;
  readonly remainder: Verdict | null;
  readonly stretches: readonly Stretch[];
  readonly tube: DrawnTube | null;
  readonly rails: readonly (readonly Point[])[];
  /** For an absent path: the outline of the way that it would take, and where its word stands. */
  readonly ghost: {
    readonly corridor: readonly (readonly Point[])[];
    /** Its plates, which answer for it where its lines are faint. */
    readonly boxes: readonly Box[];
    readonly word: Word | null;
  } | null;
}

export interface DrawnPlate {
  readonly component: string;
  readonly box: Box;
  readonly ghost: boolean;
}

export interface Layout {
  readonly arrangement: Arrangement;
  readonly plates: readonly DrawnPlate[];
  readonly paths: readonly DrawnPath[];
}

/** Where everything of the map goes for one posture. Plates keep their places; only lines, marks and words change. */
export function layout(model: Model, posture: Posture, arrangement: Arrangement): Layout {
  const tunnels = new Set(Object.values(posture.paths).map(({ route }) => route));
  const paths = Object.values(model.paths).flatMap((path): DrawnPath[] => {
    const state = posture.paths[path.id];
    if (!state) return [];
    const drawn = { path: path.id, verdict: state.verdict, remainder: state.remainder?.verdict ?? null };
    if (state.hops.length === 0)
      return [{ ...drawn, stretches: [], tube: null, rails: [], ghost: ghostOf(path.id, posture, arrangement) }];
    const tube = state.route === null ? undefined : arrangement.tubes[state.route];
    const stretches = tube
      ? carried(path.id, state, tube, arrangement)
      : state.hops.flatMap((hop) => spokesOf(path.id, state, hop, arrangement));
    return [
      {
        ...drawn,
        stretches: path.id === state.route ? [] : stretches,
        tube: tube && path.id === state.route ? drawTube(state, tube, arrangement) : null,
        rails: path.id === 'control-plane-to-apiserver' ? rails(arrangement) : [],
        ghost: null,
      },
    ];
  });
  return { arrangement, plates: platesOf(model, posture, arrangement, tunnels), paths };
}

function platesOf(
  model: Model,
  posture: Posture,
  arrangement: Arrangement,
  tunnels: ReadonlySet<string | null>,
): DrawnPlate[] {
  const used = new Set(Object.values(model.paths).flatMap((path) => [...path.from, ...path.to]));
  for (const name of tunnels)
    for (const hop of model.tunnels[name ?? '']?.hops ?? []) [...hop.from, hop.to].forEach((end) => used.add(end));
  const absent = (component: string): boolean => {
    const touching = Object.values(model.paths).filter(
      ({ from, to }) => from.includes(component) || to.includes(component),
    );
    return (
      touching.length > 0 &&
      touching.every((path) => path.id in model.tunnels && posture.paths[path.id]?.verdict === 'absent')
    );
  };
  return Object.entries(arrangement.plates).flatMap(([component, box]) => {
    if (component === 'control-plane') return [{ component, box, ghost: false }];
    if (!used.has(component) || model.components[component]?.hub) return [];
    const ghost = absent(component);
    // A product's own tunnel stands where Konnectivity would; both cannot be in use.
    const taken =
      ghost &&
      Object.entries(arrangement.plates).some(
        ([other, at]) => other !== component && used.has(other) && at.x === box.x && at.y === box.y && !absent(other),
      );
    return taken || (ghost && arrangement.hidden.includes(component)) ? [] : [{ component, box, ghost }];
  });
}

/** The direct lines of one hop; several components that dial the hub together share one trunk. */
function spokesOf(path: string, state: PathPosture, hop: HopPosture, arrangement: Arrangement): Stretch[] {
  const spoke = arrangement.spokes[`${path}/${hop.hop.id}`] ?? arrangement.spokes[path];
  if (!spoke) return path === 'control-plane-to-apiserver' ? [trunkStretch(hop, arrangement)] : [];
  const box = arrangement.plates[spoke.plate];
  if (!box) return [];
  const atPlate = edgeOf(box, spoke.hub, spoke.end);
  const outward = hop.hop.to !== 'kube-apiserver';
  const [from, to] = outward ? [spoke.hub, atPlate] : [atPlate, spoke.hub];
  const shores = [
    crossing(arrangement.inner, spoke.hub, atPlate),
    crossing(arrangement.outer, spoke.hub, atPlate),
  ] as const;
  const bridge = outward ? shores : ([shores[1], shores[0]] as const);
  return [
    {
      ...facts(hop),
      points: [from, to],
      tip: true,
      badge: { at: bridge[0], state: hop.guarantees['client-authenticated'].truth },
      shield: { at: bridge[1], state: hop.guarantees['server-verified'].truth },
      bridge,
      cut: state.verdict === 'broken' ? between(...bridge, 0.5) : null,
      verdict: state.verdict === 'broken' ? 'broken' : hop.outcome.verdict,
      word: wordOf(spoke, shores),
    },
  ];
}

function wordOf(spoke: Spoke, [inner, outer]: readonly [Point, Point]): Word {
  if ('at' in spoke.word) return { at: spoke.word.at, anchor: spoke.word.anchor };
  const { share, side } = spoke.word;
  const [x, y] = between(inner, outer, share);
  if (side === 0) return { at: [x, y - 13], anchor: 'middle' };
  return { at: [x + side * 11, y + 4], anchor: side < 0 ? 'end' : 'start' };
}

function trunkStretch(hop: HopPosture, { trunk, hub }: Arrangement): Stretch {
  const top = hub.y - hub.h / 2;
  return {
    ...facts(hop),
    points: [
      [hub.x, trunk.rail],
      [hub.x, top],
    ],
    tip: true,
    badge: { at: [hub.x, trunk.badge], state: hop.guarantees['client-authenticated'].truth },
    shield: { at: [hub.x, trunk.shield], state: hop.guarantees['server-verified'].truth },
    bridge: null,
    cut: null,
    word: { at: trunk.word, anchor: 'start' },
  };
}

/** The bracket that joins the plates of the control plane to their trunk. */
function rails({ trunk, plates }: Arrangement): (readonly Point[])[] {
  const boxes = trunk.plates.flatMap((name) => plates[name] ?? []);
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last || first === last) return [];
  const bottom = first.y + first.h / 2;
  const middle = boxes[1] ?? first;
  return [
    [
      [first.x, bottom],
      [first.x, trunk.rail],
      [last.x, trunk.rail],
      [last.x, bottom],
    ],
    [
      [middle.x, bottom],
      [middle.x, trunk.rail],
    ],
  ];
}

/** A path inside a tunnel: to its entry, through it in the colour of the crossing, and out of it as itself. */
function carried(path: string, state: PathPosture, tube: Tube, arrangement: Arrangement): Stretch[] {
  const lane = tube.lanes[path];
  const last = tube.last[path];
  if (lane === undefined || !last) return [];
  const across = (at: Point): Point => beside(at, tube.from, tube.to, lane);
  const entry = tube.entry === null ? undefined : arrangement.plates[tube.entry];
  const bottom = arrangement.hub.y + arrangement.hub.h / 2;
  const plain = { tip: false, shield: null, badge: null, bridge: null, cut: null, word: null };
  // Inside its casing a line keeps its own nature: what is plain text at the end is plain text within the tunnel.
  const cipher = state.hops.at(-1)?.guarantees.encrypted.truth ?? 'unknown';
  return state.hops.map((hop): Stretch => {
    if (hop.hop.id === 'front')
      return {
        ...facts(hop),
        ...plain,
        cipher,
        points: [
          [across(tube.from)[0], bottom],
          [across(tube.from)[0], (entry?.y ?? 0) - (entry?.h ?? 0) / 2],
        ],
      };
    if (hop.hop.id === 'tunnel') {
      const [from, to] = [across(tube.from), across(tube.to)];
      const start =
        tube.entry === null ? along(from, to, ((bottom - from[1]) / (to[1] - from[1])) * distance(from, to)) : from;
      return { ...facts(hop), ...plain, cipher, points: [start, to] };
    }
    return {
      ...facts(hop),
      points: last.points,
      tip: true,
      badge: { at: last.badge, state: hop.guarantees['client-authenticated'].truth },
      shield: { at: last.shield, state: hop.guarantees['server-verified'].truth },
      bridge: null,
      cut: state.verdict === 'broken' ? between(last.badge, last.shield, 0.5) : null,
      verdict: state.verdict === 'broken' ? 'broken' : hop.outcome.verdict,
      word: { at: last.word, anchor: last.anchor },
    };
  });
}

function drawTube(state: PathPosture, tube: Tube, arrangement: Arrangement): DrawnTube {
  const hop = state.hops.find(({ hop: { id } }) => id === 'tunnel') ?? state.hops[0];
  const against = hop?.hop.request === 'against';
  const shores = [
    crossing(arrangement.inner, tube.from, tube.to),
    crossing(arrangement.outer, tube.from, tube.to),
  ] as const;
  const [client, server] = against ? [shores[1], shores[0]] : [shores[0], shores[1]];
  return {
    verdict: hop ? hop.outcome.verdict : state.verdict,
    from: tube.from,
    to: tube.to,
    width: tube.width,
    shield: { at: server, state: hop?.guarantees['server-verified'].truth ?? 'unknown' },
    badge: { at: client, state: hop?.guarantees['client-authenticated'].truth ?? 'unknown' },
    against,
    word: { at: tube.word, anchor: tube.anchor },
    // The way in is worth a word only where it is no network at all.
    notes: tube.notes.filter(({ key }) => key !== 'front' || state.hops[0]?.channels.includes('konnectivity-socket')),
  };
}

/** Two dashed outlines where an absent tunnel would run. */
function ghostOf(path: string, posture: Posture, arrangement: Arrangement): DrawnPath['ghost'] {
  const { hub, plates } = arrangement;
  const exit = plates[path === 'ssh-tunnel' ? 'sshd' : 'konnectivity-agent'];
  const server = plates['konnectivity-server'];
  if (!exit || !server) return null;
  const bottom = hub.y + hub.h / 2;
  const top = exit.y - exit.h / 2;
  const gap = arrangement.id === 'tall' ? 3 : 5;
  const pair = (from: Point, to: Point): Point[][] =>
    [-gap, gap].map((offset): Point[] => [beside(from, from, to, offset), beside(to, from, to, offset)]);
  const below: Word = { at: [exit.x, exit.y + exit.h / 2 + 16], anchor: 'middle' };
  const stacked =
    arrangement.id === 'tall' && path !== 'ssh-tunnel' && posture.paths['ssh-tunnel']?.verdict === 'absent';
  const word = stacked ? null : below;
  if (path === 'ssh-tunnel')
    // Stacked below the other exit, an absent SSH tunnel shares its corridor.
    return {
      corridor: arrangement.id === 'tall' ? [] : pair([549, bottom], [exit.x, top]),
      boxes: [exit],
      word,
    };
  if (arrangement.hidden.includes('konnectivity-server'))
    return { corridor: pair([exit.x, bottom], [exit.x, top]), boxes: [exit], word };
  return {
    boxes: [server, exit],
    corridor: [
      ...pair([server.x, bottom], [server.x, server.y - server.h / 2]),
      ...pair([server.x, server.y + server.h / 2], [exit.x, top]),
    ],
    word,
  };
}

function facts(hop: HopPosture): Pick<Stretch, 'hop' | 'verdict' | 'cipher'> {
  return { hop: hop.hop.id, verdict: hop.outcome.verdict, cipher: hop.guarantees.encrypted.truth };
}
