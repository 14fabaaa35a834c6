import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Position } from '../../src/model/types.ts';
import { changed, compare, differs, settingsThatDiffer, type PathDifference } from '../../src/posture/compare.ts';
import { posture } from '../../src/posture/posture.ts';
import type { State } from '../../src/posture/resolve.ts';
import { model, positions, states } from './states.ts';

const opening: State = { scenario: 'kubeadm-default' };

function between(path: string, before: State, after: State, position: Position = 'moat'): PathDifference {
  return compare(posture(model, before, position), posture(model, after, position)).find((one) => one.path === path)!;
}

test.describe('compare(before, after)', () => {
  test('a tunnel that carries a path makes it better, by another route', () => {
    const pod = between('apiserver-to-pod', opening, { scenario: 'konnectivity-uds-grpc' });
    expect(pod).toMatchObject({ turn: 'better', route: true, verdict: true, remainder: true });
    expect(between('konnectivity', opening, { scenario: 'konnectivity-uds-grpc' }).turn).toBe('appeared');
    expect(between('konnectivity', { scenario: 'konnectivity-uds-grpc' }, opening).turn).toBe('vanished');
  });

  test('a guarantee that turns is named with its hop, and so are the weaknesses that come and go', () => {
    const set = {
      'kube-apiserver.kubelet-certificate-authority': '/ca.crt',
      'kubelet.serverTLSBootstrap': true,
      'assumption.kubelet-serving-approver': 'vetted',
    };
    const kubelet = between('apiserver-to-kubelet', opening, { ...opening, set });
    expect(kubelet.turn).toBe('better');
    expect(
      kubelet.guarantees.map(({ hop, guarantee, before, after }) => [hop, guarantee, before?.truth, after?.truth]),
    ).toEqual([['direct', 'server-verified', false, true]]);
    expect(kubelet.vanishing).toEqual(['kubelet-serving-cert-unverified']);
    expect(kubelet.appearing).toContain('logs-insecure-skip-tls-backend');
  });

  test('what breaks, what is mended, what is forgotten and what becomes known are told apart', () => {
    const broken = { ...opening, set: { 'kube-apiserver.kubelet-certificate-authority': '/ca.crt' } };
    const open = { ...opening, set: { 'kube-apiserver.kubelet-certificate-authority': undefined } };
    const turn = (before: State, after: State): string => between('apiserver-to-kubelet', before, after).turn;
    expect([turn(opening, broken), turn(broken, opening), turn(opening, open), turn(open, opening)]).toEqual([
      'broken',
      'mended',
      'open',
      'known',
    ]);
  });

  test('behind an equal verdict, what lies inside decides', () => {
    const tunnel: State = { scenario: 'konnectivity-uds-grpc' };
    const set = {
      'kube-apiserver.kubelet-certificate-authority': '/ca.crt',
      'kubelet.serverTLSBootstrap': true,
      'assumption.kubelet-serving-approver': 'vetted',
    };
    const kubelet = between('apiserver-to-kubelet', tunnel, { ...tunnel, set });
    expect(kubelet).toMatchObject({ turn: 'better', verdict: false, remainder: true });
  });
});

test('settingsThatDiffer(a, b) names what is in force, derived values too', () => {
  const set = { 'kubelet.serverTLSBootstrap': true, 'assumption.kubelet-serving-approver': 'vetted' };
  expect(
    settingsThatDiffer(model, opening, { ...opening, set })
      .map(({ setting }) => setting)
      .sort(),
  ).toEqual(['assumption.kubelet-serving-approver', 'assumption.kubelet-serving-signer', 'kubelet.serverTLSBootstrap']);
});

test.describe('for any two states', () => {
  test('there and back turns every path the other way', () => {
    const back = {
      better: 'worse',
      worse: 'better',
      broken: 'mended',
      mended: 'broken',
      appeared: 'vanished',
    } as const;
    const turns = { ...back, vanished: 'appeared', open: 'known', known: 'open', same: 'same' } as const;
    fc.assert(
      fc.property(states, states, positions, (a, b, position) => {
        const [before, after] = [posture(model, a, position), posture(model, b, position)];
        const there = compare(before, after);
        const again = compare(after, before);
        there.forEach(({ turn, path }, index) => {
          expect(again[index]!.turn, path).toBe(turns[turn]);
        });
      }),
    );
  });

  test('nothing differs from itself', () => {
    fc.assert(
      fc.property(states, positions, (state, position) => {
        const here = posture(model, state, position);
        expect(compare(here, here).filter(differs)).toEqual([]);
        expect(Object.values(changed(here, here)).flat()).toEqual([]);
      }),
    );
  });

  test('every path that turned is announced once', () => {
    fc.assert(
      fc.property(states, states, positions, (a, b, position) => {
        const [before, after] = [posture(model, a, position), posture(model, b, position)];
        const turned = compare(before, after).filter(({ turn }) => turn !== 'same');
        expect(Object.values(changed(before, after)).flat().sort()).toEqual(turned.map(({ path }) => path).sort());
      }),
    );
  });
});
