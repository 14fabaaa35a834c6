import { decidingSettings } from '../../src/site/deciding.ts';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Position } from '../../src/model/types.ts';
import { POSITIONS } from '../../src/posture/address.ts';
import { plan, type Plan } from '../../src/posture/plan.ts';
import { posture, type Posture } from '../../src/posture/posture.ts';
import type { State } from '../../src/posture/resolve.ts';
import type { Verdict } from '../../src/posture/verdict.ts';
import { model, positions, states } from './states.ts';

const RANK: Record<Verdict, number> = { safe: 0, absent: 0, weak: 1, unsafe: 2, unknown: 3, broken: 4 };
const goals = fc.constantFrom('all', ...Object.keys(model.paths));
const paths = Object.keys(model.paths);

const asked = (goal: string): string[] => paths.filter((id) => goal === 'all' || id === goal);
const rank = (seen: Posture, id: string): number => RANK[seen.paths[id]!.verdict];
const settings = ({ steps }: Plan): string[] => steps.map(({ setting }) => setting);

/** The state with some steps done, whatever their order. */
function done(state: State, steps: Plan['steps']): State {
  return { ...state, set: { ...state.set, ...Object.fromEntries(steps.map(({ setting, to }) => [setting, to])) } };
}

test.describe('for any state, attacker and goal', () => {
  const check = (law: (found: Plan, state: State, position: Position, goal: string) => void): void => {
    fc.assert(
      fc.property(states, positions, goals, (state, position, goal) =>
        law(plan(model, state, position, goal), state, position, goal),
      ),
      { numRuns: 60 },
    );
  };

  test('the end is what the plan says, and what stays is named', () => {
    check(({ steps, after, stays }, state, position, goal) => {
      expect(after).toEqual(posture(model, done(state, steps), position));
      if (steps.length > 0) expect(steps.at(-1)!.state).toEqual(done(state, steps));
      expect(stays.map(({ path }) => path)).toEqual(asked(goal).filter((id) => rank(after, id) > 0));
    });
  });

  test('nothing that worked stops working on the way, and no path ends up worse', () => {
    check(({ steps, before, after }, _, position) => {
      for (const { state } of steps)
        for (const [id, { verdict }] of Object.entries(posture(model, state, position).paths))
          if (before.paths[id]!.verdict !== 'broken') expect(verdict, id).not.toBe('broken');
      for (const id of paths) expect(rank(after, id), id).toBeLessThanOrEqual(rank(before, id));
    });
  });

  test('no step can be dropped', () => {
    check(({ steps, after }, state, position) => {
      for (const step of steps) {
        const others = steps.filter((one) => one !== step);
        const without = posture(model, done(state, others), position);
        const worse = paths.filter((id) => rank(without, id) > rank(after, id));
        expect(worse, step.setting).not.toEqual([]);
        expect(step.serves).toEqual(worse);
      }
    });
  });

  test('what a step says of itself is so', () => {
    check(({ steps, before }, state, position) => {
      let now = before;
      for (const step of steps) {
        const next = posture(model, step.state, position);
        expect(step.improves).toEqual(paths.filter((id) => rank(next, id) < rank(now, id)));
        const alone = posture(model, done(state, [step]), position);
        expect(step.breaksAlone).toEqual(paths.filter((id) => rank(alone, id) === 4 && rank(before, id) !== 4));
        now = next;
      }
    });
  });

  test('nothing is left to plan once a plan is done', () => {
    check(({ steps }, state, position, goal) => {
      expect(settings(plan(model, done(state, steps), position, goal))).toEqual([]);
    });
  });
});

test.describe('no smaller set of changes does as much:', () => {
  const to = (id: string) => {
    const { hardened, opens } = model.settings[id]!;
    return hardened === undefined ? opens : hardened;
  };
  // K3s is another product, and who signed follows from other settings.
  const left = ['k3s.egress-selector-mode', 'assumption.kubelet-serving-signer'];
  const deciding = new Set(Object.keys(model.paths).flatMap((id) => decidingSettings(model, id)));
  const movable = [...deciding].filter((id) => to(id) !== undefined && !left.includes(id));

  for (const scenario of ['kubeadm-default', 'konnectivity-no-agent-auth', 'hardened-public-ips'])
    for (const position of POSITIONS)
      test(`${scenario}, ${position}`, () => {
        const { steps, after } = plan(model, { scenario }, position, 'all');
        const sufficient = (ids: string[]): boolean => {
          const set = Object.fromEntries(ids.map((id) => [id, to(id)]));
          const there = posture(model, { scenario, set }, position);
          return paths.every((id) => rank(there, id) <= rank(after, id));
        };
        const sets = (size: number, from = 0): string[][] =>
          size === 0
            ? [[]]
            : movable.slice(from).flatMap((id, at) => sets(size - 1, from + at + 1).map((rest) => [id, ...rest]));
        const smaller = steps.length === 0 ? [] : sets(Math.min(steps.length - 1, 2)).filter(sufficient);
        expect(smaller).toEqual([]);
      });
});

test.describe('hardening in the right order', () => {
  test('the kubelet: an approver, then certificates, then the flag that checks them', () => {
    const found = plan(model, { scenario: 'kubeadm-default' }, 'node-network', 'apiserver-to-kubelet');
    expect(settings(found)).toEqual([
      'assumption.kubelet-serving-approver',
      'kubelet.serverTLSBootstrap',
      'kube-apiserver.kubelet-certificate-authority',
    ]);
    expect(found.steps.map(({ form, restart, breaksAlone }) => [form, restart, breaksAlone])).toEqual([
      ['assumption', null, []],
      ['field', 'kubelet', expect.arrayContaining(['apiserver-to-kubelet'])],
      ['flag', 'kube-apiserver', expect.arrayContaining(['apiserver-to-kubelet'])],
    ]);
    expect(found.after.paths['apiserver-to-kubelet']!.verdict).toBe('safe');
  });

  test('a kubelet that flags configure gets flags, and knows its callers before it refuses strangers', () => {
    const found = plan(model, { scenario: 'bare-binaries-no-flags' }, 'pod', 'apiserver-to-kubelet');
    expect(settings(found).at(-1)).toBe('kubelet.authorization.mode');
    expect(found.steps.filter(({ form }) => form === 'field')).toEqual([]);
  });

  test('a tunnel knows its agents before it carries traffic', () => {
    const found = plan(model, { scenario: 'kubeadm-default' }, 'moat', 'apiserver-to-pod');
    expect(settings(found)).toEqual([
      'konnectivity-server.cluster-ca-cert',
      'kube-apiserver.egress.cluster.proxyProtocol',
    ]);
  });

  test('a broken cluster is mended', () => {
    const set = { 'kube-apiserver.kubelet-certificate-authority': '/etc/kubernetes/pki/ca.crt' };
    const found = plan(model, { scenario: 'kubeadm-default', set }, 'node-network', 'apiserver-to-kubelet');
    expect(found.before.paths['apiserver-to-kubelet']!.verdict).toBe('broken');
    expect(settings(found)).toEqual(['assumption.kubelet-serving-approver', 'kubelet.serverTLSBootstrap']);
  });

  test('what no setting changes stays, with its reason', () => {
    const { steps, stays } = plan(model, { scenario: 'kubeadm-default' }, 'node-network', 'apiserver-to-pod');
    expect(steps).toEqual([]);
    expect(stays).toEqual([
      {
        path: 'apiserver-to-pod',
        outcome: { verdict: 'unsafe', row: 'plain-text' },
        because: [{ kind: 'nature', holds: false }],
      },
    ]);
  });

  test('K3s is changed as K3s, and nobody else is made one', () => {
    expect(settings(plan(model, { scenario: 'k3s-default' }, 'moat', 'apiserver-to-pod'))).toEqual([
      'k3s.egress-selector-mode',
    ]);
    const others = settings(plan(model, { scenario: 'kubeadm-default' }, 'moat', 'all'));
    expect(others).not.toContain('k3s.egress-selector-mode');
  });

  test('agents prove themselves in one way: a token that is half configured is completed', () => {
    const set = { 'konnectivity-server.agent-namespace': 'kube-system' };
    const found = plan(model, { scenario: 'konnectivity-no-agent-auth', set }, 'moat', 'konnectivity');
    expect(settings(found)).toEqual([
      'konnectivity-server.agent-service-account',
      'konnectivity-server.authentication-audience',
    ]);
  });
});
