import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { forbidden, withPolicy } from '../../src/build/csp.ts';

const policy = { 'default-src': "'none'", 'script-src': "'self'", 'style-src': "'self'" };
const sha = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('withPolicy(html, policy) puts it behind the charset and before everything else', () => {
  const html = '<!doctype html><html><head>\n<meta charset="utf-8"><style>a{}</style></head></html>';
  expect(withPolicy(html, policy)).toBe(
    '<!doctype html><html><head>\n<meta charset="utf-8">' +
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none';script-src 'self';style-src 'self' ${sha('a{}')}">` +
      '<style>a{}</style></head></html>',
  );
  expect(withPolicy('<head><title>', {})).toMatch(/^<head><meta http-equiv/);
});

test('withPolicy(html, policy) allows the inline scripts and styles of this page, and no data', () => {
  const html =
    '<head><script type="speculationrules">{}</script></head><script type="module">1</script><script src="a.js"></script>' +
    '<svg><style>\n.b > c{}</style></svg><script type="application/json">{"a":1}</script><style>\n.b > c{}</style>';
  expect(withPolicy(html, policy)).toContain(
    `script-src 'self' ${sha('{}')} ${sha('1')};style-src 'self' ${sha('\n.b > c{}')}"`,
  );
});

test('forbidden(html) names what would be blocked in silence', () => {
  const html =
    '<p style="color:red">a</p><a href="javascript:void 0">b</a><b title="a > style=b" onclick=go()>c</b>' +
    '<script>"<i style=x>"</script><code>&lt;p style="x"&gt;</code><!-- <p style="x"> -->';
  expect(forbidden(html)).toEqual([
    'the attribute style of <p style="color:red">',
    'the attribute href of <a href="javascript:void 0">',
    'the attribute onclick of <b title="a > style=b" onclick=go()>',
  ]);
});
