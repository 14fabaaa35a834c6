import type { Guarantee, Model } from '../model/types.ts';
import { same, type Resolved } from './evaluate.ts';
import type { Decided } from './guarantees.ts';
import type { PathPosture, Posture } from './posture.ts';
import { resolve, type State } from './resolve.ts';
import type { Outcome, Verdict } from './verdict.ts';

/** How a path turned: its verdict, or, where that stays, what the hops inside are worth. */
export const TURNS = ['better', 'worse', 'broken', 'mended', 'appeared', 'vanished', 'open', 'known', 'same'] as const;
export type Turn = (typeof TURNS)[number];

export interface GuaranteeDifference {
  readonly hop: string;
  readonly guarantee: Guarantee;
  /** Null where the route has no such hop. */
  readonly before: Decided | null;
  readonly after: Decided | null;
}

export interface PathDifference {
  readonly path: string;
  readonly turn: Turn;
  readonly before: PathPosture;
  readonly after: PathPosture;
  readonly route: boolean;
  readonly verdict: boolean;
  readonly remainder: boolean;
  readonly guarantees: readonly GuaranteeDifference[];
  /** Weaknesses that apply, or may, in one of the two only. */
  readonly appearing: readonly string[];
  readonly vanishing: readonly string[];
}

export interface SettingDifference {
  readonly setting: string;
  readonly before: Resolved;
  readonly after: Resolved;
}

/** What differs on each path between two postures, in the order of the model. */
export function compare(before: Posture, after: Posture): PathDifference[] {
  return Object.entries(after.paths).flatMap(([id, now]) => {
    const then = before.paths[id];
    return then ? [difference(then, now)] : [];
  });
}

/** Whether anything about a path differs. */
export function differs(path: PathDifference): boolean {
  const { route, verdict, remainder, guarantees, appearing, vanishing } = path;
  return route || verdict || remainder || guarantees.length + appearing.length + vanishing.length > 0;
}

/** The settings whose value in force differs between two states. */
export function settingsThatDiffer(model: Model, before: State, after: State): SettingDifference[] {
  const [then, now] = [resolve(model, before), resolve(model, after)];
  return Object.keys(model.settings)
    .map((setting) => ({ setting, before: then.lookup(setting), after: now.lookup(setting) }))
    .filter((pair) => !same(pair.before.value, pair.after.value));
}

/** The paths that turned, by how: what an announcement counts and names. */
export function changed(before: Posture, after: Posture): Readonly<Record<Exclude<Turn, 'same'>, readonly string[]>> {
  const all = compare(before, after);
  const turned = (turn: Turn): string[] => all.filter((path) => path.turn === turn).map(({ path }) => path);
  return {
    better: turned('better'),
    worse: turned('worse'),
    broken: turned('broken'),
    mended: turned('mended'),
    appeared: turned('appeared'),
    vanished: turned('vanished'),
    open: turned('open'),
    known: turned('known'),
  };
}

function difference(before: PathPosture, after: PathPosture): PathDifference {
  const [then, now] = [weaknessesOf(before), weaknessesOf(after)];
  return {
    path: after.path,
    turn: turnOf(before, after),
    before,
    after,
    route: before.route !== after.route,
    verdict: before.verdict !== after.verdict,
    remainder: before.remainder?.verdict !== after.remainder?.verdict,
    guarantees: guaranteesThatDiffer(before, after),
    appearing: now.filter((id) => !then.includes(id)),
    vanishing: then.filter((id) => !now.includes(id)),
  };
}

const LEVELS: readonly Verdict[] = ['safe', 'weak', 'unsafe'];

function turnOf(before: PathPosture, after: PathPosture): Turn {
  if (before.verdict === after.verdict) return byLevel(inside(before), inside(after));
  if (before.verdict === 'absent') return 'appeared';
  if (after.verdict === 'absent') return 'vanished';
  if (after.verdict === 'broken') return 'broken';
  if (before.verdict === 'broken') return 'mended';
  if (after.verdict === 'unknown') return 'open';
  return before.verdict === 'unknown' ? 'known' : byLevel(before, after);
}

function byLevel(before: Outcome, after: Outcome): Turn {
  const [then, now] = [before, after].map(({ verdict }) => LEVELS.indexOf(verdict));
  if (then === undefined || now === undefined || then < 0 || now < 0 || then === now) return 'same';
  return now < then ? 'better' : 'worse';
}

/** What the hops inside are worth; without a remainder, no less than the verdict. */
function inside(path: PathPosture): Outcome {
  return path.remainder ?? path;
}

function weaknessesOf({ weaknesses }: PathPosture): string[] {
  return weaknesses.filter(({ applies }) => applies !== false).map(({ id }) => id);
}

function guaranteesThatDiffer(before: PathPosture, after: PathPosture): GuaranteeDifference[] {
  const hops = [...new Set([...before.hops, ...after.hops].map(({ hop }) => hop.id))];
  return hops.flatMap((id) => {
    const [then, now] = [before, after].map(({ hops: all }) => all.find(({ hop }) => hop.id === id)?.guarantees);
    const asked = Object.keys(now ?? then ?? {}) as Guarantee[];
    return asked
      .map((guarantee) => ({
        hop: id,
        guarantee,
        before: then?.[guarantee] ?? null,
        after: now?.[guarantee] ?? null,
      }))
      .filter((pair) => pair.before?.truth !== pair.after?.truth);
  });
}
