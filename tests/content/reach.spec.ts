import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Position } from '../../src/model/types.ts';
import { posture } from '../../src/posture/posture.ts';
import { powers, reach } from '../../src/posture/reach.ts';
import type { State } from '../../src/posture/resolve.ts';
import { model, positions, states } from './states.ts';

/** The listeners that can be dialled, as "port: asks, encrypts". */
function dialled(scenario: string, set: State['set'] = {}, release?: string): Record<string, string> {
  return Object.fromEntries(
    reach(model, { scenario, set, release })
      .filter(({ reachable }) => reachable.truth === true)
      .map(({ listener, authenticated, encrypted }) => [
        listener.port,
        `${String(authenticated.truth)}, ${String(encrypted.truth)}`,
      ]),
  );
}

test.describe('reach(state)', () => {
  test('kubeadm binds what is its own to the loopback address, and leaves kube-proxy’s health to everyone', () => {
    expect(dialled('kubeadm-default')).toEqual({
      '6443': 'false, true',
      '2379': 'true, true',
      '2380': 'true, true',
      '10250': 'true, true',
      '10256': 'false, false',
    });
  });

  test('bare binaries open everything', () => {
    expect(dialled('bare-binaries-no-flags')).toMatchObject({
      '6443': 'true, true',
      '10250': 'false, true',
      '10255': 'false, false',
      '10257': 'true, true',
      '10259': 'true, true',
    });
  });

  test('Konnectivity listens for agents, and for the API server where it is dialled over TCP', () => {
    expect(dialled('konnectivity-uds-grpc')).toMatchObject({ '8091': 'true, true', '8092': 'false, false' });
    expect(dialled('konnectivity-uds-grpc')).not.toHaveProperty('8090');
    expect(dialled('konnectivity-tcp-mtls')).toMatchObject({ '8090': 'true, true' });
    expect(dialled('konnectivity-tcp-mtls', { 'kube-apiserver.egress.cluster.transport': 'http' })).toMatchObject({
      '8090': 'false, false',
    });
    expect(dialled('konnectivity-no-agent-auth')).toMatchObject({ '8091': 'false, true' });
    expect(dialled('hardened-public-ips')).not.toHaveProperty('8092');
  });

  test('what a managed service does not document is not known', () => {
    const agents = reach(model, { scenario: 'gke' }).find(({ id }) => id === 'konnectivity-agents');
    expect(agents?.reachable.truth).toBe('unknown');
  });

  test('SSH and the supervisor listen where they are used', () => {
    expect(dialled('legacy-ssh-tunnels')).toHaveProperty('22');
    expect(dialled('legacy-ssh-tunnels', {}, '1.22')).not.toHaveProperty('22');
    expect(dialled('k3s-default')).toHaveProperty('6443, 9345');
    expect(dialled('kubeadm-default')).not.toHaveProperty('6443, 9345');
  });

  test('what exists and is bound to its own host is listed as out of reach', () => {
    const metrics = reach(model, { scenario: 'kubeadm-default' }).find(({ id }) => id === 'kube-proxy-metrics');
    expect(metrics?.reachable.truth).toBe(false);
  });
});

test.describe('powers(path)', () => {
  const can = (path: string, scenario: string, set: State['set'] = {}, position: Position = 'moat'): string => {
    const { read, alter, impersonate } = powers(
      model,
      posture(model, { scenario, set }, position).paths[path]!,
      position,
    );
    return [read, alter, impersonate].map(String).join(' ');
  };

  test('plain text gives all three, and so does a server that nobody verifies', () => {
    expect(can('apiserver-to-pod', 'kubeadm-default')).toBe('true true true');
    expect(can('apiserver-to-kubelet', 'kubeadm-default')).toBe('true true true');
  });

  test('what is proven gives none', () => {
    expect(can('node-to-apiserver', 'kubeadm-default')).toBe('false false false');
    expect(can('apiserver-to-pod', 'konnectivity-uds-grpc')).toBe('false false false');
  });

  test('a Pod neither reads nor alters, but passes for whoever proves nothing', () => {
    expect(can('apiserver-to-pod', 'kubeadm-default', {}, 'pod')).toBe('false false true');
    expect(can('apiserver-to-kubelet', 'kubeadm-default', {}, 'pod')).toBe('false false false');
    expect(can('konnectivity', 'konnectivity-no-agent-auth', {}, 'pod')).toBe('false false true');
  });

  test('a Pod that plays an agent gets what the tunnel carries', () => {
    expect(can('apiserver-to-pod', 'konnectivity-no-agent-auth', {}, 'pod')).toBe('true true true');
  });

  test('what does not exist or does not work gives none', () => {
    expect(can('ssh-tunnel', 'kubeadm-default')).toBe('false false false');
    const authority = { 'kube-apiserver.kubelet-certificate-authority': '/ca.crt' };
    expect(can('apiserver-to-kubelet', 'kubeadm-default', authority)).toBe('false false false');
  });

  test('what is not known is not denied', () => {
    expect(can('apiserver-to-kubelet', 'gke')).toContain('unknown');
  });

  test('they agree with the verdict, for any state', () => {
    fc.assert(
      fc.property(states, positions, (state, position) => {
        for (const path of Object.values(posture(model, state, position).paths)) {
          const { read, alter, impersonate } = powers(model, path, position);
          const all = [read, alter, impersonate];
          if (path.row === 'plain-text' || path.row === 'unverified-server')
            expect(all, path.path).not.toContain(false);
          if (path.row === 'open' || path.row === 'knock') expect(impersonate, path.path).not.toBe(false);
          if (path.row === 'proven' || path.row === 'out-of-reach')
            expect(all, path.path).toEqual([false, false, false]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
