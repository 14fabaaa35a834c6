import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Condition, Value } from '../../src/model/types.ts';
import { rulesBehind } from '../../src/posture/causes.ts';
import { evaluate, type Context, type Reason } from '../../src/posture/evaluate.ts';
import { settingsIn } from '../../src/posture/plan.ts';
import { posture } from '../../src/posture/posture.ts';
import { resolve } from '../../src/posture/resolve.ts';
import type { Verdict } from '../../src/posture/verdict.ts';
import { model, positions, settingIds, states, valuesOf } from './states.ts';

// The laws that hold for any settings, any release and any attacker, on the site's own facts.

const WORSE: readonly Verdict[] = ['safe', 'weak', 'unsafe'];

test('what is forgotten leaves a verdict as it is, or opens it', () => {
  fc.assert(
    fc.property(states, fc.uniqueArray(settingIds, { minLength: 1 }), positions, (state, forgotten, position) => {
      const set = { ...state.set, ...Object.fromEntries(forgotten.map((id) => [id, undefined])) };
      const before = posture(model, state, position).paths;
      const after = posture(model, { ...state, set }, position).paths;
      const turned = Object.keys(after).filter(
        (id) => after[id]!.verdict !== 'unknown' && after[id]!.verdict !== before[id]!.verdict,
      );
      expect(turned).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.describe('a setting at its hardened value makes no path worse, except by breaking it:', () => {
  for (const [id, { hardened }] of Object.entries(model.settings))
    if (hardened !== undefined)
      test(id, () => {
        fc.assert(
          fc.property(states, positions, (state, position) => {
            const before = posture(model, state, position).paths;
            const after = posture(model, { ...state, set: { ...state.set, [id]: hardened } }, position).paths;
            const worse = Object.keys(after).filter((path) => {
              const [was, is] = [before[path]!.verdict, after[path]!.verdict].map((each) => WORSE.indexOf(each));
              return was! >= 0 && is! > was!;
            });
            expect(worse).toEqual([]);
          }),
          { numRuns: 60 },
        );
      });
});

test('a path has exactly one route, or none and is absent, once every setting is known', () => {
  fc.assert(
    fc.property(states, (state) => {
      const context = resolve(model, state);
      for (const { id, routes, tunnel } of Object.values(model.paths)) {
        const truths = routes.map(({ when }) => evaluate(when, context).truth);
        if (truths.includes('unknown')) continue;
        const holding = truths.filter((truth) => truth === true).length;
        expect(holding, id).toBe(tunnel === undefined ? 1 : Math.min(holding, 1));
      }
    }),
    { numRuns: 300 },
  );
});

test('the reasons of a trace are enough for its answer, whatever else is forgotten', () => {
  fc.assert(
    fc.property(states, positions, (state, position) => {
      const { paths, release } = posture(model, state, position);
      const replayed = (when: Condition, because: readonly Reason[]): unknown =>
        evaluate(when, { release, conditions: model.conditions, lookup: remembering(because) }).truth;
      for (const { path, weaknesses, variants } of Object.values(paths)) {
        for (const { id, applies, because } of weaknesses)
          expect(replayed(model.weaknesses[id]!.when, because), id).toBe(applies);
        for (const { id, broken } of variants) {
          const variant = model.paths[path]!.variants.find((one) => one.id === id);
          if (variant) expect(replayed(variant.brokenWhen, broken.because), `${path} ${id}`).toBe(broken.truth);
        }
      }
    }),
    { numRuns: 100 },
  );
});

/** Knows of all settings only what some reasons tell. */
function remembering(because: readonly Reason[]): Context['lookup'] {
  return (id) => {
    const told = because.find((reason) => reason.kind === 'setting' && reason.setting === id);
    return told?.kind === 'setting' ? told : { value: undefined, origin: 'unknown' };
  };
}

test('a trace names the conditions that it went through, so that their sources can be cited', () => {
  const { paths } = posture(model, { scenario: 'kubeadm-default' }, 'moat');
  const trace = paths['apiserver-to-kubelet']!.hops[0]!.guarantees['server-verified'];
  expect(trace.rules).toEqual(['kubelet-certificate-checked']);
  expect(trace.sources).toEqual(model.channels['kubelet-tls']!['server-verified'].sources);
  expect(rulesBehind(model, trace)).toEqual(expect.arrayContaining(['K-KCLI', 'W-CPN']));
});

/** Part of how Kubernetes works: no setting closes them, so they apply wherever their path exists. */
const ALWAYS = [
  'node-address-spoofing',
  'node-credential-theft-blast-radius',
  'node-proxy-other-ports-plaintext',
  'pod-service-proxy-no-verification',
  'pod-service-proxy-plaintext',
  'proxy-dns-toctou',
  'endpoints-confused-deputy',
  'webhook-redirect-ssrf',
];

/** They hang on what no setting of a cluster shows, such as an image, a patch release or a log level; `unknown` says so. */
const OPEN = [
  'tokens-in-logs-high-verbosity',
  'node-log-query-command-injection',
  'node-mirror-pod-dra-bypass',
  'legacy-secret-tokens-never-expire',
  'in-cluster-ca-missing-falls-back',
  'client-library-tls-validation-flaw',
  'grpc-unauthenticated-memory-dos',
  'egress-selector-partial-coverage',
  'conversion-webhook-caller-anonymous',
  'webhook-token-shown-to-every-webhook',
];

test.describe('every weakness can be switched on and off, by settings or releases:', () => {
  for (const [id, { when }] of Object.entries(model.weaknesses))
    test(id, () => {
      const truths = truthsOf(when);
      if (ALWAYS.includes(id)) expect([...truths]).toEqual([true]);
      else if (OPEN.includes(id)) {
        expect(truths.has('unknown')).toBe(true);
        expect(truths.has(true) && truths.has(false)).toBe(false);
      } else expect([true, false].filter((truth) => !truths.has(truth))).toEqual([]);
    });
});

/** The answers that a condition can have, over all releases and all values of the settings that it asks for. */
function truthsOf(when: Condition): ReadonlySet<unknown> {
  const truths = new Set<unknown>();
  const settle = ([next, ...others]: readonly string[], set: Record<string, Value>): void => {
    if (truths.has(true) && truths.has(false)) return;
    if (next !== undefined) {
      for (const value of valuesOf(next)) settle(others, { ...set, [next]: value });
      return;
    }
    for (const { id: release } of model.releases)
      truths.add(evaluate(when, resolve(model, { scenario: 'bare-binaries-no-flags', release, set })).truth);
  };
  settle([...new Set(settingsIn(model, when))], {});
  return truths;
}
