import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { GUARANTEES, type Guarantee, type Row } from '../../src/model/types.ts';
import type { Truth } from '../../src/posture/evaluate.ts';
import {
  distinct,
  isWorse,
  judge,
  possible,
  settle,
  worstOf,
  type Outcome,
  type Verdict,
} from '../../src/posture/verdict.ts';

type Four<T> = readonly [encrypted: T, server: T, client: T, authorized: T];

const four = <T>(values: Four<T>): Record<Guarantee, T> => ({
  encrypted: values[0],
  'server-verified': values[1],
  'client-authenticated': values[2],
  authorized: values[3],
});
const rows = (outcomes: readonly Outcome[]): Row[] => outcomes.map(({ row }) => row);

const SAFE: Outcome = { verdict: 'safe', row: 'proven' };
const REACHLESS: Outcome = { verdict: 'safe', row: 'out-of-reach' };
const WEAK: Outcome = { verdict: 'weak', row: 'any-credential' };
const KNOCK: Outcome = { verdict: 'weak', row: 'knock' };
const OPEN: Outcome = { verdict: 'unsafe', row: 'open' };
const UNVERIFIED: Outcome = { verdict: 'unsafe', row: 'unverified-server' };
const PLAIN: Outcome = { verdict: 'unsafe', row: 'plain-text' };

const TABLE: readonly { holds: Four<boolean | 'either'>; verdict: Verdict; row: Row; says: string }[] = [
  { holds: [false, 'either', 'either', 'either'], verdict: 'unsafe', row: 'plain-text', says: 'no encryption' },
  { holds: [true, false, 'either', 'either'], verdict: 'unsafe', row: 'unverified-server', says: 'an unproven server' },
  { holds: [true, true, false, false], verdict: 'unsafe', row: 'open', says: 'anyone may do anything' },
  { holds: [true, true, false, true], verdict: 'weak', row: 'knock', says: 'anyone may knock, little is granted' },
  { holds: [true, true, true, false], verdict: 'weak', row: 'any-credential', says: 'any credential may do anything' },
  { holds: [true, true, true, true], verdict: 'safe', row: 'proven', says: 'all four hold' },
];

const completions = (truths: Four<Truth | 'either'>): Four<boolean>[] =>
  [false, true]
    .flatMap((e) =>
      [false, true].flatMap((s) => [false, true].flatMap((c) => [false, true].map((a): Four<boolean> => [e, s, c, a]))),
    )
    .filter((values) => values.every((value, index) => truths[index] === value || typeof truths[index] === 'string'));

for (const { holds, verdict, row, says } of TABLE)
  test(`judge(guarantees) where ${says} is ${verdict}, by the row ${row}`, () => {
    for (const values of completions(holds)) expect(judge(four(values)), String(values)).toEqual({ verdict, row });
  });

test('the rows of the table leave no case out and none twice', () => {
  const cases = TABLE.flatMap(({ holds }) => completions(holds).map(String));
  expect(cases.length).toBe(2 ** GUARANTEES.length);
  expect(new Set(cases).size).toBe(cases.length);
});

test('possible(truths) of what is known is the one row of the table', () => {
  expect(possible(four<Truth>([true, true, true, false]))).toEqual([WEAK]);
});

test('possible(truths) reads the table for every value that an unknown guarantee could take', () => {
  expect(rows(possible(four<Truth>([true, true, true, 'unknown']))).sort()).toEqual(['any-credential', 'proven']);
  expect(rows(possible(four<Truth>([true, true, 'unknown', 'unknown']))).sort()).toEqual([
    'any-credential',
    'knock',
    'open',
    'proven',
  ]);
  expect(rows(possible(four<Truth>(['unknown', 'unknown', 'unknown', 'unknown'])))).toHaveLength(6);
});

test('possible(truths) lets what is known cut short what is not', () => {
  expect(possible(four<Truth>([false, 'unknown', 'unknown', 'unknown']))).toEqual([PLAIN]);
  expect(rows(possible(four<Truth>(['unknown', false, 'unknown', true]))).sort()).toEqual([
    'plain-text',
    'unverified-server',
  ]);
});

test('possible(truths) is exactly what the completions of the unknown ones give', () => {
  const truth = fc.constantFrom<Truth[]>(true, false, 'unknown');
  fc.assert(
    fc.property(fc.tuple(truth, truth, truth, truth), (truths) => {
      const each = distinct(completions(truths).map((values) => judge(four(values))));
      expect(new Set(rows(possible(four<Truth>(truths))))).toEqual(new Set(rows(each)));
    }),
  );
});

test('settle(outcomes) is unknown as soon as two verdicts are possible', () => {
  expect(settle([SAFE, WEAK])).toEqual({ verdict: 'unknown', row: 'unknown' });
  expect(settle([])).toEqual({ verdict: 'unknown', row: 'unknown' });
});

test('settle(outcomes) of one verdict gives it, by its worst row', () => {
  expect(settle([UNVERIFIED, PLAIN, OPEN])).toEqual(PLAIN);
  expect(settle([SAFE, REACHLESS])).toEqual(REACHLESS);
  expect(settle(possible(four<Truth>(['unknown', false, 'unknown', 'unknown'])))).toEqual(PLAIN);
});

test('isWorse(a, b) orders the rows of the table from its foot to its head', () => {
  const order = TABLE.map(({ verdict, row }): Outcome => ({ verdict, row })).reverse();
  for (const [place, outcome] of order.entries())
    for (const [other, next] of order.entries())
      expect(isWorse(next, outcome), `${next.row}, ${outcome.row}`).toBe(other > place);
});

test('worstOf(sets) of certain hops is the worst of them', () => {
  expect(worstOf([[SAFE], [PLAIN], [WEAK]])).toEqual([PLAIN]);
  expect(worstOf([[SAFE]])).toEqual([SAFE]);
  expect(worstOf([])).toEqual([]);
});

test('worstOf(sets) keeps open what an uncertain hop leaves open', () => {
  expect(worstOf([[SAFE, WEAK], [SAFE]])).toEqual([SAFE, WEAK]);
  expect(worstOf([[SAFE, WEAK], [KNOCK]])).toEqual([KNOCK]);
  expect(
    worstOf([
      [SAFE, OPEN],
      [WEAK, PLAIN],
    ]),
  ).toEqual([WEAK, PLAIN, OPEN]);
});

test('worstOf(sets) is the worst of every way to pick one from each, in whatever order', () => {
  const outcome = fc.constantFrom(SAFE, WEAK, KNOCK, OPEN, UNVERIFIED, PLAIN);
  const set = fc.uniqueArray(outcome, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(set, { minLength: 1, maxLength: 4 }), (sets) => {
      const picks = sets.reduce<Outcome[][]>(
        (ways, next) => ways.flatMap((way) => next.map((one) => [...way, one])),
        [[]],
      );
      const each = picks.map((pick) => pick.reduce((worst, one) => (isWorse(one, worst) ? one : worst)));
      expect(new Set(rows(worstOf(sets)))).toEqual(new Set(rows(each)));
      expect(new Set(rows(worstOf([...sets].reverse())))).toEqual(new Set(rows(each)));
    }),
  );
});
