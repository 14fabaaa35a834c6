import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { assemble } from '../../src/model/assemble.ts';
import { isStale } from '../../src/model/freshness.ts';
import { report } from '../../src/model/problem.ts';
import { read } from '../../src/site/content.ts';

const PAGE = 'paths/konnectivity';
let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kubepaths-l10n-'));
  cpSync('content', folder, { recursive: true });
});

test.afterEach(() => {
  rmSync(folder, { recursive: true });
});

function edit(file: string, old: string, text: string): void {
  const path = join(folder, PAGE, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(old);
  writeFileSync(path, before.replace(old, text));
}

/** What `npm run l10n` or another task prints, with how it ended. */
function task(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--content', folder, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function stale(): string[] {
  return assemble(read(folder).files, languages)
    .freshness.filter((one) => isStale(one) && one.page === PAGE)
    .map(({ language, section }) => `${language} ${section}`);
}

test('words that English adds make the section stale in every language, and the build goes on', () => {
  const before = stale();
  edit(
    'en.mdx',
    'has been beta since 1.18',
    'has been in beta since 1.18, and `EgressSelectorConfiguration` chooses it',
  );
  expect(stale()).toEqual([...before, ...['es', 'pt', 'it', 'zh'].map((language) => `${language} purpose`)]);
  const { files, problems } = read(folder);
  expect(report([...problems, ...assemble(files, languages).problems])).toBe('0 problems in content/');
});

test('how English is set does not', () => {
  const before = stale();
  edit(
    'en.mdx',
    'It replaced the [SSH tunnels](#ssh-tunnel)',
    'It **replaced** the\n[SSH tunnels](#apiserver-to-node)',
  );
  expect(stale()).toEqual(before);
});

test('a changed translation stays stale until it is stamped; the stamp is of that section and language only', () => {
  edit('en.mdx', 'has been beta since 1.18', 'has been in beta since 1.18');
  edit('it.mdx', 'Konnectivity trasporta', 'Konnectivity, dunque, trasporta');
  expect(stale()).toContain('it purpose');
  expect(task('src/build/l10n.ts').stdout).toMatch(/^ {2}it {2}konnectivity {2}purpose {2}\(.+\)$/m);

  expect(task('src/build/l10n.ts', 'done', 'it', 'konnectivity', 'purpose').status).toBe(0);
  expect(stale()).not.toContain('it purpose');
  expect(stale()).toContain('es purpose');
});

test('what stands above the sections is stamped like a section', () => {
  edit('en.mdx', 'label: Konnectivity', 'label: The Konnectivity tunnel');
  expect(stale()).toContain('zh front-matter');
  expect(task('src/build/l10n.ts', 'done', 'zh', 'konnectivity', '--all').status).toBe(0);
  expect(stale().filter((one) => one.startsWith('zh'))).toEqual([]);
  expect(readFileSync(join(folder, PAGE, 'zh.mdx'), 'utf8').match(/^of: '[0-9a-f]{8}'$/gm)).toHaveLength(1);
});

test('npm run l10n lists and succeeds; what it does not know it names, with the nearest that it does', () => {
  expect(task('src/build/l10n.ts').status).toBe(0);
  const wrong = task('src/build/l10n.ts', 'done', 'it', 'konectivity', 'weak');
  expect(wrong.status).toBe(1);
  expect(wrong.stderr).toContain('unknown page "konectivity". Did you mean "konnectivity"?');
  expect(task('src/build/l10n.ts', 'done', 'it', 'konnectivity').stderr).toContain('--all');
});

test('npm run facts lists what has grown old by a day, and succeeds', () => {
  const now = task('src/build/facts.ts', '--on', '2026-11-22');
  expect(now.status).toBe(0);
  expect(now.stdout).toContain('Sources checked more than a year before 2026-11-22: 0');
  expect(now.stdout).toMatch(/kube-apiserver\.ssh-user {2}\(until 1\.21\)/);
  expect(task('src/build/facts.ts', '--on', '2028-01-01').stdout).toMatch(/W-CPN {2}\(last checked 2026-11-01\)\n {4}/);
});
