import { expect, test } from '@playwright/test';
import { ageing } from '../../src/model/ageing.ts';
import { model, scenario, setting } from './fixture-model.ts';

const source = (checked: string) => ({ title: 'T', url: 'https://example.org', supports: 'x', checked });
const facts = model({
  releases: [
    { id: '1.30', date: '2026-01-01' },
    { id: '1.31', date: '2026-12-01' },
  ],
  sources: { OLD: source('2025-06-01'), NEW: source('2026-06-01') },
  settings: {
    'a.gone': setting(true, { until: '1.30' }),
    'a.stays': setting(true),
    'a.comes': setting(true, { since: '1.31' }),
  },
  scenarios: { one: scenario({ 'a.gone': false }, { releases: { from: '1.20', until: '1.31' } }) },
});
const files = [
  { file: 'settings/a.yaml', data: { gone: { sources: ['OLD'] } } },
  { file: 'conditions.yaml', data: { c: { when: { setting: 'a.gone', is: true } } } },
  { file: 'scenarios/one.yaml', data: { settings: { 'a.gone': false } } },
  { file: 'sources.yaml', data: { OLD: {} } },
];

test('a source grows old after a year, and is named with what rests on it', () => {
  expect(ageing(files, facts, '2026-06-01').sources).toEqual([]);
  expect(ageing(files, facts, '2026-06-02').sources).toEqual([
    { id: 'OLD', why: 'last checked 2025-06-01', usedIn: ['settings/a.yaml: gone'] },
  ]);
});

test('a fact ends when its last release is out, and is planned until its first one is', () => {
  const before = ageing(files, facts, '2026-11-30');
  expect(before.ended).toEqual([
    { id: 'a.gone', why: 'until 1.30', usedIn: ['conditions.yaml: c', 'scenarios/one.yaml: settings'] },
  ]);
  expect(before.planned.map(({ id }) => id)).toEqual(['1.31', 'a.comes']);
  const after = ageing(files, facts, '2026-12-01');
  expect(after.ended.map(({ id }) => id)).toEqual(['a.gone', 'one']);
  expect(after.planned).toEqual([]);
});
