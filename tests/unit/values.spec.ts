import { expect, test } from '@playwright/test';
import { defaultOf, portOf } from '../../src/model/values.ts';
import { model, setting } from './fixture-model.ts';

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
  expect(defaultOf(facts, 'kubelet.readOnlyPort', 'file')).toEqual({ value: 0 });
  for (const [id, origin] of [['kubelet.readOnlyPort'], ['kubelet.old'], ['kubelet.depends'], ['kubelet.moved', 'env']])
    expect(defaultOf(facts, id!, origin), id).toHaveProperty('problem');
});
