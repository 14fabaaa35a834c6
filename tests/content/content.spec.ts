import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { assemble } from '../../src/model/assemble.ts';
import { nearest, report, type Problem } from '../../src/model/problem.ts';
import { load, read } from '../../src/site/content.ts';
import { layer } from './broken.ts';

const BROKEN = 'tests/fixtures/broken';

/** Everything that is wrong in a content folder. */
function problemsIn(folder: string): readonly Problem[] {
  const { files, problems } = read(folder);
  return [...problems, ...assemble(files, languages).problems];
}

test('the content has no mistake', () => {
  expect(report(problemsIn('content'))).toBe('0 problems in content/');
});

test.describe('a mistake in the content is reported whole', () => {
  const copy = mkdtempSync(join(tmpdir(), 'kubepaths-content-'));
  const standing = new Set(problemsIn('content').map((problem) => JSON.stringify(problem)));

  test.afterAll(() => {
    rmSync(copy, { recursive: true });
  });

  for (const mistake of readdirSync(BROKEN))
    test(mistake, () => {
      const folder = join(copy, mistake);
      layer(join(BROKEN, mistake), 'content', folder);
      // What is wrong in the content itself is the business of the test above.
      const made = problemsIn(folder).filter((problem) => !standing.has(JSON.stringify(problem)));
      expect(`${report(made)}\n`).toBe(readFileSync(join(BROKEN, mistake, 'expected.txt'), 'utf8'));
    });

  test('and stops the site, with that report', () => {
    const folder = join(copy, 'stopped');
    layer(join(BROKEN, 'missing-language-file'), 'content', folder);
    expect(() => load(folder)).toThrow(/problems in content\/[^]*paths\/konnectivity\/zh\.mdx\n {4}missing\./);
  });
});

test('assemble(files) gives every problem a code that tools can rely on', () => {
  const codes = new Set(
    readdirSync(BROKEN).flatMap((mistake) => {
      const folder = mkdtempSync(join(tmpdir(), 'kubepaths-codes-'));
      layer(join(BROKEN, mistake), 'content', folder);
      const found = problemsIn(folder).map(({ code }) => code);
      rmSync(folder, { recursive: true });
      return found;
    }),
  );
  expect([...codes].sort()).toEqual([
    'DUPLICATE_ID',
    'FORBIDDEN_TERM',
    'LITERALS_DIFFER',
    'MISSING_LANGUAGE',
    'MISSING_SECTION',
    'MISSING_STAMP',
    'MISSING_WORDS',
    'SHAPE',
    'SURPLUS_WORDS',
    'TYPED_FACT',
    'UNKNOWN_ID',
    'UNKNOWN_LANGUAGE',
    'UNKNOWN_LITERAL',
  ]);
});

test('nearest(wrong, known) offers a slip of the fingers, and nothing farther', () => {
  expect(nearest('kubelt', ['kube-proxy', 'kubelet'])).toBe('kubelet');
  expect(nearest('kubelet.authorisation.mode', ['kubelet.authorization.mode', 'kubelet.readOnlyPort'])).toBe(
    'kubelet.authorization.mode',
  );
  expect(nearest('kubelet-anonymos-ath-enable', ['kubelet-anonymous-auth-enabled'])).toBe(
    'kubelet-anonymous-auth-enabled',
  );
  expect(nearest('etcd', ['kubelet', 'service'])).toBeUndefined();
  expect(nearest('kubelet', [])).toBeUndefined();
});

test('report(problems) groups by file, in the order of the files, and counts', () => {
  const problem = (file: string, at: string): Problem => ({ file, at, code: 'SHAPE', message: 'wrong.' });
  expect(report([problem('b.yaml', 'x'), problem('a.yaml', ''), problem('b.yaml', 'y')])).toBe(
    [
      '3 problems in content/',
      '  content/a.yaml',
      '    wrong.',
      '  content/b.yaml',
      '    x: wrong.',
      '    y: wrong.',
    ].join('\n'),
  );
  expect(report([problem('a.yaml', 'x')], '')).toBe('1 problem in \n  a.yaml\n    x: wrong.');
});
