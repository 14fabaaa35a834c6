import type { Model, Path, Position, Route, Severity, Variant, Weakness } from '../model/types.ts';
import { evaluate, some, type Answer, type Context, type Reason, type Truth } from './evaluate.ts';
import { hopsOf, type HopPosture } from './guarantees.ts';
import { within } from './release.ts';
import { resolve, type State } from './resolve.ts';
import { distinct, isWorse, possible, settle, VERDICTS, worstOf, type Outcome, type Verdict } from './verdict.ts';

export interface VariantPosture {
  readonly id: string;
  readonly broken: Answer;
  readonly hops: readonly HopPosture[];
  readonly outcome: Outcome;
}

export interface AppliedWeakness {
  readonly id: string;
  readonly applies: Truth;
  readonly because: readonly Reason[];
  readonly rules?: readonly string[];
  readonly severity: Severity;
}

export interface PathPosture extends Outcome {
  readonly path: string;
  /** The route in force; null when none is, or when it cannot be told. */
  readonly route: string | null;
  /** Why this route is the one, or why there is none. */
  readonly routing: Answer;
  /** What the hops that the attacker does not touch are worth, where that is worse than the verdict. */
  readonly remainder: Outcome | null;
  /** The hops of the variant that gave the verdict. */
  readonly hops: readonly HopPosture[];
  readonly variants: readonly VariantPosture[];
  readonly weaknesses: readonly AppliedWeakness[];
}

export interface Posture {
  readonly scenario: string;
  readonly release: string;
  readonly position: Position;
  readonly paths: Readonly<Record<string, PathPosture>>;
  readonly tally: Readonly<Record<Verdict, number>>;
}

/** What follows from the settings of a scenario in a release, for an attacker who stands at a position. */
export function posture(model: Model, state: State, position: Position): Posture {
  const context = resolve(model, state);
  const paths = Object.fromEntries(
    Object.values(model.paths).map((path) => [path.id, pathPosture(model, path, context, position)]),
  );
  const count = (verdict: Verdict): number => Object.values(paths).filter((path) => path.verdict === verdict).length;
  const tally = Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>;
  return { scenario: state.scenario, release: context.release, position, paths, tally };
}

/** The posture of one path. */
export function pathPosture(model: Model, path: Path, context: Context, position: Position): PathPosture {
  const ways = path.routes.map((route) => ({ route, answer: evaluate(route.when, context) }));
  const open = ways.filter(({ answer }) => answer.truth !== false).map(({ route }) => route);
  const certain = ways.find(({ answer }) => answer.truth === true)?.route;
  const candidates = certain ? [certain] : open;
  const weaknesses = weaknessesOf(model, path, context);
  const exists = path.releases === undefined || within(context.release, path.releases);
  const routing = exists
    ? some(ways.map(({ answer }) => answer))
    : { truth: false, because: [{ kind: 'release', release: context.release }] as const };
  if (candidates.length === 0 || !exists)
    return {
      path: path.id,
      verdict: 'absent',
      row: 'absent',
      route: null,
      routing,
      remainder: null,
      hops: [],
      variants: [],
      weaknesses,
    };

  const dangers = some(
    weaknesses
      .filter(({ id, severity }) => isGrave(severity) && model.weaknesses[id]?.from.includes(position))
      .map(({ applies, because }) => ({ truth: applies, because })),
  ).truth;
  const tried = candidates.map((route) => way(model, path, route, context, position, dangers));
  // A tunnel has no direct way to fall back on: while its condition is open, it may be absent.
  const absent: Outcome[] = certain || path.tunnel === undefined ? [] : [{ verdict: 'absent', row: 'absent' }];
  const outcome = settle(distinct([...absent, ...tried.flatMap(({ outcomes }) => outcomes)]));
  const first = tried[0];
  const remainders = tried.map(({ remainder }) => remainder).filter((remainder) => remainder !== null);
  const remainder = remainders.length === tried.length && remainders.length > 0 ? settle(remainders) : null;
  return {
    path: path.id,
    ...outcome,
    route: certain?.id ?? null,
    routing,
    remainder:
      remainder !== null && remainder.verdict !== outcome.verdict && isWorse(remainder, outcome) ? remainder : null,
    hops: first?.hops ?? [],
    variants: first?.variants ?? [],
    weaknesses,
  };
}

interface Way {
  readonly outcomes: readonly Outcome[];
  readonly remainder: Outcome | null;
  readonly hops: readonly HopPosture[];
  readonly variants: readonly VariantPosture[];
}

/** One route, all its variants: the worst of those that work. */
function way(model: Model, path: Path, route: Route, context: Context, position: Position, dangers: Truth): Way {
  const choices: readonly (Variant | undefined)[] = path.variants.length > 0 ? path.variants : [undefined];
  const tried = choices.map((variant) => {
    const hops = hopsOf(model, route, variant, context);
    const broken = evaluate(variant?.brokenWhen ?? false, context);
    const outcomes = weighed(touchedOutcomes(model, hops, position), dangers);
    return { id: variant?.id ?? route.id, hops, broken, outcomes };
  });
  const working = tried.filter(({ broken }) => broken.truth !== true);
  const combined = worstOf(
    working.map(({ outcomes, broken }) =>
      broken.truth === 'unknown' ? [...outcomes, { verdict: 'broken', row: 'broken' } as const] : outcomes,
    ),
  );
  const outcomes: readonly Outcome[] = working.length > 0 ? combined : [{ verdict: 'broken', row: 'broken' }];
  const { row } = settle(outcomes);
  const deciding = working.filter((variant) => settle(variant.outcomes).row === row);
  const shown =
    deciding.reduce<(typeof tried)[number] | undefined>(
      (worst, next) => (worst === undefined || isWorse(whole(next.hops), whole(worst.hops)) ? next : worst),
      undefined,
    ) ??
    working[0] ??
    tried[0];
  const inside = working.flatMap(({ hops }) => hops.filter((hop) => touches(model, hop, position) === false));
  return {
    outcomes,
    remainder: inside.length > 0 ? settle(worstOf(inside.map((hop) => hop.outcomes))) : null,
    hops: shown?.hops ?? [],
    variants: tried.map(({ id, hops, broken, outcomes: possibilities }) => ({
      id,
      hops,
      broken,
      outcome: broken.truth === true ? { verdict: 'broken', row: 'broken' } : settle(possibilities),
    })),
  };
}

/** What all hops of a variant are worth together, wherever the attacker stands. */
function whole(hops: readonly HopPosture[]): Outcome {
  return settle(worstOf(hops.map(({ outcomes }) => outcomes)));
}

/** What the hops that the attacker touches leave possible. */
function touchedOutcomes(model: Model, hops: readonly HopPosture[], position: Position): Outcome[] {
  const sets = hops.flatMap((hop): Outcome[][] => {
    const touched = touches(model, hop, position);
    if (touched === false) return [];
    const outcomes = position === 'pod' ? unintercepted(hop) : hop.outcomes;
    return [touched === true ? [...outcomes] : [...outcomes, OUT_OF_REACH]];
  });
  return sets.length > 0 ? worstOf(sets) : [OUT_OF_REACH];
}

const OUT_OF_REACH: Outcome = { verdict: 'safe', row: 'out-of-reach' };

/** Whether an attacker at a position gets at a hop. */
export function touches(model: Model, { hop, crosses }: HopPosture, position: Position): Truth {
  if (position === 'moat' || crosses === true) return crosses;
  const inNode = [...hop.from, hop.to].some((end) => model.components[end]?.zone === 'node');
  return inNode ? true : crosses;
}

/**
 * A Pod can dial and answer but does not sit on the way: it neither reads nor replaces what others exchange. Where the
 * answering end is the one that dials in, a Pod may dial in its place, so that end still has to prove itself.
 */
function unintercepted({ hop, guarantees }: HopPosture): Outcome[] {
  return possible({
    encrypted: true,
    'server-verified': hop.request === 'against' ? guarantees['server-verified'].truth : true,
    'client-authenticated': guarantees['client-authenticated'].truth,
    authorized: guarantees.authorized.truth,
  });
}

/** A grave weakness that applies from the attacker's position turns safe into weak. */
function weighed(outcomes: readonly Outcome[], dangers: Truth): Outcome[] {
  if (dangers === false) return [...outcomes];
  const weak: Outcome = { verdict: 'weak', row: 'weakness' };
  return distinct(
    outcomes.flatMap((outcome) => {
      if (outcome.verdict !== 'safe') return [outcome];
      return dangers === true ? [weak] : [outcome, weak];
    }),
  );
}

/** Whether a weakness of this severity weighs on a verdict. */
export function isGrave(severity: Severity): boolean {
  return severity === 'critical' || severity === 'high';
}

function weaknessesOf(model: Model, path: Path, context: Context): AppliedWeakness[] {
  return Object.entries(model.weaknesses)
    .filter(([, weakness]) => weakness.paths.includes(path.id))
    .map(([id, weakness]) => {
      const { truth, ...trace } = evaluate(weakness.when, context);
      return { id, applies: truth, ...trace, severity: severityOf(weakness, context) };
    });
}

/** The first severity whose condition holds, or a worse one before it that cannot be ruled out. */
function severityOf(weakness: Weakness, context: Context): Severity {
  if (typeof weakness.severity === 'string') return weakness.severity;
  const levels = weakness.severity.map(({ level, when = true }) => ({ level, truth: evaluate(when, context).truth }));
  const certain = levels.findIndex(({ truth }) => truth === true);
  const fitting = (certain < 0 ? levels : levels.slice(0, certain + 1)).filter(({ truth }) => truth !== false);
  return (
    SEVERITIES.find((severity) => fitting.some(({ level }) => level === severity)) ?? levels.at(-1)?.level ?? 'info'
  );
}

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];
