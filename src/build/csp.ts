import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Directive to sources; the hashes of a page's own inline scripts and styles are added to these. */
export type Policy = Readonly<Record<string, string>>;

export interface CspOptions {
  readonly policy: Policy;
  /** Directives that some pages have otherwise; `page` is the address below the base path, such as `en/check/`. */
  readonly except?: (page: string) => Policy | undefined;
}

/**
 * Gives every built page a Content Security Policy of its own, as the first thing that could be governed by one.
 * Astro's own `security.csp` puts its element after the layout's head, lists the hashes of all pages on every page,
 * and does not see `is:inline`; this reads the finished HTML, so that what is allowed is what is there.
 */
export function csp({ policy, except }: CspOptions): AstroIntegration {
  return {
    name: 'kubepaths:csp',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        const names = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.html'));
        const problems = await Promise.all(
          names.map(async (name) => {
            const file = join(dist, name);
            const page = name.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1');
            const html = await readFile(file, 'utf8');
            await writeFile(file, withPolicy(html, { ...policy, ...except?.(page) }));
            return forbidden(html).map((problem) => `  ${page}: ${problem}`);
          }),
        );
        const lines = problems.flat();
        if (lines.length > 0)
          throw new Error(`The Content Security Policy would block these:\n${lines.sort().join('\n')}`);
      },
    },
  };
}

/**
 * Puts the policy behind `<meta charset>` (which a browser looks for in the first 1024 bytes), or else first in the head.
 *
 * @example withPolicy('<head><title>…', { 'default-src': "'none'" })
 *   → '<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>…'
 */
export function withPolicy(html: string, policy: Policy): string {
  const start = /<head(?:\s[^>]*)?>(?:\s*<meta charset=[^>]*>)?/i.exec(html);
  if (start === null) throw new Error('A page without <head> cannot carry a Content Security Policy.');
  const at = start.index + start[0].length;
  const content = Object.entries(withHashes(policy, html)).map(([name, sources]) => `${name} ${sources}`);
  return `${html.slice(0, at)}<meta http-equiv="Content-Security-Policy" content="${content.join(';')}">${html.slice(at)}`;
}

/** What a policy without `unsafe-inline` would silently block in a page: one sentence each. */
export function forbidden(html: string): string[] {
  const markup = html.replace(/<!--.*?-->/gs, '').replace(INLINE, '');
  return [...markup.matchAll(TAG)].flatMap(([tag]) => {
    const attributes = [...tag.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => ({ name, value }));
    return attributes
      .filter(({ name, value }) => /^(style$|on)/i.test(name) || /^["']?\s*javascript:/i.test(value))
      .map(({ name }) => `the attribute ${name} of ${tag.slice(0, 100)}`);
  });
}

const TAG = /<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const ATTRIBUTE = /\s([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?/g;
const INLINE = /<(script|style)\b((?:[^>"']|"[^"]*"|'[^']*')*)>(.*?)<\/\1\s*>/gis;

function withHashes(policy: Policy, html: string): Policy {
  const inline = [...html.matchAll(INLINE)].map(([, element = '', attributes = '', text = '']) => ({
    directive: `${element.toLowerCase()}-src`,
    runs: !/\ssrc=/i.test(attributes) && !/\stype=["']?(application|text)\/(ld\+)?json/i.test(attributes),
    text,
  }));
  const hashes = (directive: string): string[] => [
    ...new Set(inline.filter((one) => one.runs && one.directive === directive).map((one) => hash(one.text))),
  ];
  return Object.fromEntries(
    Object.entries(policy).map(([name, sources]) => [name, [sources, ...hashes(name)].join(' ')]),
  );
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('base64')}'`;
}
