import { expect, test } from '@playwright/test';
import { literalsIn } from '../../src/model/literals.ts';

function found(text: string, names: readonly string[] = []): string[] {
  return literalsIn(text, names).map(({ kind, text: said }) => `${kind} ${said}`);
}

test('all code is a literal, whole', () => {
  expect(found('Set `readOnlyPort: 0` and `` a`b ``.')).toEqual(['code readOnlyPort: 0', 'code a`b']);
});

test('outside code, flags, records, addresses, versions and numbers are', () => {
  expect(found('--anonymous-auth, CVE-2020-8554 (KEP-4872), 127.0.0.1:10248, 0.0.0.0.')).toEqual([
    'cve CVE-2020-8554',
    'kep KEP-4872',
    'address 127.0.0.1:10248',
    'address 0.0.0.0',
    'flag --anonymous-auth',
  ]);
  expect(found('from v1.9 on, 1.22.0-1.22.15 and 1.30.')).toEqual([
    'version 1.9',
    'version 1.22.0',
    'version 1.22.15',
    'version 1.30',
  ]);
});

test('a number is a literal from three digits on, or where it is called a port', () => {
  expect(found('10250, 443; 80% of 24 hours, in 3 steps, on 2026-11-22')).toEqual(['number 10250', 'number 443']);
  for (const text of ['port 22.', 'al puerto 22', 'na porta 22', 'alla porta 22', '端口 22', '22 端口'])
    expect(found(text), text).toEqual(['number 22']);
});

test('a port with a separator is not taken for the port', () => {
  expect(found('sulla porta 10.250')).toEqual(['version 10.250']);
});

test('known names with digits in them are no versions', () => {
  expect(found('TLS 1.2 or 1.22', ['TLS 1.2'])).toEqual(['name TLS 1.2', 'version 1.22']);
});

test('facts that are asked for, snippets and links are literals, slots and comments are none', () => {
  expect(
    found(
      '<Port of="kubelet" /> [it](#node-to-apiserver) {{count}} {/* 10250 */}\n<Snippet file="a.yaml" />\n`<Port of="x" />`',
    ),
  ).toEqual([
    'code <Port of="x" />',
    'fact <Port of="kubelet" />',
    'snippet <Snippet file="a.yaml" />',
    'link #node-to-apiserver',
  ]);
});
