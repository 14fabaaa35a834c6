import { expect, test } from '@playwright/test';
import type { Model } from '../../src/model/types.ts';
import { resolve, type State } from '../../src/posture/resolve.ts';
import { minor, within } from '../../src/posture/release.ts';
import { model, scenario, setting } from './fixture-model.ts';

/** What is in force for one setting, as "value (origin)". */
function inForce(facts: Model, id: string, state: Partial<State> = {}): string {
  const { value, origin } = resolve(facts, { scenario: 'plain', ...state }).lookup(id);
  return `${value === undefined ? '?' : JSON.stringify(value)} (${origin})`;
}

const mode = 'kubelet.mode';
const withMode = (more: Partial<Model> = {}): Model =>
  model({
    settings: {
      [mode]: setting([
        { value: 'AlwaysAllow', origin: 'flags' },
        { value: 'Webhook', origin: 'file' },
      ]),
    },
    ...more,
  });

test('resolve(state) prefers what was given to the scenario, and the scenario to the default', () => {
  const facts = withMode({ scenarios: { plain: scenario(), listed: scenario({ [mode]: 'FromScenario' }) } });
  expect(inForce(facts, mode)).toBe('"AlwaysAllow" (default)');
  expect(inForce(facts, mode, { scenario: 'listed' })).toBe('"FromScenario" (scenario)');
  expect(inForce(facts, mode, { scenario: 'listed', set: { [mode]: 'Given' } })).toBe('"Given" (given)');
});

test('resolve(state) knows "not set" as a value of its own where a scenario says so', () => {
  expect(inForce(withMode({ scenarios: { plain: scenario({ [mode]: null }) } }), mode)).toBe('null (scenario)');
});

test('resolve(state) falls back to the default, not to the scenario, for what the reader leaves unset', () => {
  const facts = withMode({ scenarios: { plain: scenario({ [mode]: 'FromScenario' }) } });
  expect(inForce(facts, mode, { set: { [mode]: null } })).toBe('"AlwaysAllow" (given)');
  const file = model({
    settings: { 's.file': setting(null) },
    scenarios: { plain: scenario({ 's.file': '/ca.crt' }) },
  });
  expect(inForce(file, 's.file', { set: { 's.file': null } })).toBe('null (given)');
});

test('resolve(state) takes the default of the origin that configures the component, flags where nothing is said', () => {
  const byFile = withMode({ scenarios: { plain: scenario({}, { origins: { kubelet: 'file' } }) } });
  expect(inForce(byFile, mode)).toBe('"Webhook" (default)');
  const elsewhere = withMode({ scenarios: { plain: scenario({}, { origins: { 'kube-apiserver': 'file' } }) } });
  expect(inForce(elsewhere, mode)).toBe('"AlwaysAllow" (default)');
});

test('resolve(state) takes the default of the release, which overrides that of the scenario', () => {
  const facts = model({
    settings: {
      's.gate': setting([
        { value: 'new', from: '1.29' },
        { value: 'old', from: '1.25', until: '1.28' },
      ]),
    },
  });
  expect(inForce(facts, 's.gate')).toBe('"new" (default)');
  expect(inForce(facts, 's.gate', { release: '1.28' })).toBe('"old" (default)');
  expect(inForce(facts, 's.gate', { release: '1.24' })).toBe('? (unknown)');
});

test('resolve(state) takes the first default whose condition holds', () => {
  const facts = model({
    settings: {
      's.mode': setting('RBAC'),
      's.anonymous': setting([{ value: false, when: { setting: 's.mode', is: 'AlwaysAllow' } }, { value: true }]),
    },
  });
  expect(inForce(facts, 's.anonymous')).toBe('true (default)');
  expect(inForce(facts, 's.anonymous', { set: { 's.mode': 'AlwaysAllow' } })).toBe('false (default)');
});

test('resolve(state) does not guess a default whose condition is open', () => {
  const facts = model({
    settings: {
      's.mode': setting('RBAC'),
      's.anonymous': setting([{ value: false, when: { setting: 's.mode', is: 'AlwaysAllow' } }, { value: true }]),
    },
  });
  expect(inForce(facts, 's.anonymous', { set: { 's.mode': undefined } })).toBe('? (unknown)');
});

test('resolve(state) leaves open what no flag shows', () => {
  const facts = model({
    settings: {
      's.file': setting(null),
      's.signer': setting([{ value: { unknown: true }, when: { setting: 's.file', set: true } }, { value: 'self' }]),
    },
  });
  expect(inForce(facts, 's.signer')).toBe('"self" (default)');
  expect(inForce(facts, 's.signer', { set: { 's.file': '/tls.crt' } })).toBe('? (unknown)');
});

test('resolve(state) answers for a default that depends on itself', () => {
  const facts = model({
    settings: { 's.egg': setting([{ value: 'hen', when: { setting: 's.egg', set: true } }, { value: 'egg' }]) },
  });
  expect(inForce(facts, 's.egg')).toBe('? (unknown)');
});

test('resolve(state) drops a setting outside its since and until, even one that was given', () => {
  const facts = model({
    settings: { 's.ssh': setting(null, { until: '1.21' }), 's.new': setting('on', { since: '1.31' }) },
    scenarios: { plain: scenario({ 's.ssh': 'tunnel' }) },
  });
  expect(inForce(facts, 's.ssh', { release: '1.21' })).toBe('"tunnel" (scenario)');
  expect(inForce(facts, 's.ssh', { release: '1.22' })).toBe('null (outside)');
  expect(inForce(facts, 's.ssh', { set: { 's.ssh': 'tunnel' } })).toBe('null (outside)');
  expect(inForce(facts, 's.new')).toBe('null (outside)');
  expect(inForce(facts, 's.new', { release: '1.31' })).toBe('"on" (default)');
});

test('resolve(state) makes a setting unknown when the reader says so, whatever the scenario lists', () => {
  const facts = withMode({ scenarios: { plain: scenario({ [mode]: 'Webhook' }) } });
  expect(inForce(facts, mode, { set: { [mode]: undefined } })).toBe('? (unknown)');
});

test('resolve(state) leaves unknown what a scenario does not know, until the reader does', () => {
  const facts = withMode({ scenarios: { plain: scenario({}, { unknown: [mode] }) } });
  expect(inForce(facts, mode)).toBe('? (unknown)');
  expect(inForce(facts, mode, { set: { [mode]: 'Webhook' } })).toBe('"Webhook" (given)');
});

test('resolve(state) assumes no default in a scenario that is silent about the rest', () => {
  const facts = withMode({
    settings: { 's.listed': setting('default'), 's.silent': setting('default') },
    scenarios: { plain: scenario({ 's.listed': 'said' }, { others: 'unknown' }) },
  });
  expect(inForce(facts, 's.listed')).toBe('"said" (scenario)');
  expect(inForce(facts, 's.silent')).toBe('? (unknown)');
});

test('resolve(state) does not carry a scenario beyond the releases for which it is sourced', () => {
  const facts = model({
    settings: { 's.listed': setting('default'), 's.other': setting('default') },
    scenarios: { plain: scenario({ 's.listed': 'said' }, { releases: { from: '1.22', until: '1.30' } }) },
  });
  expect(inForce(facts, 's.listed', { release: '1.22' })).toBe('"said" (scenario)');
  for (const release of ['1.21', '1.31']) {
    expect(inForce(facts, 's.listed', { release })).toBe('? (unknown)');
    expect(inForce(facts, 's.listed', { release, set: { 's.listed': 'given' } })).toBe('"given" (given)');
    expect(inForce(facts, 's.other', { release })).toBe('"default" (default)');
  }
});

test('resolve(state) stays in the scenario’s release unless another is chosen', () => {
  expect(resolve(model({}), { scenario: 'plain' }).release).toBe('1.30');
  expect(resolve(model({}), { scenario: 'plain', release: '1.22' }).release).toBe('1.22');
});

test('resolve(state) refuses what the model does not know', () => {
  expect(() => resolve(model({}), { scenario: 'plan' })).toThrow('unknown scenario: plan');
  expect(() => inForce(model({}), 's.nothing')).toThrow('unknown setting: s.nothing');
});

test('within(release, range) counts minors as numbers, and both ends in', () => {
  expect(minor('1.37')).toBe(37);
  expect(within('1.9', { from: '1.10' })).toBe(false);
  expect(within('1.10', { from: '1.10', until: '1.10' })).toBe(true);
  expect(within('1.100', { until: '1.99' })).toBe(false);
  expect(within('1.5', {})).toBe(true);
});
