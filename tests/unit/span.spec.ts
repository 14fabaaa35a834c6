import { expect, test } from '@playwright/test';
import type { Model } from '../../src/model/types.ts';
import { releasesOf, runs, severitiesOf } from '../../src/posture/span.ts';
import { model, path, setting, weakness } from './fixture-model.ts';

const releases = ['1.20', '1.21', '1.22', '1.23'].map((id) => ({ id }));
const facts = (more: Partial<Model> = {}): Model =>
  model({
    releases,
    paths: { path: path({}) },
    settings: { 'kubelet.gate': setting(null, { since: '1.22' }) },
    ...more,
  });

test('releasesOf(weakness) leaves out only the releases in which no setting makes it apply', () => {
  expect(releasesOf(facts(), weakness({ when: { setting: 'kubelet.gate', is: true } }))).toEqual(['1.22', '1.23']);
  expect(releasesOf(facts(), weakness({ when: { setting: 'kubelet.gate', set: false } }))).toHaveLength(4);
  expect(releasesOf(facts(), weakness({ when: 'unknown' }))).toHaveLength(4);
  expect(releasesOf(facts(), weakness({ when: { release: { until: '1.20' } } }))).toEqual(['1.20']);
});

test('releasesOf(weakness) counts no release in which none of its paths exists', () => {
  const gone = facts({ paths: { path: path({ releases: { from: '1.20', until: '1.21' } }) } });
  expect(releasesOf(gone, weakness({}))).toEqual(['1.20', '1.21']);
});

test('severitiesOf(weakness) leaves out what a certain severity before it makes impossible', () => {
  const graded = weakness({
    when: { release: { until: '1.21' } },
    severity: [{ level: 'critical', when: { release: { until: '1.21' } } }, { level: 'info' }],
  });
  expect(severitiesOf(facts(), graded)).toEqual(['critical']);
  expect(severitiesOf(facts(), { ...graded, when: true })).toEqual(['critical', 'info']);
  expect(severitiesOf(facts(), weakness({ severity: 'low' }))).toEqual(['low']);
});

test('runs(releases, say) joins neighbours that say the same, and only those', () => {
  const said: Record<string, string> = { '1.20': 'a', '1.21': 'a', '1.22': 'b', '1.23': 'a' };
  const found = runs(Object.keys(said), (release) => ({ verdict: said[release] }));
  expect(found.map(({ from, until, value }) => `${from}-${until} ${String(value.verdict)}`)).toEqual([
    '1.20-1.21 a',
    '1.22-1.22 b',
    '1.23-1.23 a',
  ]);
});
