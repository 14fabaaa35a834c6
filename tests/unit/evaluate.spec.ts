import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Condition, Value } from '../../src/model/types.ts';
import {
  evaluate,
  every,
  some,
  type Answer,
  type Context,
  type Reason,
  type Truth,
} from '../../src/posture/evaluate.ts';

const VALUES: Record<string, Value | undefined> = {
  mode: ['Node', 'RBAC'],
  port: 0,
  anonymous: false,
  'client-ca': null,
  signer: undefined,
};

const context: Context = {
  release: '1.30',
  lookup: (id) => ({ value: VALUES[id], origin: VALUES[id] === undefined ? 'unknown' : 'scenario' }),
  conditions: { 'strangers-refused': { when: { setting: 'anonymous', is: false } } },
};

const truth = (condition: Condition): Truth => evaluate(condition, context).truth;
const because = (condition: Condition): string[] => evaluate(condition, context).because.map(name);
const name = (reason: Reason): string =>
  reason.kind === 'setting' ? reason.setting : reason.kind === 'release' ? reason.release : String(reason.holds);

const YES: Condition = { setting: 'port', is: 0 };
const NO: Condition = { setting: 'anonymous', is: true };
const OPEN: Condition = { setting: 'signer', is: 'self' };

test('evaluate(is) compares whole values, lists in their order', () => {
  expect(truth({ setting: 'port', is: 0 })).toBe(true);
  expect(truth({ setting: 'port', is: '0' })).toBe(false);
  expect(truth({ setting: 'mode', is: ['Node', 'RBAC'] })).toBe(true);
  expect(truth({ setting: 'mode', is: ['RBAC', 'Node'] })).toBe(false);
  expect(truth({ setting: 'client-ca', is: null })).toBe(true);
});

test('evaluate(is-not) is the contrary of is for what is known', () => {
  expect(truth({ setting: 'port', 'is-not': 0 })).toBe(false);
  expect(truth({ setting: 'client-ca', 'is-not': '/ca.crt' })).toBe(true);
});

test('evaluate(includes) asks a list for one entry, and nothing else has entries', () => {
  expect(truth({ setting: 'mode', includes: 'RBAC' })).toBe(true);
  expect(truth({ setting: 'mode', includes: 'AlwaysAllow' })).toBe(false);
  expect(truth({ setting: 'client-ca', includes: 'RBAC' })).toBe(false);
});

test('evaluate(starts-with) asks a text for its beginning, and of a list every entry', () => {
  const starting = (value: Value, start: string): Truth =>
    evaluate({ setting: 'servers', 'starts-with': start }, { ...context, lookup: () => ({ value, origin: 'given' }) })
      .truth;
  expect(starting('https://etcd:2379', 'https://')).toBe(true);
  expect(starting('http://etcd:2379', 'https://')).toBe(false);
  expect(starting(['https://a:2379', 'https://b:2379'], 'https://')).toBe(true);
  expect(starting(['https://a:2379', 'http://b:2379'], 'https://')).toBe(false);
  expect(starting([], 'https://')).toBe(false);
  expect(starting(null, 'https://')).toBe(false);
  expect(starting(2379, '2')).toBe(false);
});

test('evaluate(set) tells a setting that is not set from one that is false or zero', () => {
  expect(truth({ setting: 'client-ca', set: true })).toBe(false);
  expect(truth({ setting: 'client-ca', set: false })).toBe(true);
  expect(truth({ setting: 'port', set: true })).toBe(true);
  expect(truth({ setting: 'anonymous', set: true })).toBe(true);
});

test('evaluate(leaf) of a setting that nobody gave is unknown, whatever is asked', () => {
  for (const asked of [
    { is: 'self' },
    { 'is-not': 'self' },
    { includes: 'self' },
    { 'starts-with': 'self' },
    { set: true },
    { set: false },
  ])
    expect(truth({ setting: 'signer', ...asked }), JSON.stringify(asked)).toBe('unknown');
});

test('evaluate(leaf) says which value decided and where it comes from', () => {
  expect(evaluate({ setting: 'port', is: 10255 }, context)).toEqual({
    truth: false,
    because: [{ kind: 'setting', setting: 'port', value: 0, origin: 'scenario' }],
  });
  expect(evaluate(OPEN, context).because).toEqual([
    { kind: 'setting', setting: 'signer', value: undefined, origin: 'unknown' },
  ]);
});

test('evaluate(release) has inclusive ends and lets an end be open', () => {
  expect(truth({ release: { from: '1.30', until: '1.30' } })).toBe(true);
  expect(truth({ release: { from: '1.31' } })).toBe(false);
  expect(truth({ release: { until: '1.29' } })).toBe(false);
  expect(truth({ release: { from: '1.9' } })).toBe(true);
  expect(because({ release: { until: '1.29' } })).toEqual(['1.30']);
});

test('evaluate(constant) is decided by the nature of the thing', () => {
  for (const constant of [true, false, 'unknown'] as const)
    expect(evaluate(constant, context)).toEqual({ truth: constant, because: [{ kind: 'nature', holds: constant }] });
});

test('evaluate(named) answers for the condition behind the name, with its trace', () => {
  expect(truth({ condition: 'strangers-refused' })).toBe(true);
  expect(because({ condition: 'strangers-refused' })).toEqual(['anonymous']);
  expect(() => truth({ condition: 'strangers' })).toThrow('unknown condition: strangers');
});

test('evaluate(all) is refuted by its first false part alone, even beside unknown ones', () => {
  expect(truth({ all: [YES, OPEN, NO] })).toBe(false);
  expect(because({ all: [YES, OPEN, NO, { setting: 'mode', includes: 'ABAC' }] })).toEqual(['anonymous']);
});

test('evaluate(all) that holds needs every part; one that is open names only what is open', () => {
  expect(because({ all: [YES, { setting: 'mode', includes: 'Node' }] })).toEqual(['port', 'mode']);
  expect(truth({ all: [YES, OPEN] })).toBe('unknown');
  expect(because({ all: [YES, OPEN] })).toEqual(['signer']);
});

test('evaluate(any) is settled by its first true part alone, even beside unknown ones', () => {
  expect(truth({ any: [NO, OPEN, YES] })).toBe(true);
  expect(because({ any: [NO, OPEN, YES] })).toEqual(['port']);
});

test('evaluate(any) that fails names every part; one that is open names only what is open', () => {
  expect(because({ any: [NO, { setting: 'mode', includes: 'ABAC' }] })).toEqual(['anonymous', 'mode']);
  expect(truth({ any: [NO, OPEN] })).toBe('unknown');
  expect(because({ any: [NO, OPEN] })).toEqual(['signer']);
});

test('evaluate(not) turns the answer and keeps the trace', () => {
  expect(truth({ not: YES })).toBe(false);
  expect(truth({ not: OPEN })).toBe('unknown');
  expect(because({ not: { any: [NO, { not: OPEN }] } })).toEqual(['signer']);
});

test('evaluate(condition) names a setting once, however often it decides', () => {
  expect(because({ all: [YES, { setting: 'port', 'is-not': 1 }] })).toEqual(['port']);
});

test.describe('for any condition', () => {
  const SETTINGS = ['a', 'b', 'c', 'd'];
  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ setting: fc.constantFrom(...SETTINGS), is: fc.boolean() }),
    fc.record({ setting: fc.constantFrom(...SETTINGS), 'is-not': fc.boolean() }),
    fc.constantFrom<Condition>(true, false, 'unknown', { condition: 'named' }),
  );
  const conditions = fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('tree') }),
    ),
  })).tree;
  const values = fc.record(
    Object.fromEntries(SETTINGS.map((id) => [id, fc.constantFrom<(boolean | undefined)[]>(true, false, undefined)])),
  );
  const over = (known: Record<string, boolean | undefined>): Context => ({
    release: '1.30',
    lookup: (id) => ({ value: known[id], origin: known[id] === undefined ? 'unknown' : 'given' }),
    conditions: { named: { when: { setting: 'd', is: true } } },
  });

  test('evaluate(not not p) is evaluate(p), trace and all', () => {
    fc.assert(
      fc.property(conditions, values, (p, known) => {
        expect(evaluate({ not: { not: p } }, over(known))).toEqual(evaluate(p, over(known)));
      }),
    );
  });

  test('De Morgan: evaluate(any) is the contrary of all contraries, trace and all', () => {
    fc.assert(
      fc.property(fc.array(conditions, { minLength: 1, maxLength: 3 }), values, (parts, known) => {
        const contrary: Condition = { not: { all: parts.map((part) => ({ not: part })) } };
        expect(evaluate({ any: parts }, over(known))).toEqual(evaluate(contrary, over(known)));
      }),
    );
  });

  test('evaluate(all) and evaluate(any) commute, associate, absorb and distribute in their truth', () => {
    fc.assert(
      fc.property(conditions, conditions, conditions, values, (p, q, r, known) => {
        const same = (left: Condition, right: Condition): void => {
          expect(evaluate(left, over(known)).truth).toBe(evaluate(right, over(known)).truth);
        };
        same({ all: [p, q] }, { all: [q, p] });
        same({ any: [p, q] }, { any: [q, p] });
        same({ all: [p, { all: [q, r] }] }, { all: [p, q, r] });
        same({ any: [p, { any: [q, r] }] }, { any: [p, q, r] });
        same({ all: [p, { any: [p, q] }] }, p);
        same({ any: [p, { all: [p, q] }] }, p);
        same({ all: [p, { any: [q, r] }] }, { any: [{ all: [p, q] }, { all: [p, r] }] });
      }),
    );
  });

  test('Kleene: what is learned later never turns an answer, it only closes an open one', () => {
    fc.assert(
      fc.property(conditions, values, values, (p, known, more) => {
        const learned = Object.fromEntries(SETTINGS.map((id) => [id, known[id] ?? more[id]]));
        const before = evaluate(p, over(known)).truth;
        if (before !== 'unknown') expect(evaluate(p, over(learned)).truth).toBe(before);
      }),
    );
  });

  test('the trace of a definite answer suffices: no other setting can turn it', () => {
    fc.assert(
      fc.property(conditions, values, values, (p, known, others) => {
        const answer = evaluate(p, over(known));
        expect(answer.because).not.toHaveLength(0);
        if (answer.truth === 'unknown') return;
        const deciding = new Set(answer.because.map(name));
        const changed = Object.fromEntries(SETTINGS.map((id) => [id, deciding.has(id) ? known[id] : others[id]]));
        expect(evaluate(p, over(changed)).truth).toBe(answer.truth);
      }),
    );
  });
});

test('every(answers) and some(answers) of nothing hold and fail', () => {
  expect(every([])).toEqual({ truth: true, because: [] });
  expect(some([])).toEqual({ truth: false, because: [] });
  const open: Answer = { truth: 'unknown', because: [{ kind: 'nature', holds: 'unknown' }] };
  expect(some([{ truth: false, because: [] }, open])).toEqual(open);
});
