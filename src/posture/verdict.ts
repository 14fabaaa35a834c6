import type { Guarantee, Row } from '../model/types.ts';
import type { Truth } from './evaluate.ts';

export const VERDICTS = ['safe', 'weak', 'unsafe', 'unknown', 'broken', 'absent'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The line of the truth table, or the rule beside it, that gave a verdict; a variant that is broken endangers nobody. */
const ROWS = [
  'broken',
  'proven',
  'out-of-reach',
  'weakness',
  'any-credential',
  'knock',
  'open',
  'unverified-server',
  'plain-text',
  'unknown',
  'absent',
] as const satisfies readonly Row[];

export interface Outcome {
  readonly verdict: Verdict;
  readonly row: Row;
}

/**
 * The one truth table: what four guarantees are worth to an attacker who stands on a hop.
 * @example judge({ encrypted: true, 'server-verified': false, … }) → { verdict: 'unsafe', row: 'unverified-server' }
 */
export function judge(holds: Readonly<Record<Guarantee, boolean>>): Outcome {
  if (!holds.encrypted) return { verdict: 'unsafe', row: 'plain-text' };
  if (!holds['server-verified']) return { verdict: 'unsafe', row: 'unverified-server' };
  if (!holds['client-authenticated'])
    return holds.authorized ? { verdict: 'weak', row: 'knock' } : { verdict: 'unsafe', row: 'open' };
  return holds.authorized ? { verdict: 'safe', row: 'proven' } : { verdict: 'weak', row: 'any-credential' };
}

/** Every outcome that unknown guarantees leave possible. */
export function possible(truths: Readonly<Record<Guarantee, Truth>>): Outcome[] {
  const open = (Object.keys(truths) as Guarantee[]).filter((guarantee) => truths[guarantee] === 'unknown');
  const outcomes: Outcome[] = [];
  for (let bits = 0; bits < 1 << open.length; bits++) {
    const value = (guarantee: Guarantee): boolean => {
      const truth = truths[guarantee];
      return truth === 'unknown' ? (bits & (1 << open.indexOf(guarantee))) !== 0 : truth;
    };
    outcomes.push(
      judge({
        encrypted: value('encrypted'),
        'server-verified': value('server-verified'),
        'client-authenticated': value('client-authenticated'),
        authorized: value('authorized'),
      }),
    );
  }
  return distinct(outcomes);
}

/** The worst outcome of each way to pick one from every set: what several hops are worth together. */
export function worstOf(sets: readonly (readonly Outcome[])[]): Outcome[] {
  return sets.reduce<Outcome[]>(
    (sofar, set) =>
      sofar.length === 0 ? [...set] : distinct(sofar.flatMap((a) => set.map((b) => (isWorse(b, a) ? b : a)))),
    [],
  );
}

/** One outcome when all that are possible agree on the verdict, `unknown` otherwise. */
export function settle(outcomes: readonly Outcome[]): Outcome {
  const [first] = outcomes;
  if (first === undefined || outcomes.some(({ verdict }) => verdict !== first.verdict))
    return { verdict: 'unknown', row: 'unknown' };
  return outcomes.reduce((worst, next) => (isWorse(next, worst) ? next : worst), first);
}

/** Whether an outcome is worse than another; rows are listed from best to worst. */
export function isWorse(a: Outcome, b: Outcome): boolean {
  return ROWS.indexOf(a.row) > ROWS.indexOf(b.row);
}

/** Outcomes without repetition, in their first order. */
export function distinct(outcomes: readonly Outcome[]): Outcome[] {
  return [...new Map(outcomes.map((outcome) => [outcome.row, outcome])).values()];
}
