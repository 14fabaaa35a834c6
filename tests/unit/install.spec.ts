import { expect, test } from '@playwright/test';
import { newEnough, packagesMatch } from '../../src/build/install.mjs';

test('newEnough(version) asks for Node 22.12', () => {
  expect(['20.20.2', '22.11.9', undefined].map(newEnough)).toEqual([false, false, false]);
  expect(['22.12.0', '24.0.0', '100.1.0'].map(newEnough)).toEqual([true, true, true]);
});

test('packagesMatch(wanted, installed) wants every version, and lets optional packages be absent', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  };
  expect(packagesMatch(wanted, undefined)).toBe(false);
  expect(packagesMatch(wanted, {})).toBe(false);
  expect(packagesMatch(wanted, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
  expect(packagesMatch(wanted, { 'node_modules/a': { version: '1.0.0' }, 'node_modules/node': {} })).toBe(true);
});
