import type { Condition, Model, Path, Position, Route, Value } from '../model/types.ts';
import { causes, dangers, type Cause } from './causes.ts';
import { distinct, same, type Context, type Reason } from './evaluate.ts';
import { asked, usesOf } from './guarantees.ts';
import { pathPosture, posture, type PathPosture, type Posture } from './posture.ts';
import { within } from './release.ts';
import { resolve, type State } from './resolve.ts';
import type { Outcome, Verdict } from './verdict.ts';

/** Every path, or one. */
export type Goal = string;

export interface Step {
  readonly setting: string;
  readonly from: Value | undefined;
  readonly to: Value;
  /** How the scenario configures the component: what has to be written. */
  readonly form: 'flag' | 'field' | 'assumption';
  /** The component that has to be restarted. */
  readonly restart: string | null;
  readonly check?: string;
  /** The state once this step is done. */
  readonly state: State;
  /** The paths whose verdict gets better with this very step. */
  readonly improves: readonly string[];
  /** The paths that would end up worse without it. */
  readonly serves: readonly string[];
  /** The paths that would stop working if this were done alone. */
  readonly breaksAlone: readonly string[];
}

/** A path that was to become safe and does not, since nothing that can be set would change it. */
export interface Stay {
  readonly path: string;
  readonly outcome: Outcome;
  readonly because: readonly Reason[];
}

export interface Plan {
  readonly steps: readonly Step[];
  readonly before: Posture;
  readonly after: Posture;
  readonly stays: readonly Stay[];
}

interface Move {
  readonly setting: string;
  readonly to: Value;
}

/** How many sets of moves are tried for several goals at once before what serves each alone is put together. */
const PATIENCE = 1500;

interface Known {
  readonly context: Context;
  readonly paths: Map<string, PathPosture>;
}

/** What a path is allowed to be at the end, at the worst. */
type Bounds = Readonly<Record<string, number>>;

const RANK: Readonly<Record<Verdict, number>> = { safe: 0, absent: 0, weak: 1, unsafe: 2, unknown: 3, broken: 4 };

/**
 * The fewest changes that make every path (or the one) safe, or as good as it can become, for an attacker at a position.
 * No path ends up worse, and in their order none that worked stops working on the way.
 */
export function plan(model: Model, state: State, position: Position, goal: Goal): Plan {
  return new Planner(model, state, position).plan(goal);
}

class Planner {
  readonly #model: Model;
  readonly #state: State;
  readonly #position: Position;
  readonly #paths: readonly Path[];
  readonly #before: Posture;
  readonly #moves: ReadonlyMap<string, Move>;
  /** What was worked out already, by the moves made. */
  readonly #known = new Map<string, Known>();

  constructor(model: Model, state: State, position: Position) {
    this.#model = model;
    this.#state = state;
    this.#position = position;
    this.#paths = Object.values(model.paths);
    this.#before = posture(model, state, position);
    this.#moves = movesFrom(model, state);
  }

  plan(goal: Goal): Plan {
    const goals = this.#paths.filter(({ id }) => goal === 'all' || id === goal).map(({ id }) => id);
    const steps = this.#told(this.#settled(goals));
    const after = posture(this.#model, steps.at(-1)?.state ?? this.#state, this.#position);
    const stays = goals.flatMap((id): Stay[] => {
      const path = after.paths[id];
      if (!path || RANK[path.verdict] === 0) return [];
      const because = distinct(causes(this.#model, path, this.#position).flatMap(({ trace }) => trace.because));
      return [{ path: id, outcome: { verdict: path.verdict, row: path.row }, because }];
    });
    return { steps, before: this.#before, after, stays };
  }

  /** The best list without what it can do without, and what more is found from its end, where the search starts afresh. */
  #settled(goals: readonly string[]): readonly Move[] {
    let moves = this.#needed(this.#best(goals));
    for (;;) {
      const more = new Planner(this.#model, this.#with(moves), this.#position).#best(goals);
      if (more.length === 0) return moves;
      moves = this.#needed([...moves, ...more]);
    }
  }

  /** Those of the moves without which some path would end up worse, in an order that can be followed. */
  #needed(moves: readonly Move[]): readonly Move[] {
    const end: Bounds = Object.fromEntries(this.#paths.map((path) => [path.id, RANK[this.#path(path, moves).verdict]]));
    for (const move of moves) {
      const others = moves.filter((one) => one !== move);
      const ordered = this.#keeps(end, others) ? this.#ordered(others) : null;
      if (ordered) return this.#needed(ordered);
    }
    return moves;
  }

  /** The shortest list that gives each goal the best verdict that it can have. */
  #best(goals: readonly string[]): readonly Move[] {
    const start: Bounds = Object.fromEntries(
      Object.values(this.#before.paths).map(({ path, verdict }) => [path, RANK[verdict]]),
    );
    const best = goals.map((id) => {
      const now = start[id] ?? 0;
      // To know that a path is unsafe is no improvement; that it works at all is one.
      const wanted = [0, 1, 2].filter((rank) => rank < now && (rank < 2 || now === RANK.broken));
      for (const rank of wanted) {
        const moves = this.#solve({ ...start, [id]: rank }, [id]);
        if (moves) return { id, rank, moves };
      }
      return { id, rank: now, moves: [] };
    });
    const all = { ...start, ...Object.fromEntries(best.map(({ id, rank }) => [id, rank])) };
    const together =
      this.#solve(all, goals, PATIENCE) ??
      this.#joined(
        all,
        best.flatMap(({ moves }) => moves),
      );
    if (together) return together;
    // Where not all of it can be had at once, what comes first counts more.
    let bounds = start;
    let moves: readonly Move[] = [];
    for (const { id, rank } of best) {
      const tried = this.#solve({ ...bounds, [id]: rank }, goals, PATIENCE);
      if (!tried) continue;
      bounds = { ...bounds, [id]: rank };
      moves = tried;
    }
    return moves;
  }

  /** What serves each goal alone, put together; for where a search would take long. */
  #joined(bounds: Bounds, moves: readonly Move[]): readonly Move[] | null {
    const all = [...new Set(moves)];
    return this.#keeps(bounds, all) ? this.#ordered(all) : null;
  }

  #keeps(bounds: Bounds, moves: readonly Move[]): boolean {
    return this.#paths.every((path) => RANK[this.#path(path, moves).verdict] <= (bounds[path.id] ?? 0));
  }

  /** The smallest set of moves that keeps within the bounds, in an order that can be followed; nothing where there is none. */
  #solve(bounds: Bounds, first: readonly string[], patience = Infinity): readonly Move[] | null {
    const watched = [...this.#paths].sort((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)));
    let looked = 0;
    for (let limit = 0; limit <= this.#moves.size && looked < patience; limit++) {
      const seen = new Set<string>();
      const left = { deeper: false };
      const search = (chosen: readonly Move[]): readonly Move[] | null => {
        const key = keyOf(chosen);
        if (seen.has(key) || ++looked > patience) return null;
        seen.add(key);
        const levers = this.#levers(watched, bounds, chosen);
        if (levers === null) return this.#ordered(chosen);
        const next = levers.flatMap((id) => this.#moves.get(id) ?? []).filter((move) => this.#fits(move, chosen));
        if (chosen.length === limit) {
          left.deeper ||= next.length > 0;
          return null;
        }
        for (const move of next) {
          const moves = search([...chosen, move]);
          if (moves) return moves;
        }
        return null;
      };
      const moves = search([]);
      if (moves || !left.deeper) return moves;
    }
    return null;
  }

  /** A move that is not made yet, and that may stand beside what is set. */
  #fits({ setting }: Move, chosen: readonly Move[]): boolean {
    if (chosen.some((one) => one.setting === setting)) return false;
    const { lookup } = this.#context(chosen);
    return (this.#model.settings[setting]?.excludes ?? []).every((id) => (lookup(id).value ?? null) === null);
  }

  /** The settings on which the first path that is out of bounds depends; null where all keep within them. */
  #levers(watched: readonly Path[], bounds: Bounds, chosen: readonly Move[]): readonly string[] | null {
    const context = this.#context(chosen);
    for (const path of watched) {
      const now = this.#path(path, chosen);
      if (RANK[now.verdict] > (bounds[path.id] ?? 0))
        return this.#reaching(leversOf(this.#model, path, now, this.#position), context);
    }
    return null;
  }

  /** Settings, and those on which their defaults depend. */
  #reaching(ids: readonly string[], { release }: Context): readonly string[] {
    const all = new Set(ids);
    for (const id of all)
      for (const entry of this.#model.settings[id]?.defaults ?? [])
        if (entry.when !== undefined && within(release, entry))
          for (const other of settingsIn(this.#model, entry.when)) all.add(other);
    return [...all];
  }

  /** The moves in an order on whose way nothing gets worse, or, where there is none, nothing stops working. */
  #ordered(moves: readonly Move[]): readonly Move[] | null {
    const steady = (now: PathPosture, then: PathPosture): boolean =>
      RANK[now.verdict] <= RANK[then.verdict] || (then.verdict === 'unknown' && now.verdict !== 'broken');
    const working = (now: PathPosture, then: PathPosture): boolean =>
      now.verdict !== 'broken' || then.verdict === 'broken';
    return this.#order(moves, steady) ?? this.#order(moves, working);
  }

  #order(moves: readonly Move[], bearable: (now: PathPosture, then: PathPosture) => boolean): readonly Move[] | null {
    const sorted = [...moves].sort((a, b) => weight(a) - weight(b));
    const dead = new Set<string>();
    const search = (done: readonly Move[]): readonly Move[] | null => {
      if (done.length === sorted.length) return done;
      for (const move of sorted) {
        if (done.includes(move)) continue;
        const next = [...done, move];
        const key = sorted.map((one) => Number(next.includes(one))).join('');
        if (dead.has(key)) continue;
        dead.add(key);
        if (!this.#bears(next, bearable)) continue;
        const found = search(next);
        if (found) return found;
      }
      return null;
    };
    return search([]);
  }

  #bears(done: readonly Move[], bearable: (now: PathPosture, then: PathPosture) => boolean): boolean {
    return this.#paths.every((path) => {
      const now = this.#path(path, done);
      const then = this.#before.paths[path.id];
      return then !== undefined && bearable(now, then);
    });
  }

  /** The moves as steps, with what each is for. */
  #told(moves: readonly Move[]): Step[] {
    const verdictsWith = (some: readonly Move[]): Posture => posture(this.#model, this.#with(some), this.#position);
    const end = verdictsWith(moves);
    const ids = this.#paths.map(({ id }) => id);
    const rank = ({ paths }: Posture, id: string): number => RANK[paths[id]?.verdict ?? 'absent'];
    return moves.map((move, index) => {
      const done = moves.slice(0, index + 1);
      const [before, after] = [verdictsWith(moves.slice(0, index)), verdictsWith(done)];
      const without = verdictsWith(moves.filter((one) => one !== move));
      const alone = verdictsWith([move]);
      const check = this.#model.settings[move.setting]?.check;
      const form = this.#form(move.setting);
      return {
        setting: move.setting,
        from: this.#context(moves.slice(0, index)).lookup(move.setting).value,
        to: move.to,
        form,
        restart: form === 'assumption' ? null : restartOf(move.setting),
        ...(check === undefined ? {} : { check }),
        state: this.#with(done),
        improves: ids.filter((id) => rank(after, id) < rank(before, id)),
        serves: ids.filter((id) => rank(without, id) > rank(end, id)),
        breaksAlone: ids.filter((id) => rank(alone, id) === RANK.broken && rank(this.#before, id) !== RANK.broken),
      };
    });
  }

  #form(id: string): Step['form'] {
    const owner = ownerOf(id);
    if (owner === 'assumption') return 'assumption';
    const { flag, field } = this.#model.settings[id] ?? {};
    const byFile = this.#model.scenarios[this.#state.scenario]?.origins?.[owner] === 'file';
    return field !== undefined && (byFile || flag === undefined) ? 'field' : 'flag';
  }

  #with(moves: readonly Move[]): State {
    const given = Object.fromEntries(moves.map(({ setting, to }) => [setting, to]));
    return { ...this.#state, set: { ...this.#state.set, ...given } };
  }

  #context(moves: readonly Move[]): Context {
    return this.#after(moves).context;
  }

  #path(path: Path, moves: readonly Move[]): PathPosture {
    const { context, paths } = this.#after(moves);
    const found = paths.get(path.id) ?? pathPosture(this.#model, path, context, this.#position);
    paths.set(path.id, found);
    return found;
  }

  #after(moves: readonly Move[]): Known {
    const key = keyOf(moves);
    const found: Known = this.#known.get(key) ?? { context: resolve(this.#model, this.#with(moves)), paths: new Map() };
    this.#known.set(key, found);
    return found;
  }
}

function keyOf(moves: readonly Move[]): string {
  return moves
    .map(({ setting }) => setting)
    .sort()
    .join();
}

/** What may be changed from here: each setting to the value that closes what it leaves open, or that opens another way. */
function movesFrom(model: Model, state: State): ReadonlyMap<string, Move> {
  const { release, lookup } = resolve(model, state);
  const moves = Object.entries(model.settings).flatMap(([id, setting]): [string, Move][] => {
    const { value, origin } = lookup(id);
    const to = setting.hardened === undefined ? setting.opens : setting.hardened;
    if (to === undefined || same(value, to) || !within(release, { from: setting.since, until: setting.until }))
      return [];
    // A file that is there already is as good as any other.
    if (setting.type === 'path' && typeof value === 'string' && to !== null) return [];
    const owner = ownerOf(id);
    // What follows from other settings is changed through them.
    if (owner === 'assumption' && origin === 'default' && setting.defaults.some(({ when }) => when !== undefined))
      return [];
    // No plan turns a cluster into another product, whose settings have no value elsewhere.
    const foreign = !(owner in model.components) && setting.defaults.every((entry) => entry.value === null);
    if (foreign && (value ?? null) === null) return [];
    return [[id, { setting: id, to }]];
  });
  return new Map(moves);
}

/** The settings that could change why a path is not what it should be. */
function leversOf(model: Model, path: Path, now: PathPosture, position: Position): readonly string[] {
  const found = causes(model, now, position);
  const routes = path.routes.map(({ when }) => when);
  const inForce = path.routes.filter(({ id }) => now.route === null || id === now.route);
  const conditions = found.flatMap((cause): Condition[] => {
    if (cause.kind === 'guarantee')
      return inForce.flatMap((route) => withheldBy(model, path, route, cause)).concat(cause.hop.hop.crosses ?? true);
    // What is open may be settled by more than what leaves it open.
    if (cause.kind === 'broken' && cause.trace.truth === 'unknown')
      return path.variants.map(({ brokenWhen }) => brokenWhen);
    if (cause.kind !== 'weakness') return [];
    return dangers(model, now, position).flatMap(({ id }) => {
      const { when = true, severity = 'info' } = model.weaknesses[id] ?? {};
      return [when, ...(typeof severity === 'string' ? [] : severity.map((level) => level.when ?? true))];
    });
  });
  const traced = found.flatMap(({ trace }) =>
    trace.because.flatMap((reason) => (reason.kind === 'setting' ? [reason.setting] : [])),
  );
  return [...new Set([...traced, ...[...conditions, ...routes].flatMap((each) => settingsIn(model, each))])];
}

/** The conditions under which some channel would give what a hop lacks. */
function withheldBy(
  model: Model,
  path: Path,
  route: Route,
  { hop, guarantee }: Extract<Cause, { kind: 'guarantee' }>,
): Condition[] {
  const variants = path.variants.length > 0 ? path.variants : [undefined];
  return variants
    .flatMap((variant) => usesOf(route, variant))
    .filter(({ spans }) => spans.includes(hop.hop.id))
    .flatMap((use) => {
      const channel = model.channels[use.channel];
      return channel ? [use.when ?? true, asked(channel, use, guarantee).holds] : [];
    });
}

/** Every setting that a condition can ask for, through named conditions too. */
export function settingsIn(model: Model, condition: Condition): string[] {
  if (typeof condition !== 'object') return [];
  if ('all' in condition) return condition.all.flatMap((part) => settingsIn(model, part));
  if ('any' in condition) return condition.any.flatMap((part) => settingsIn(model, part));
  if ('not' in condition) return settingsIn(model, condition.not);
  if ('condition' in condition) return settingsIn(model, model.conditions[condition.condition]?.when ?? true);
  return 'setting' in condition ? [condition.setting] : [];
}

function ownerOf(setting: string): string {
  return setting.slice(0, setting.indexOf('.'));
}

/** Objects are read as they change, and joining happens once; everything else is read at the start. */
function restartOf(setting: string): string | null {
  const owner = ownerOf(setting);
  if (owner === 'k3s') return 'supervisor';
  return ['pod', 'apiservice', 'kubeadm', 'kubectl'].includes(owner) ? null : owner;
}

/** Where nothing else decides the order: agreements first, then what is dialled, and the API server last. */
function weight({ setting }: Move): number {
  const owner = ownerOf(setting);
  if (owner === 'assumption') return 0;
  return owner === 'kube-apiserver' ? 2 : 1;
}
