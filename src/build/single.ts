import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { AstroIntegration } from 'astro';

const deflate = promisify(deflateRaw);

/** What the browser runs to unpack the facts, and then what is to run on them. */
const UNPACK = `(()=>{const p=document.querySelector('[data-facts]');
const open=async e=>new Response(new Blob([Uint8Array.from(atob(e.textContent),c=>c.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
self.kubepathsLoad=()=>open(p).then(t=>{self.kubepaths=JSON.parse(t);const s=document.createElement('script');s.textContent=document.querySelector('[data-later]').textContent;document.head.append(s)})})();`;

/**
 * Makes of every embed page of the map a file that holds all it needs: styles, scripts and facts. It opens from a disk and asks
 * for nothing, since its policy names nothing but what it holds.
 */
export function single(): AstroIntegration {
  let site: string | undefined;
  return {
    name: 'kubepaths:single',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site;
      },
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        const root = join(dist, 'embed', 'v1');
        const pages = (await readdir(root, { recursive: true })).filter(
          (name) => name.endsWith('index.html') && !/[\\/](tour-[^\\/]*|quiz)[\\/]/.test(name),
        );
        const parts = new Parts(dist);
        await Promise.all(
          pages.map(async (name) => {
            const html = await readFile(join(root, name), 'utf8');
            const [lang = '', view = ''] = name.replaceAll('\\', '/').split('/');
            await writeFile(join(root, lang, `${view}.html`), withLinks(await inlined(html, lang, parts), site));
          }),
        );
      },
    },
  };
}

/** Files of the build, read once. */
class Parts {
  readonly #dist: string;
  readonly #read = new Map<string, Promise<string>>();
  readonly #packed = new Map<string, Promise<string>>();

  constructor(dist: string) {
    this.#dist = dist;
  }

  text(name: string): Promise<string> {
    const known = this.#read.get(name) ?? readFile(join(this.#dist, name), 'utf8');
    this.#read.set(name, known);
    return known;
  }

  /** The facts of a language, packed: as text they would be two thirds of the file. */
  facts(lang: string): Promise<string> {
    const known =
      this.#packed.get(lang) ??
      this.text(`scripts/data.${lang}.js`)
        .then((script) => deflate(script.replace(/^self\.kubepaths=/, '')))
        .then((packed) => packed.toString('base64'));
    this.#packed.set(lang, known);
    return known;
  }
}

async function inlined(html: string, lang: string, parts: Parts): Promise<string> {
  const [frame, stage, facts] = await Promise.all([
    parts.text('scripts/frame.js'),
    parts.text('scripts/stage.js'),
    parts.facts(lang),
  ]);
  const sheets = await Promise.all(
    [...html.matchAll(/<link rel="stylesheet" href="[^"]*?(_astro\/[^"]+)">/g)].map(async ([tag, name = '']) => ({
      tag,
      css: await parts.text(name),
    })),
  );
  const styled = sheets.reduce((text, { tag, css }) => text.replace(tag, () => `<style>${css}</style>`), html);
  const bare = styled
    .replace(/<link rel="(icon|alternate)"[^>]*>/g, '')
    .replace(/<script defer[^>]*><\/script>/, '')
    .replace(/ data-scripts="[^"]*"/, ' data-scripts=""')
    // Links to other languages and to the page lead out of the file, which knows no address of the site.
    .replace(/<nav data-languages.*?<\/nav>/s, '')
    .replace(
      '</body>',
      () =>
        `<script type="application/octet-stream" data-facts>${facts}</script>` +
        `<script type="text/plain" data-later>${stage}</script>` +
        [UNPACK, frame].map((script) => `<script>${script}</script>`).join('') +
        '</body>',
    );
  return withOwnPolicy(bare, stage);
}

/** A link of the site leads there from anywhere; where the site has no address there is none to lead to. */
function withLinks(html: string, site: string | undefined): string {
  return site === undefined
    ? html.replace(/<a\b[^>]*\shref="\/[^"]*"[^>]*>.*?<\/a>/gs, '')
    : html.replace(
        /(<a\b[^>]*\shref=")(\/[^"]*)"/g,
        (_, before: string, href: string) => `${before}${new URL(href, site).href}"`,
      );
}

/** The policy allows what the file holds, and no request at all. */
function withOwnPolicy(html: string, later: string): string {
  const inside = (element: string): string[] =>
    [...html.matchAll(new RegExp(`<${element}(?![^>]*type=)[^>]*>(.*?)</${element}>`, 'gs'))].map(
      ([, text = '']) => text,
    );
  const hashes = (texts: readonly string[]): string => [...new Set(texts.map(hash))].join(' ');
  const policy = [
    "default-src 'none'",
    `script-src ${hashes([...inside('script'), later])}`,
    `style-src ${hashes(inside('style'))}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join(';');
  return html.replace(
    /<meta http-equiv="Content-Security-Policy" content="[^"]*">/,
    () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
