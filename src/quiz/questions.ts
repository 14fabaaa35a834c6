import type { Guarantee, Model, Position, Value } from '../model/types.ts';
import { resolve, type State } from '../posture/resolve.ts';
import { posture, type PathPosture, type Posture } from '../posture/posture.ts';
import type { HopPosture } from '../posture/guarantees.ts';
import { VERDICTS } from '../posture/verdict.ts';
import { settingsBehind } from './behind.ts';
import { randomFrom, shuffled } from './random.ts';

/** What a question is about; an option is the id of a component, a port, a path, a setting, a weakness or a verdict. */
export type Subject =
  | { readonly kind: 'dials'; readonly path: string; readonly hop: string }
  | { readonly kind: 'port'; readonly path: string; readonly hop: string }
  | { readonly kind: 'verified' }
  | { readonly kind: 'setting'; readonly path: string; readonly hop: string; readonly guarantee: Guarantee }
  | { readonly kind: 'weakness' }
  | { readonly kind: 'breaks'; readonly setting: string; readonly value: Value }
  | { readonly kind: 'verdict'; readonly path: string };

export type Kind = Subject['kind'];

/** Kinds in the order in which a quiz asks them. */
export const KINDS = ['dials', 'verified', 'setting', 'verdict', 'weakness', 'breaks', 'port'] as const;

/** A question with exactly one right option. */
export interface Question {
  readonly id: string;
  readonly state: State;
  readonly position: Position;
  readonly subject: Subject;
  readonly options: readonly string[];
  readonly right: string;
}

/** A state in which questions are asked, worked out. */
export interface Ground {
  readonly model: Model;
  readonly state: State;
  readonly position: Position;
  readonly posture: Posture;
}

const GUARANTEE_NAMES: readonly Guarantee[] = ['encrypted', 'server-verified', 'client-authenticated', 'authorized'];
const OPTIONS = 4;
/** How often a kind is tried in another state before it is left out. */
const TRIES = 60;
const POSITIONS: readonly Position[] = ['moat', 'node-network', 'pod'];

/** As many questions as asked for, all different; the same ones for the same facts and seed. */
export function quiz(model: Model, seed: number, count: number): Question[] {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const grounds = new Map<string, Ground>();
  const ground = (): Ground | undefined => {
    const scenario = pick(Object.keys(model.scenarios));
    const position = pick(POSITIONS);
    if (scenario === undefined || position === undefined) return undefined;
    const known = grounds.get(`${scenario} ${position}`) ?? groundOf(model, { scenario }, position);
    grounds.set(`${scenario} ${position}`, known);
    return known;
  };
  const asked = new Map<string, Question>();
  for (let round = 0; asked.size < count && round < count * KINDS.length; round++) {
    const kind = KINDS[round % KINDS.length] ?? 'verdict';
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const here = ground();
      const subject = here && pick(subjectsOf(here, kind));
      const question = here && subject && askedOf(here, subject, random);
      if (!question || asked.has(question.id)) continue;
      asked.set(question.id, question);
      break;
    }
  }
  return [...asked.values()];
}

/** A state with all that follows from it. */
export function groundOf(model: Model, state: State, position: Position): Ground {
  return { model, state, position, posture: posture(model, state, position) };
}

/** Whether an option answers a question: true, false, or null where the facts leave it open. */
export function answers(ground: Ground, subject: Subject, option: string): boolean | null {
  const { model, posture: now } = ground;
  switch (subject.kind) {
    case 'dials':
      return crossing(now.paths[subject.path]).some(({ hop }) => hop.from.includes(option));
    case 'port':
      return hopOf(now.paths[subject.path], subject.hop)?.hop.port === option;
    case 'verified':
      return unverified(now.paths[option]);
    case 'setting': {
      const trace = hopOf(now.paths[subject.path], subject.hop)?.guarantees[subject.guarantee];
      if (trace?.because.some((reason) => reason.kind === 'setting' && reason.setting === option)) return true;
      return settingsBehind(model, subject.path).has(option) ? null : false;
    }
    case 'weakness':
      return usable(ground, option);
    case 'breaks': {
      if (now.paths[option]?.verdict === 'broken') return null;
      const after = changed(ground, subject.setting, subject.value).paths[option];
      return after?.verdict === 'unknown' ? null : after?.verdict === 'broken';
    }
    case 'verdict':
      return now.paths[subject.path]?.verdict === option;
  }
}

/** What can be asked of a kind in a state. */
function subjectsOf({ model, posture: now, state }: Ground, kind: Kind): Subject[] {
  const settled = Object.values(now.paths).filter(
    ({ verdict, route }) => route !== null && verdict !== 'unknown' && verdict !== 'absent',
  );
  const hops = settled.flatMap(({ path, hops: all }) => all.map((hop) => ({ path, hop })));
  switch (kind) {
    case 'dials':
      return hops
        .filter(({ hop }) => hop.crosses === true && hop.hop.from.length === 1)
        .map(({ path, hop }) => ({ kind, path, hop: hop.hop.id }));
    case 'port':
      return hops
        .filter(({ hop }) => hop.hop.port !== undefined)
        .map(({ path, hop }) => ({ kind, path, hop: hop.hop.id }));
    case 'setting':
      return hops.flatMap(({ path, hop }) =>
        GUARANTEE_NAMES.filter((guarantee) => {
          const { truth, because } = hop.guarantees[guarantee];
          // One deciding setting: with several, each would be an answer.
          const settings = because.filter((reason) => reason.kind === 'setting');
          return truth !== 'unknown' && settings.length === 1;
        }).map((guarantee) => ({ kind, path, hop: hop.hop.id, guarantee })),
      );
    case 'verdict':
      return settled.map(({ path }) => ({ kind, path }));
    case 'breaks': {
      const context = resolve(model, state);
      return Object.entries(model.settings).flatMap(([setting, { hardened }]) => {
        const { value } = context.lookup(setting);
        const changes = hardened !== undefined && value !== undefined && String(value) !== String(hardened);
        return changes && !setting.startsWith('assumption.') ? [{ kind, setting, value: hardened }] : [];
      });
    }
    case 'verified':
    case 'weakness':
      return [{ kind }];
  }
}

/** What may stand as an option beside the right one: siblings of it, in no order. */
function candidates({ model, posture: now }: Ground, subject: Subject): string[] {
  const hops = Object.values(now.paths).flatMap((path) => path.hops.map(({ hop }) => hop));
  switch (subject.kind) {
    case 'dials': {
      const own = crossing(now.paths[subject.path]).flatMap(({ hop }) => [...hop.from, hop.to]);
      return [...own, ...hops.flatMap((hop) => [...hop.from, hop.to])];
    }
    case 'port':
      return hops.flatMap(({ port }) => port ?? []);
    case 'verified':
    case 'breaks':
      return Object.keys(now.paths).filter((path) => typeof now.paths[path]?.route === 'string');
    case 'setting':
      return Object.keys(now.paths)
        .flatMap((path) => [...settingsBehind(model, path)])
        .filter(isFlag);
    case 'weakness':
      return Object.keys(model.weaknesses);
    case 'verdict':
      return VERDICTS.filter((verdict) => verdict !== 'unknown' && verdict !== 'absent');
  }
}

function askedOf(ground: Ground, subject: Subject, random: () => number): Question | null {
  const all = shuffled([...new Set(candidates(ground, subject))], random);
  const judged = all.map((option) => ({ option, holds: answers(ground, subject, option) }));
  const right = judged.find(({ holds }) => holds === true)?.option ?? rightSetting(ground, subject);
  if (right === undefined) return null;
  const wrong = judged.filter(({ holds }) => holds === false).map(({ option }) => option);
  // The other end of the hop is the best of wrong answers.
  const first = subject.kind === 'dials' ? wrong.filter((option) => isEnd(ground, subject.path, option)) : [];
  const others = [...first, ...wrong.filter((option) => !first.includes(option))].slice(0, OPTIONS - 1);
  if (others.length < OPTIONS - 1) return null;
  const { state, position } = ground;
  const options = subject.kind === 'verdict' ? inOrder([right, ...others]) : shuffled([right, ...others], random);
  return { id: JSON.stringify([state, position, subject]), state, position, subject, options, right };
}

/** The setting in the trace, where no path lists it among its own. */
function rightSetting({ posture: now }: Ground, subject: Subject): string | undefined {
  if (subject.kind !== 'setting') return undefined;
  const reasons = hopOf(now.paths[subject.path], subject.hop)?.guarantees[subject.guarantee].because ?? [];
  return reasons.flatMap((reason) => (reason.kind === 'setting' ? [reason.setting] : []))[0];
}

function inOrder(verdicts: readonly string[]): string[] {
  return VERDICTS.filter((verdict) => verdicts.includes(verdict));
}

function isFlag(setting: string): boolean {
  return !setting.startsWith('assumption.');
}

function isEnd({ posture: now }: Ground, path: string, component: string): boolean {
  return crossing(now.paths[path]).some(({ hop }) => hop.to === component);
}

/** The hops of a path that cross the network. */
export function crossing(path: PathPosture | undefined): readonly HopPosture[] {
  return path?.hops.filter(({ crosses }) => crosses === true) ?? [];
}

/** A hop of a path as it stands. */
export function hopOf(path: PathPosture | undefined, id: string): HopPosture | undefined {
  return path?.hops.find(({ hop }) => hop.id === id);
}

/** Whether on some hop that crosses the network nobody verifies who answers; null where that is open. */
function unverified(path: PathPosture | undefined): boolean | null {
  if (path === undefined || path.route === null) return null;
  // Where a request may choose, one variant is not the whole path.
  const hops = path.variants.length > 0 ? path.variants.flatMap((variant) => variant.hops) : path.hops;
  const truths = hops.map(({ guarantees }) => guarantees['server-verified'].truth);
  if (path.verdict === 'broken' || truths.length === 0 || truths.includes('unknown')) return null;
  if (truths.every((truth) => truth === true)) return false;
  return truths.every((truth) => truth === false) ? true : null;
}

/** Whether a weakness applies and can be used from the position without a credential. */
function usable({ model, posture: now, position }: Ground, id: string): boolean | null {
  const facts = model.weaknesses[id];
  const applied = Object.values(now.paths)
    .flatMap(({ weaknesses }) => weaknesses)
    .find((weakness) => weakness.id === id);
  if (!facts || !applied || applied.applies === 'unknown') return null;
  if (!applied.applies) return false;
  return facts.from.includes(position) ? true : null;
}

const afterwards = new WeakMap<Ground, Map<string, Posture>>();

/** What follows once one more setting has a value. */
export function changed(ground: Ground, setting: string, value: Value): Posture {
  const { model, state, position } = ground;
  const known = afterwards.get(ground) ?? new Map<string, Posture>();
  afterwards.set(ground, known);
  const key = JSON.stringify([setting, value]);
  const after = known.get(key) ?? posture(model, { ...state, set: { ...state.set, [setting]: value } }, position);
  known.set(key, after);
  return after;
}
