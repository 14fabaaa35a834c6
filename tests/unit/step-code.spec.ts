import { expect, test } from '@playwright/test';
import type { Setting } from '../../src/model/types.ts';
import { stepCode } from '../../src/view/step-code.ts';

const setting = (parts: Partial<Setting>): Setting => ({
  type: 'string',
  defaults: [{ value: null }],
  sources: ['A'],
  ...parts,
});

const facts = (id: string, one: Setting) => ({
  settings: { [id]: one },
  components: { 'konnectivity-agent': { zone: 'node' as const, code: 'proxy-agent' } },
});

test('stepCode(…, flag) writes a flag after its program', () => {
  const ca = setting({ flag: '--kubelet-certificate-authority', type: 'path' });
  expect(
    stepCode(
      facts('kube-apiserver.kubelet-certificate-authority', ca),
      'kube-apiserver.kubelet-certificate-authority',
      '/etc/ca.crt',
      'flag',
    )?.text,
  ).toBe('kube-apiserver --kubelet-certificate-authority=/etc/ca.crt');
});

test('stepCode(…, flag) joins lists and names feature gates', () => {
  const modes = setting({ flag: '--authorization-mode', type: 'list' });
  expect(
    stepCode(
      facts('kube-apiserver.authorization-mode', modes),
      'kube-apiserver.authorization-mode',
      ['Node', 'RBAC'],
      'flag',
    )?.text,
  ).toBe('kube-apiserver --authorization-mode=Node,RBAC');
  const gate = setting({ flag: '--feature-gates', type: 'boolean' });
  expect(
    stepCode(
      facts('kubelet.feature-gates.KubeletFineGrainedAuthz', gate),
      'kubelet.feature-gates.KubeletFineGrainedAuthz',
      true,
      'flag',
    )?.text,
  ).toBe('kubelet --feature-gates=KubeletFineGrainedAuthz=true');
});

test('stepCode(…, field) nests a field in the file of its component', () => {
  const anonymous = setting({ flag: '--anonymous-auth', field: 'authentication.anonymous.enabled', type: 'boolean' });
  expect(
    stepCode(
      facts('kubelet.authentication.anonymous.enabled', anonymous),
      'kubelet.authentication.anonymous.enabled',
      false,
      'field',
    )?.text,
  ).toBe(
    [
      'apiVersion: kubelet.config.k8s.io/v1beta1',
      'kind: KubeletConfiguration',
      'authentication:',
      '  anonymous:',
      '    enabled: false',
    ].join('\n'),
  );
});

test('stepCode(…, field) finds the entry of a list by its name', () => {
  const egress = setting({ field: 'egressSelections[cluster].connection.proxyProtocol', type: 'choice' });
  expect(
    stepCode(
      facts('kube-apiserver.egress.cluster.proxyProtocol', egress),
      'kube-apiserver.egress.cluster.proxyProtocol',
      'GRPC',
      'field',
    )?.text,
  ).toBe(
    [
      'apiVersion: apiserver.k8s.io/v1beta1',
      'kind: EgressSelectorConfiguration',
      'egressSelections:',
      '  - name: cluster',
      '    connection:',
      '      proxyProtocol: GRPC',
    ].join('\n'),
  );
});

test('stepCode is nothing for what neither a flag nor a field states', () => {
  expect(
    stepCode(
      facts('assumption.kubelet-serving-approver', setting({})),
      'assumption.kubelet-serving-approver',
      'vetted',
      'flag',
    ),
  ).toBeNull();
});

test('stepCode(…, flag) calls a program by the name of its binary', () => {
  const token = setting({ flag: '--service-account-token-path', type: 'path' });
  const id = 'konnectivity-agent.service-account-token-path';
  expect(stepCode(facts(id, token), id, '/var/run/token', 'flag')?.text).toBe(
    'proxy-agent --service-account-token-path=/var/run/token',
  );
});
