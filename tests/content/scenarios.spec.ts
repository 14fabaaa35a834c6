import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { languages } from '../../src/i18n/languages.ts';
import { assemble } from '../../src/model/assemble.ts';
import type { Position, Setting, Value } from '../../src/model/types.ts';
import { evaluate } from '../../src/posture/evaluate.ts';
import { posture, type PathPosture, type Posture } from '../../src/posture/posture.ts';
import { resolve, type State } from '../../src/posture/resolve.ts';
import { read } from '../../src/site/content.ts';

// What the facts base says of each scenario, against the site's own content. A mistake in some language's words
// is content.spec.ts's to report; the facts are read without them.
const { model } = assemble(read('content').files, languages);

const CA = '/etc/kubernetes/pki/ca.crt';
const POSITIONS: readonly Position[] = ['moat', 'node-network', 'pod'];
const CARRIED = ['apiserver-to-kubelet', 'apiserver-to-node', 'apiserver-to-pod', 'apiserver-to-service'];

/** Each path's verdict with the row that gave it, and its remainder where there is one. */
function rows({ paths }: Posture, only: readonly string[] = Object.keys(paths)): Record<string, string> {
  return Object.fromEntries(only.map((id) => [id, told(paths[id])]));
}

function told(path: PathPosture | undefined): string {
  if (!path) return 'no such path';
  const { verdict, row, remainder } = path;
  return `${verdict}: ${row}${remainder ? `, then ${remainder.verdict}: ${remainder.row}` : ''}`;
}

/** One path of a scenario, with what overrides it. */
function one(path: string, scenario: string, set: State['set'] = {}, position: Position = 'moat'): PathPosture {
  const found = posture(model, { scenario, set }, position).paths[path];
  if (!found) throw new Error(`unknown path: ${path}`);
  return found;
}

/** The weaknesses of a scenario that apply for certain, on any path. */
function applying(scenario: string): ReadonlySet<string> {
  const { paths } = posture(model, { scenario }, 'moat');
  return new Set(
    Object.values(paths).flatMap((path) =>
      path.weaknesses.flatMap(({ id, applies }) => (applies === true ? [id] : [])),
    ),
  );
}

test.describe('kubeadm-default', () => {
  const EXPECTED: Record<string, string> = {
    'apiserver-to-kubelet': 'unsafe: unverified-server',
    'apiserver-to-node': 'unsafe: plain-text',
    'apiserver-to-pod': 'unsafe: plain-text',
    'apiserver-to-service': 'unsafe: plain-text',
    'node-to-apiserver': 'safe: proven',
    'pod-to-apiserver': 'safe: proven',
    'control-plane-to-apiserver': 'safe: out-of-reach',
    'client-to-apiserver': 'safe: proven',
    'monitoring-to-kubelet': 'broken: broken',
    'control-plane-endpoints': 'safe: out-of-reach',
    'apiserver-to-etcd': 'safe: out-of-reach',
    'apiserver-to-webhook': 'weak: knock',
    'apiserver-to-extension-apiserver': 'safe: proven',
    'ssh-tunnel': 'absent: absent',
    konnectivity: 'absent: absent',
  };
  const opening = posture(model, { scenario: 'kubeadm-default' }, 'moat');

  test('opens at the newest release', () => {
    expect(opening.release).toBe('1.37');
    expect(opening.release).toBe(model.releases.at(-1)?.id);
  });

  for (const [path, row] of Object.entries(EXPECTED))
    test(`from the moat, ${path} is ${row}`, () => {
      expect(told(opening.paths[path])).toBe(row);
    });

  test('dials every path directly', () => {
    expect(CARRIED.map((id) => opening.paths[id]?.route)).toEqual(CARRIED.map(() => 'direct'));
  });

  test('with a control plane that spans a network, its own calls are seen and proven', () => {
    const spanned = one('control-plane-to-apiserver', 'kubeadm-default', {
      'assumption.control-plane-spans-network': 'yes',
    });
    expect(told(spanned)).toBe('safe: proven');
  });

  test('a Pod cannot act on the kubelet, but speaks plain text as well as anyone', () => {
    const { paths } = posture(model, { scenario: 'kubeadm-default' }, 'pod');
    expect(told(paths['apiserver-to-kubelet'])).toBe('safe: proven');
    expect(told(paths['apiserver-to-pod'])).toBe('unsafe: open');
  });

  test('a request to a node is judged by the worst of what it may ask for', () => {
    const { variants } = one('apiserver-to-node', 'kubeadm-default');
    expect(variants.map(({ id, outcome }) => `${id}: ${outcome.row}`)).toEqual([
      'kubelet-port: unverified-server',
      'http: plain-text',
      'https: unverified-server',
    ]);
  });
});

test.describe('hardening the kubelet, step by step', () => {
  const kubelet = (set: State['set']): string => told(one('apiserver-to-kubelet', 'kubeadm-default', set));
  const authority = { 'kube-apiserver.kubelet-certificate-authority': CA };
  const bootstrap = { 'kubelet.serverTLSBootstrap': true };
  const vetted = { 'assumption.kubelet-serving-approver': 'vetted' };

  test('the CA flag alone breaks it: kubelets still show self-signed certificates', () => {
    expect(kubelet(authority)).toBe('broken: broken');
  });

  test('serverTLSBootstrap without an approver breaks it: the kubelet waits for a certificate', () => {
    expect(kubelet(bootstrap)).toBe('broken: broken');
    expect(kubelet({ ...bootstrap, ...authority })).toBe('broken: broken');
  });

  test('signed certificates that nobody verifies change nothing', () => {
    expect(kubelet({ ...bootstrap, ...vetted })).toBe('unsafe: unverified-server');
  });

  test('signed certificates, a vetted approver and the CA flag make it safe', () => {
    expect(kubelet({ ...bootstrap, ...vetted, ...authority })).toBe('safe: proven');
  });

  test('a certificate of another CA is not known to match, so nothing is promised', () => {
    expect(kubelet({ 'kubelet.tlsCertFile': '/tls.crt', ...authority })).toBe('unknown: unknown');
  });

  test('a kubelet that refuses strangers and an API server without a certificate do not work together', () => {
    expect(kubelet({ 'kube-apiserver.kubelet-client-certificate': null })).toBe('broken: broken');
    expect(kubelet({ 'kubelet.authentication.x509.clientCAFile': null })).toBe('broken: broken');
  });
});

test.describe('bare-binaries-no-flags', () => {
  const bare = posture(model, { scenario: 'bare-binaries-no-flags' }, 'moat');

  test('what calls the API server is encrypted and known, but every credential may do everything', () => {
    expect(rows(bare, ['node-to-apiserver', 'pod-to-apiserver'])).toEqual({
      'node-to-apiserver': 'weak: any-credential',
      'pod-to-apiserver': 'weak: any-credential',
    });
  });

  test('a kubelet that only flags configure is open to anyone', () => {
    expect(told(bare.paths['apiserver-to-kubelet'])).toBe('unsafe: unverified-server');
    expect(told(one('apiserver-to-kubelet', 'bare-binaries-no-flags', {}, 'pod'))).toBe('unsafe: open');
    const { guarantees } = bare.paths['apiserver-to-kubelet']!.hops.at(-1)!;
    expect([guarantees['client-authenticated'].truth, guarantees.authorized.truth]).toEqual([false, false]);
  });

  test('AlwaysAllow switches anonymous requests to the API server off', () => {
    const { lookup } = resolve(model, { scenario: 'bare-binaries-no-flags' });
    expect(lookup('kube-apiserver.anonymous-auth')).toEqual({ value: false, origin: 'default' });
    expect(applying('bare-binaries-no-flags')).not.toContain('apiserver-anonymous-requests-enabled');
  });

  test('the configuration file alone repairs the kubelet’s own defaults', () => {
    const inForce = (scenario: string, id: string): unknown => resolve(model, { scenario }).lookup(id).value;
    expect(inForce('bare-binaries-no-flags', 'kubelet.readOnlyPort')).toBe(10255);
    expect(inForce('bare-binaries-no-flags', 'kubelet.authorization.mode')).toBe('AlwaysAllow');
    const byFile = { ...model.scenarios['bare-binaries-no-flags']!, origins: { kubelet: 'file' as const } };
    const repaired = { ...model, scenarios: { ...model.scenarios, repaired: byFile } };
    expect(resolve(repaired, { scenario: 'repaired' }).lookup('kubelet.readOnlyPort').value).toBe(0);
    expect(resolve(repaired, { scenario: 'repaired' }).lookup('kubelet.authorization.mode').value).toBe('Webhook');
  });
});

test.describe('tunnels', () => {
  for (const scenario of ['konnectivity-uds-grpc', 'konnectivity-tcp-mtls'])
    test(`${scenario} is safe across the moat, and changes nothing behind it`, () => {
      expect(rows(posture(model, { scenario }, 'moat'), [...CARRIED, 'konnectivity'])).toEqual({
        'apiserver-to-kubelet': 'safe: proven, then unsafe: unverified-server',
        'apiserver-to-node': 'safe: proven, then unsafe: plain-text',
        'apiserver-to-pod': 'safe: proven, then unsafe: plain-text',
        'apiserver-to-service': 'safe: proven, then unsafe: plain-text',
        konnectivity: 'safe: proven',
      });
      expect(told(one('apiserver-to-pod', scenario, {}, 'node-network'))).toBe('unsafe: plain-text');
    });

  test('Konnectivity agents dial, and requests come back against the dial', () => {
    const tunnel = one('konnectivity', 'konnectivity-uds-grpc').hops.find(({ hop: { id } }) => id === 'tunnel');
    expect(tunnel?.hop).toMatchObject({ from: ['konnectivity-agent'], to: 'konnectivity-server', request: 'against' });
    expect(tunnel?.crosses).toBe(true);
  });

  test('konnectivity-no-agent-auth lets anyone be an agent, so nobody knows where a request ends', () => {
    expect(
      rows(posture(model, { scenario: 'konnectivity-no-agent-auth' }, 'moat'), [...CARRIED, 'konnectivity']),
    ).toEqual({
      'apiserver-to-kubelet': 'unsafe: unverified-server',
      'apiserver-to-node': 'unsafe: unverified-server',
      'apiserver-to-pod': 'unsafe: unverified-server',
      'apiserver-to-service': 'unsafe: unverified-server',
      konnectivity: 'unsafe: open',
    });
    expect(applying('konnectivity-no-agent-auth')).toContain('konnectivity-agent-auth-not-enforced');
  });

  test('one part of the token triple is not enough to know an agent', () => {
    const triple = {
      'konnectivity-server.agent-namespace': 'kube-system',
      'konnectivity-server.agent-service-account': 'konnectivity-agent',
      'konnectivity-server.authentication-audience': 'system:konnectivity-server',
    };
    const konnectivity = (set: State['set']): string => told(one('konnectivity', 'konnectivity-no-agent-auth', set));
    expect(konnectivity(triple)).toBe('safe: proven');
    for (const left of Object.keys(triple))
      expect(konnectivity({ ...triple, [left]: null }), left).toBe('unsafe: open');
    expect(konnectivity({ 'konnectivity-server.cluster-ca-cert': CA })).toBe('safe: proven');
  });

  test('even so, a kubelet that is verified end to end cannot be played by a rogue agent', () => {
    const verified = one('apiserver-to-kubelet', 'konnectivity-no-agent-auth', {
      'kube-apiserver.kubelet-certificate-authority': CA,
      'kubelet.serverTLSBootstrap': true,
      'assumption.kubelet-serving-approver': 'vetted',
    });
    expect(told(verified)).toBe('safe: proven');
  });

  test('legacy-ssh-tunnels hide from a listener only: any host key is accepted', () => {
    const legacy = posture(model, { scenario: 'legacy-ssh-tunnels' }, 'moat');
    expect(legacy.release).toBe('1.21');
    expect(rows(legacy, [...CARRIED, 'ssh-tunnel'])).toEqual(
      Object.fromEntries([...CARRIED, 'ssh-tunnel'].map((id) => [id, 'unsafe: unverified-server'])),
    );
    expect(legacy.paths['ssh-tunnel']?.hops[0]?.guarantees['server-verified']).toMatchObject({
      truth: false,
      channel: 'ssh',
    });
    expect(applying('legacy-ssh-tunnels')).toContain('ssh-tunnel-host-key-ignored');
  });

  test('from 1.22 on the SSH flags are dropped, and with them the tunnel', () => {
    const later = posture(model, { scenario: 'legacy-ssh-tunnels', release: '1.22' }, 'moat');
    expect(told(later.paths['ssh-tunnel'])).toBe('absent: absent');
    const given = { 'kube-apiserver.ssh-user': 'tunnel', 'kube-apiserver.ssh-keyfile': '/key' };
    expect(told(one('ssh-tunnel', 'kubeadm-default', given))).toBe('absent: absent');
    expect(one('apiserver-to-pod', 'kubeadm-default', given).route).toBe('direct');
  });

  test('where both are configured, Konnectivity carries what SSH would have', () => {
    const { paths } = posture(
      model,
      {
        scenario: 'legacy-ssh-tunnels',
        release: '1.20',
        set: { 'kube-apiserver.egress.cluster.proxyProtocol': 'HTTPConnect' },
      },
      'moat',
    );
    expect(CARRIED.map((id) => paths[id]?.route)).toEqual(CARRIED.map(() => 'konnectivity'));
    expect(told(paths['ssh-tunnel'])).toBe('absent: absent');
  });

  for (const scenario of ['k3s-default', 'rke2-default'])
    test(`${scenario} verifies its kubelets through its own tunnel, and leaves Pods outside it`, () => {
      const product = posture(model, { scenario }, 'moat');
      expect(told(product.paths['apiserver-to-kubelet'])).toBe('safe: proven');
      expect(product.paths['apiserver-to-kubelet']?.route).toBe('agent-tunnel');
      expect(rows(product, ['apiserver-to-pod', 'apiserver-to-service', 'konnectivity', 'ssh-tunnel'])).toEqual({
        'apiserver-to-pod': 'unsafe: plain-text',
        'apiserver-to-service': 'unsafe: plain-text',
        konnectivity: 'absent: absent',
        'ssh-tunnel': 'absent: absent',
      });
    });
});

test('hardened-public-ips is safe across the moat; Pods and Services stay unverified behind it', () => {
  const hardened = posture(model, { scenario: 'hardened-public-ips' }, 'moat');
  expect(
    Object.values(hardened.paths)
      .filter(({ verdict }) => verdict !== 'safe')
      .map(({ path }) => path),
  ).toEqual(['ssh-tunnel']);
  expect(rows(hardened, CARRIED)).toEqual({
    'apiserver-to-kubelet': 'safe: proven',
    'apiserver-to-node': 'safe: proven, then unsafe: plain-text',
    'apiserver-to-pod': 'safe: proven, then unsafe: plain-text',
    'apiserver-to-service': 'safe: proven, then unsafe: plain-text',
  });
});

// From the moat: client-to-apiserver, monitoring-to-kubelet, control-plane-endpoints.
const OUTSIDE_THE_SPOKES: Record<string, readonly [string, string, string]> = {
  'kubeadm-default': ['safe: proven', 'broken: broken', 'safe: out-of-reach'],
  'bare-binaries-no-flags': [
    'weak: any-credential',
    'weak: weakness, then unsafe: plain-text',
    'unsafe: unverified-server',
  ],
  'legacy-ssh-tunnels': ['safe: proven', 'unknown: unknown', 'safe: out-of-reach'],
  'konnectivity-uds-grpc': ['safe: proven', 'broken: broken', 'safe: out-of-reach'],
  'konnectivity-tcp-mtls': ['safe: proven', 'broken: broken', 'safe: out-of-reach'],
  'konnectivity-no-agent-auth': ['safe: proven', 'broken: broken', 'safe: out-of-reach'],
  'hardened-public-ips': ['safe: proven', 'safe: out-of-reach', 'safe: out-of-reach'],
  'k3s-default': ['safe: proven', 'safe: out-of-reach', 'safe: out-of-reach'],
  'rke2-default': ['safe: proven', 'safe: out-of-reach', 'safe: out-of-reach'],
  gke: ['unknown: unknown', 'unknown: unknown', 'unknown: unknown'],
  aks: ['unknown: unknown', 'unknown: unknown', 'unknown: unknown'],
  eks: ['unknown: unknown', 'unknown: unknown', 'unknown: unknown'],
};

for (const [scenario, [client, monitoring, endpoints]] of Object.entries(OUTSIDE_THE_SPOKES))
  test(`${scenario}: clients, collectors and the control plane’s own endpoints`, () => {
    const paths = ['client-to-apiserver', 'monitoring-to-kubelet', 'control-plane-endpoints'];
    expect(rows(posture(model, { scenario }, 'moat'), paths)).toEqual({
      'client-to-apiserver': client,
      'monitoring-to-kubelet': monitoring,
      'control-plane-endpoints': endpoints,
    });
  });

test('every scenario has its row of those three paths', () => {
  expect(Object.keys(OUTSIDE_THE_SPOKES).sort()).toEqual(Object.keys(model.scenarios).sort());
});

test.describe('monitoring-to-kubelet', () => {
  const collector = (set: State['set'], position: Position = 'node-network'): string =>
    told(one('monitoring-to-kubelet', 'kubeadm-default', set, position));
  const signed = { 'kubelet.serverTLSBootstrap': true, 'assumption.kubelet-serving-approver': 'vetted' };

  test('a collector that verifies gets nothing from self-signed kubelets', () => {
    expect(collector({})).toBe('broken: broken');
  });

  test('skipping verification makes it work, and hands the token to whoever answers', () => {
    expect(collector({ 'metrics-server.kubelet-insecure-tls': true })).toBe('unsafe: unverified-server');
    expect(collector({ 'metrics-server.kubelet-insecure-tls': true }, 'moat')).toBe(
      'safe: out-of-reach, then unsafe: unverified-server',
    );
  });

  test('signed serving certificates make it safe', () => {
    expect(collector(signed)).toBe('safe: proven');
  });

  test('a kubelet that does not check tokens refuses the collector', () => {
    expect(collector({ ...signed, 'kubelet.authentication.webhook.enabled': false })).toBe('broken: broken');
    expect(
      collector({
        ...signed,
        'kubelet.authentication.webhook.enabled': false,
        'metrics-server.kubelet-client-certificate': '/tls.crt',
      }),
    ).toBe('safe: proven');
  });

  test('the read-only port works without any of this, and proves nothing', () => {
    expect(collector({ 'kubelet.readOnlyPort': 10255 })).toBe('unsafe: plain-text');
  });
});

test.describe('control-plane-endpoints', () => {
  const endpoints = (set: State['set'], position: Position = 'moat'): string =>
    told(one('control-plane-endpoints', 'kubeadm-default', set, position));
  const everywhere = { 'kube-scheduler.bind-address': '0.0.0.0' };

  test('a wider bind address shows callers a certificate that they cannot verify', () => {
    expect(endpoints(everywhere)).toBe('unsafe: unverified-server');
    expect(endpoints({ ...everywhere, 'kube-scheduler.tls-cert-file': '/tls.crt' })).toBe('safe: proven');
  });

  test('a cloud controller manager counts only where the cluster runs one', () => {
    const cloud = { 'assumption.cloud-controller-manager': 'yes' };
    expect(endpoints(cloud)).toBe('unsafe: unverified-server');
    expect(endpoints({ ...cloud, 'cloud-controller-manager.bind-address': '127.0.0.1' })).toBe('safe: out-of-reach');
  });

  test('the ports without TLS count up to the release that closed them, and where nothing closed them before', () => {
    const open = (scenario: string, release: string): unknown =>
      posture(model, { scenario, release }, 'moat').paths['control-plane-endpoints']?.weaknesses.find(
        ({ id }) => id === 'control-plane-insecure-ports',
      )?.applies;
    expect(['1.21', '1.22', '1.23'].map((release) => open('bare-binaries-no-flags', release))).toEqual([
      true,
      true,
      false,
    ]);
    expect(open('kubeadm-default', '1.22')).toBe(false);
    expect(open('legacy-ssh-tunnels', '1.21')).toBe('unknown');
  });

  test('metrics that need no credential are open to a Pod that reaches the port', () => {
    const open = { ...everywhere, 'kube-scheduler.authorization-always-allow-paths': ['/healthz', '/metrics'] };
    expect(endpoints(open, 'pod')).toBe('unsafe: open');
  });
});

test('a client that skips verification gives its credential to whoever answers', () => {
  const skipping = { 'kubectl.insecure-skip-tls-verify': true };
  expect(told(one('client-to-apiserver', 'kubeadm-default', skipping))).toBe('unsafe: unverified-server');
});

// From the moat: apiserver-to-etcd, apiserver-to-webhook, apiserver-to-extension-apiserver.
const BEHIND_THE_HUB: Record<string, readonly [string, string, string]> = {
  'kubeadm-default': ['safe: out-of-reach', 'weak: knock', 'safe: proven'],
  // AlwaysAllow also answers what extension API servers ask about strangers.
  'bare-binaries-no-flags': ['safe: out-of-reach, then unsafe: plain-text', 'weak: knock', 'unsafe: open'],
  'legacy-ssh-tunnels': ['unknown: unknown', 'safe: proven, then weak: knock', 'safe: proven'],
  'konnectivity-uds-grpc': ['safe: out-of-reach', 'safe: proven, then weak: knock', 'safe: proven'],
  'konnectivity-tcp-mtls': ['safe: out-of-reach', 'safe: proven, then weak: knock', 'safe: proven'],
  // A rogue agent carries both, and can read neither: their TLS runs end to end.
  'konnectivity-no-agent-auth': ['safe: out-of-reach', 'safe: proven, then weak: knock', 'safe: proven'],
  'hardened-public-ips': ['safe: out-of-reach', 'safe: proven', 'safe: proven'],
  'k3s-default': ['safe: out-of-reach', 'weak: knock', 'safe: proven'],
  'rke2-default': ['safe: out-of-reach', 'weak: knock', 'safe: proven'],
  gke: ['unknown: unknown', 'unknown: unknown', 'unknown: unknown'],
  aks: ['unknown: unknown', 'unknown: unknown', 'unknown: unknown'],
  eks: ['unknown: unknown', 'unknown: unknown', 'unknown: unknown'],
};

for (const [scenario, [etcd, webhook, extension]] of Object.entries(BEHIND_THE_HUB))
  test(`${scenario}: etcd, webhooks and extension API servers`, () => {
    const paths = ['apiserver-to-etcd', 'apiserver-to-webhook', 'apiserver-to-extension-apiserver'];
    expect(rows(posture(model, { scenario }, 'moat'), paths)).toEqual({
      'apiserver-to-etcd': etcd,
      'apiserver-to-webhook': webhook,
      'apiserver-to-extension-apiserver': extension,
    });
  });

test('every scenario has its row of etcd, webhooks and extension API servers', () => {
  expect(Object.keys(BEHIND_THE_HUB).sort()).toEqual(Object.keys(model.scenarios).sort());
});

test.describe('apiserver-to-etcd', () => {
  const spanning = { 'assumption.control-plane-spans-network': 'yes' };
  const etcd = (set: State['set'], scenario = 'kubeadm-default'): string =>
    told(one('apiserver-to-etcd', scenario, { ...spanning, ...set }));

  test('where the control plane spans a network, mutual TLS protects what plain HTTP loses', () => {
    expect(etcd({})).toBe('safe: proven');
    expect(etcd({}, 'bare-binaries-no-flags')).toBe('unsafe: plain-text');
  });

  test('one address with http is enough to lose the encryption, whatever files are given', () => {
    const servers = ['https://10.0.0.1:2379', 'http://10.0.0.2:2379'];
    expect(etcd({ 'kube-apiserver.etcd-servers': servers })).toBe('unsafe: plain-text');
  });

  test('TLS without client certificates lets anyone in', () => {
    const unasked = { 'etcd.client-cert-auth': false, 'etcd.trusted-ca-file': null };
    expect(etcd(unasked)).toBe('unsafe: open');
  });

  test('a CA file alone makes etcd demand certificates', () => {
    expect(etcd({ 'etcd.client-cert-auth': false })).toBe('safe: proven');
  });

  test('an API server without a certificate, or with another scheme, does not connect', () => {
    expect(etcd({ 'kube-apiserver.etcd-certfile': null })).toBe('broken: broken');
    expect(etcd({ 'kube-apiserver.etcd-servers': ['http://127.0.0.1:2379'] })).toBe('broken: broken');
    expect(etcd({ 'etcd.listen-client-urls': ['http://127.0.0.1:2379'] })).toBe('broken: broken');
  });
});

test.describe('apiserver-to-webhook', () => {
  const webhook = (set: State['set'], scenario = 'kubeadm-default'): string =>
    told(one('apiserver-to-webhook', scenario, set));
  const shown = { 'kube-apiserver.admission.kubeConfigFile': '/admission-kubeconfig.yaml' };
  const checked = { 'assumption.webhook-checks-caller': 'yes' };

  test('a credential helps only where the webhook checks it, and a check needs the credential', () => {
    expect(webhook(shown)).toBe('weak: knock');
    expect(webhook(checked)).toBe('broken: broken');
    expect(webhook({ ...shown, ...checked })).toBe('safe: proven');
  });

  test('a configuration file whose content is not known leaves a checking webhook open', () => {
    const file = { 'kube-apiserver.admission-control-config-file': '/admission.yaml' };
    expect(webhook(file)).toBe('weak: knock');
    expect(webhook({ ...file, ...checked })).toBe('unknown: unknown');
  });

  test('a Service is called through the tunnel, a URL is not', () => {
    expect(one('apiserver-to-webhook', 'konnectivity-uds-grpc').route).toBe('konnectivity');
    const url = one('apiserver-to-webhook', 'konnectivity-uds-grpc', { 'assumption.webhook-target': 'url' });
    expect([url.route, told(url)]).toEqual(['direct', 'weak: knock']);
  });
});

test('a webhook that nobody outside the tunnel reaches is the lesser risk', () => {
  const severity = (scenario: string, set: State['set'] = {}): string | undefined =>
    one('apiserver-to-webhook', scenario, set).weaknesses.find(({ id }) => id === 'webhook-caller-unauthenticated')
      ?.severity;
  expect(severity('kubeadm-default')).toBe('high');
  expect(severity('konnectivity-uds-grpc')).toBe('medium');
  expect(severity('konnectivity-uds-grpc', { 'assumption.webhook-target': 'url' })).toBe('high');
});

test.describe('apiserver-to-extension-apiserver', () => {
  const extension = (set: State['set'], scenario = 'kubeadm-default'): string =>
    told(one('apiserver-to-extension-apiserver', scenario, set));

  test('insecureSkipTLSVerify, as metrics-server has it, gives the API group to whoever answers', () => {
    const skipped = { 'apiservice.insecureSkipTLSVerify': true };
    expect(extension(skipped)).toBe('unsafe: unverified-server');
    expect(extension(skipped, 'konnectivity-uds-grpc')).toBe('safe: proven, then unsafe: unverified-server');
  });

  test('without the front proxy every user is anonymous, and is refused', () => {
    expect(extension({ 'kube-apiserver.proxy-client-cert-file': null })).toBe('broken: broken');
    expect(extension({ 'kube-apiserver.requestheader-client-ca-file': null })).toBe('broken: broken');
    // With AlwaysAllow an anonymous user is no obstacle, but a certificate of an unknown CA still is.
    const shown = { 'kube-apiserver.proxy-client-cert-file': '/front-proxy-client.crt' };
    expect(extension(shown, 'bare-binaries-no-flags')).toBe('broken: broken');
  });

  test('the tunnel of k3s takes it along only in the modes that serve Pods', () => {
    const route = (mode: string): string | null =>
      one('apiserver-to-extension-apiserver', 'k3s-default', { 'k3s.egress-selector-mode': mode }).route;
    expect([route('agent'), route('pod'), route('cluster')]).toEqual(['direct', 'agent-tunnel', 'agent-tunnel']);
  });
});

test('managed services are not rated where their documents are silent', () => {
  for (const scenario of ['gke', 'aks', 'eks']) {
    const { paths } = posture(model, { scenario }, 'moat');
    const rated = Object.values(paths).filter(({ verdict }) => verdict === 'safe' || verdict === 'weak');
    expect(
      rated.map(({ path }) => path),
      scenario,
    ).toEqual([]);
    expect(told(paths['apiserver-to-kubelet']), scenario).toBe('unknown: unknown');
  }
  expect(one('apiserver-to-pod', 'gke').route).toBe('konnectivity');
  expect(one('apiserver-to-pod', 'aks').route).toBe('konnectivity');
  expect(one('apiserver-to-pod', 'eks').route).toBe('direct');
});

const WEAKNESSES: Record<string, readonly string[]> = {
  'kubeadm-default': [
    'kubelet-serving-cert-unverified',
    'nodes-proxy-get-exec',
    'pod-service-proxy-plaintext',
    'pod-service-proxy-no-verification',
    'proxy-dns-toctou',
    'endpoints-confused-deputy',
    'apiserver-anonymous-requests-enabled',
    'sa-token-year-long-extension',
    'component-profiling-exposed',
    'webhook-caller-unauthenticated',
    'webhook-redirect-ssrf',
  ],
  'bare-binaries-no-flags': [
    'apiserver-authorization-alwaysallow',
    'kubelet-anonymous-auth-enabled',
    'kubelet-authz-alwaysallow',
    'kubelet-read-only-port',
    'kubelet-no-client-ca',
    'noderestriction-not-enabled',
    'control-plane-endpoints-unverified',
    'etcd-plaintext-or-no-client-auth',
  ],
  'legacy-ssh-tunnels': ['ssh-tunnel-host-key-ignored', 'ssh-tunnel-shared-key', 'kubelet-serving-cert-unverified'],
  'konnectivity-uds-grpc': [
    'konnectivity-agent-identifier-spoofing',
    'konnectivity-server-reaches-node-network',
    'konnectivity-uds-file-permissions',
  ],
  'konnectivity-no-agent-auth': [
    'konnectivity-agent-auth-not-enforced',
    'konnectivity-agent-identifier-spoofing',
    'kubelet-serving-cert-unverified',
    'pod-service-proxy-plaintext',
  ],
  'k3s-default': ['pod-service-proxy-plaintext', 'nodes-proxy-get-exec', 'webhook-caller-unauthenticated'],
  'rke2-default': ['pod-service-proxy-plaintext', 'nodes-proxy-get-exec', 'webhook-caller-unauthenticated'],
};

for (const [scenario, expected] of Object.entries(WEAKNESSES))
  test(`${scenario} has the weaknesses that the facts base names`, () => {
    const found = applying(scenario);
    expect(expected.filter((id) => !found.has(id))).toEqual([]);
  });

test('kubeadm gives the API server’s kubelet certificate every right on the API up to 1.36', () => {
  const applies = (release: string): unknown =>
    posture(model, { scenario: 'kubeadm-default', release }, 'moat').paths['apiserver-to-kubelet']?.weaknesses.find(
      ({ id }) => id === 'apiserver-kubelet-client-is-cluster-admin',
    )?.applies;
  expect([applies('1.28'), applies('1.36'), applies('1.37')]).toEqual([true, true, false]);
});

test('hardened-public-ips has closed what its settings are there to close', () => {
  const left = applying('hardened-public-ips');
  const closed = [...WEAKNESSES['bare-binaries-no-flags']!, ...WEAKNESSES['legacy-ssh-tunnels']!].concat(
    'component-profiling-exposed',
    'sa-token-year-long-extension',
    'konnectivity-agent-auth-not-enforced',
    'apiserver-anonymous-requests-enabled',
  );
  expect(closed.filter((id) => left.has(id))).toEqual([]);
});

test.describe('for any settings', () => {
  const ids = Object.keys(model.settings);

  /** Values that a setting may have; `null` is "not set". */
  function valuesOf(facts: Setting): fc.Arbitrary<Value> {
    const defaults = facts.defaults.flatMap(({ value }) => (isValue(value) ? [value] : []));
    const known: fc.Arbitrary<Value>[] = [fc.constantFrom<Value>(null, ...defaults)];
    if (facts.type === 'boolean') known.push(fc.boolean());
    else if (facts.type === 'number') known.push(fc.constantFrom(0, 10255));
    else if (facts.type === 'list') known.push(fc.subarray(facts.values ?? ['NodeRestriction', '/livez']));
    else known.push(fc.constantFrom(...(facts.values ?? ['/some/value'])));
    return fc.oneof(...known);
  }

  function isValue(value: Setting['defaults'][number]['value']): value is Value {
    return typeof value !== 'object' || value === null || Array.isArray(value);
  }

  // Settings that choose the route are few, and interesting together.
  const tunnelled = JSON.stringify(Object.entries(model.conditions).filter(([id]) => id.startsWith('via-')));
  const routing = ids.filter((id) => tunnelled.includes(`"${id}"`));
  const overrides = fc
    .uniqueArray(
      fc
        .oneof(fc.constantFrom(...ids), fc.constantFrom(...routing))
        .chain((id) => valuesOf(model.settings[id]!).map((value): [string, Value] => [id, value])),
      { maxLength: 8, selector: ([id]) => id },
    )
    .map((entries) => Object.fromEntries(entries));
  const states: fc.Arbitrary<State> = fc.record({
    scenario: fc.constantFrom(...Object.keys(model.scenarios)),
    release: fc.constantFrom(undefined, ...model.releases.map(({ id }) => id)),
    set: overrides,
  });

  test('at most one route of a path is in force, and cluster traffic always has one', () => {
    fc.assert(
      fc.property(states, (state) => {
        const context = resolve(model, state);
        const wrong = Object.values(model.paths).filter(({ routes, tunnel }) => {
          const truths = routes.map(({ when }) => evaluate(when, context).truth);
          const certain = truths.filter((truth) => truth === true).length;
          const open = truths.filter((truth) => truth === 'unknown').length;
          return certain > 1 || (certain === 1 && open > 0) || (tunnel === undefined && certain + open === 0);
        });
        expect(wrong.map(({ id }) => id)).toEqual([]);
      }),
    );
  });

  test('at most one path that is a tunnel exists', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { paths } = posture(model, state, 'moat');
        const dug = Object.values(model.paths).filter(
          ({ id, tunnel }) => tunnel !== undefined && (paths[id]?.route ?? null) !== null,
        );
        expect(dug.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('making a setting unknown keeps a verdict or opens it, and never betters one', () => {
    fc.assert(
      fc.property(
        states,
        fc.subarray(ids, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...POSITIONS),
        (state, forgotten, position) => {
          const set = { ...state.set, ...Object.fromEntries(forgotten.map((id) => [id, undefined])) };
          const before = posture(model, state, position).paths;
          const after = posture(model, { ...state, set }, position).paths;
          const turned = Object.keys(after).filter(
            (id) => after[id]!.verdict !== 'unknown' && after[id]!.verdict !== before[id]!.verdict,
          );
          expect(turned).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('making a setting unknown never makes a weakness milder, nor rules one out', () => {
    const levels = ['info', 'low', 'medium', 'high', 'critical'];
    fc.assert(
      fc.property(states, fc.constantFrom(...ids), (state, forgotten) => {
        const before = posture(model, state, 'moat').paths;
        const after = posture(model, { ...state, set: { ...state.set, [forgotten]: undefined } }, 'moat').paths;
        const milder = Object.entries(after).flatMap(([path, { weaknesses }]) =>
          weaknesses.flatMap(({ id, applies, severity }, index) => {
            const was = before[path]!.weaknesses[index]!;
            const kept =
              levels.indexOf(severity) >= levels.indexOf(was.severity) && [was.applies, 'unknown'].includes(applies);
            return kept ? [] : [`${path}: ${id}`];
          }),
        );
        expect(milder).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('the same input gives the same output, and leaves the model as it was', () => {
    const before = JSON.stringify(model);
    fc.assert(
      fc.property(states, fc.constantFrom(...POSITIONS), (state, position) => {
        expect(posture(model, state, position)).toEqual(posture(model, structuredClone(state), position));
      }),
    );
    expect(JSON.stringify(model)).toBe(before);
  });

  test('the tally counts every path once, and a verdict always has hops that show it unless the path is absent', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...POSITIONS), (state, position) => {
        const { tally, paths } = posture(model, state, position);
        expect(Object.values(tally).reduce((sum, count) => sum + count)).toBe(Object.keys(model.paths).length);
        const bare = Object.values(paths).filter(({ verdict, hops }) => (hops.length === 0) !== (verdict === 'absent'));
        expect(bare.map(({ path }) => path)).toEqual([]);
      }),
    );
  });
});
