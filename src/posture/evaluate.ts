import type { Condition, Value } from '../model/types.ts';
import { within } from './release.ts';

/** Kleene's three values: what was not given is unknown, never true or false. */
export type Truth = true | false | 'unknown';

export type Origin = 'given' | 'scenario' | 'default' | 'outside' | 'unknown';

/** A setting's value in force; `undefined` is unknown, `null` is "not set". */
export interface Resolved {
  readonly value: Value | undefined;
  readonly origin: Origin;
}

export interface Context {
  readonly release: string;
  readonly lookup: (setting: string) => Resolved;
  readonly conditions: Readonly<Record<string, { when: Condition }>>;
}

/** One leaf of a condition that decided its answer. */
export type Reason =
  | { readonly kind: 'setting'; readonly setting: string; readonly value: Value | undefined; readonly origin: Origin }
  | { readonly kind: 'release'; readonly release: string }
  | { readonly kind: 'nature'; readonly holds: Truth };

export interface Answer {
  readonly truth: Truth;
  readonly because: readonly Reason[];
  /** The named conditions that the deciding leaves stand in, where there are any: the rule, to cite its sources. */
  readonly rules?: readonly string[];
}

/** The answer of a condition in a context, with the leaves that decided it: one that refutes, or all that support. */
export function evaluate(condition: Condition, context: Context): Answer {
  if (typeof condition === 'boolean' || condition === 'unknown')
    return { truth: condition, because: [{ kind: 'nature', holds: condition }] };
  if ('all' in condition) return every(condition.all.map((part) => evaluate(part, context)));
  if ('any' in condition) return negate(every(condition.any.map((part) => negate(evaluate(part, context)))));
  if ('not' in condition) return negate(evaluate(condition.not, context));
  if ('release' in condition)
    return {
      truth: within(context.release, condition.release),
      because: [{ kind: 'release', release: context.release }],
    };
  if ('condition' in condition) {
    const named = context.conditions[condition.condition];
    if (!named) throw new Error(`unknown condition: ${condition.condition}`);
    const { rules = [], ...answer } = evaluate(named.when, context);
    return { ...answer, rules: [condition.condition, ...rules] };
  }
  const { value, origin } = context.lookup(condition.setting);
  return {
    truth: value === undefined ? 'unknown' : test(condition, value),
    because: [{ kind: 'setting', setting: condition.setting, value, origin }],
  };
}

/** Whether any of the answers holds, decided by the first that does; see `every` for the dual. */
export function some(answers: readonly Answer[]): Answer {
  return negate(every(answers.map(negate)));
}

/** Whether all answers hold. A refutation is decided by its first witness, everything else by all that matter. */
export function every(answers: readonly Answer[]): Answer {
  const refuted = answers.find(({ truth }) => truth === false);
  if (refuted) return refuted;
  const open = answers.filter(({ truth }) => truth === 'unknown');
  const deciding = open.length > 0 ? open : answers;
  const rules = [...new Set(deciding.flatMap((answer) => answer.rules ?? []))];
  return {
    truth: open.length > 0 ? 'unknown' : true,
    because: distinct(deciding.flatMap(({ because }) => because)),
    ...(rules.length > 0 ? { rules } : {}),
  };
}

function negate(answer: Answer): Answer {
  return { ...answer, truth: answer.truth === 'unknown' ? 'unknown' : !answer.truth };
}

function test(leaf: Extract<Condition, { setting: string }>, value: Value): boolean {
  if ('is' in leaf) return same(value, leaf.is);
  if ('is-not' in leaf) return !same(value, leaf['is-not']);
  if ('includes' in leaf) return Array.isArray(value) && value.includes(leaf.includes);
  if ('starts-with' in leaf) return startsWith(value, leaf['starts-with']);
  return (value !== null) === leaf.set;
}

/** Of a list, every entry has to start so: one address without TLS is enough to lose it. */
function startsWith(value: Value, start: string): boolean {
  const texts = Array.isArray(value) ? value : [value];
  return texts.length > 0 && texts.every((text) => typeof text === 'string' && text.startsWith(start));
}

/** Whether two values are the same; the order of a list counts. */
export function same(a: Value | undefined, b: Value | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Reasons without repetition. */
export function distinct(reasons: readonly Reason[]): Reason[] {
  const seen = new Map(reasons.map((reason) => [JSON.stringify(reason), reason]));
  return [...seen.values()];
}
