import { expect, test } from '@playwright/test';
import { defaultOf, fixedOf, portOf, recordsOf } from '../../src/model/values.ts';
import { model, setting, weakness } from './fixture-model.ts';

const facts = model({
  releases: [{ id: '1.29' }, { id: '1.30' }],
  components: { kubelet: { zone: 'node', port: '10250' }, pod: { zone: 'node' } },
  ports: { front: { port: '8090', sources: ['S'] } },
  settings: {
    'kubelet.readOnlyPort': setting([
      { value: 10255, origin: 'flags' },
      { value: 0, origin: 'file' },
    ]),
    'kubelet.healthzPort': setting(10248),
    'kubelet.old': setting('x', { until: '1.29' }),
    'kubelet.moved': setting([{ value: 'before', until: '1.29' }, { value: 'now' }]),
    'kubelet.depends': setting([{ value: 'a', when: { setting: 'kubelet.old', set: true } }, { value: 'b' }]),
  },
  weaknesses: {
    one: weakness({ cves: [{ id: 'CVE-2020-0001', fixed: ['K3s 1.32.4', '1.33.0'] }] }),
    two: weakness({ cves: [{ id: 'CVE-2020-0002' }, { id: 'CVE-2020-0003', fixed: ['1.27.4'] }] }),
    none: weakness({}),
  },
});

test('portOf(model, id) knows components, ports beside them, and settings that are ports', () => {
  expect(portOf(facts, 'kubelet')).toEqual({ value: '10250' });
  expect(portOf(facts, 'front')).toEqual({ value: '8090' });
  expect(portOf(facts, 'kubelet.healthzPort')).toEqual({ value: '10248' });
  expect(portOf(facts, 'kubelet.readOnlyPort', 'flags')).toEqual({ value: '10255' });
});

test('portOf(model, id) says why there is none', () => {
  expect(portOf(facts, 'kublet')).toEqual({ problem: 'unknown port "kublet". Did you mean "kubelet"?' });
  expect(portOf(facts, 'pod')).toHaveProperty('problem');
  expect(portOf(facts, 'kubelet.readOnlyPort', 'file')).toEqual({
    problem: 'the default of "kubelet.readOnlyPort" is 0, which is no port.',
  });
});

test('defaultOf(model, id) is the default of the newest release, where there is one', () => {
  expect(defaultOf(facts, 'kubelet.moved')).toEqual({ value: 'now' });
  expect(defaultOf(facts, 'kubelet.readOnlyPort', { origin: 'file' })).toEqual({ value: 0 });
  for (const [id, origin] of [['kubelet.readOnlyPort'], ['kubelet.old'], ['kubelet.depends'], ['kubelet.moved', 'env']])
    expect(defaultOf(facts, id!, { origin }), id).toHaveProperty('problem');
});

test('defaultOf(model, id) answers for another release, and for when no case of the condition holds', () => {
  expect(defaultOf(facts, 'kubelet.moved', { in: '1.29' })).toEqual({ value: 'before' });
  expect(defaultOf(facts, 'kubelet.old', { in: '1.29' })).toEqual({ value: 'x' });
  expect(defaultOf(facts, 'kubelet.depends', { when: 'otherwise' })).toEqual({ value: 'b' });
  expect(defaultOf(facts, 'kubelet.moved', { in: '1.92' })).toHaveProperty('problem');
  expect(defaultOf(facts, 'kubelet.moved', { when: 'sometimes' })).toHaveProperty('problem');
});

test('recordsOf(model, id) is its CVE numbers, or the one that is asked for', () => {
  expect(recordsOf(facts, 'two')).toEqual({ value: ['CVE-2020-0002', 'CVE-2020-0003'] });
  expect(recordsOf(facts, 'two', 'CVE-2020-0003')).toEqual({ value: ['CVE-2020-0003'] });
  expect(recordsOf(facts, 'none')).toEqual({ value: [] });
  expect(recordsOf(facts, 'tow')).toHaveProperty('problem');
  expect(recordsOf(facts, 'two', 'CVE-2020-0004')).toEqual({
    problem: '"CVE-2020-0004" is no CVE of "two". Did you mean "CVE-2020-0002"?',
  });
});

test('fixedOf(model, id) is bare patch releases, where the CVEs agree on them', () => {
  expect(fixedOf(facts, 'one')).toEqual({ value: ['1.32.4', '1.33.0'] });
  expect(fixedOf(facts, 'two', 'CVE-2020-0003')).toEqual({ value: ['1.27.4'] });
  for (const [id, cve] of [['two'], ['none'], ['two', 'CVE-2020-0002'], ['tow']])
    expect(fixedOf(facts, id!, cve), id).toHaveProperty('problem');
});
