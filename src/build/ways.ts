import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The address of a page and of the same page in other languages, as its head names them. */
export interface Place {
  readonly canonical: string;
  readonly alternates: readonly { readonly hreflang: string; readonly href: string }[];
}

/** Writes robots.txt, and sitemap.xml where the origin is known: a sitemap may name whole addresses only. */
export function ways(): AstroIntegration {
  let site: string | undefined;
  let base = '/';
  return {
    name: 'kubepaths:ways',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site;
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const lines = ['User-agent: *', 'Allow: /'];
        if (site === undefined) logger.info('no sitemap.xml, because SITE_URL is not set');
        else {
          await writeFile(join(dist, 'sitemap.xml'), sitemap(await places(dist), site));
          lines.push('', `Sitemap: ${new URL(`${base}sitemap.xml`, site).href}`);
        }
        await writeFile(join(dist, 'robots.txt'), `${lines.join('\n')}\n`);
      },
    },
  };
}

/** Every page of a build that may be found, in the order of the addresses. */
export async function places(dist: string): Promise<Place[]> {
  const names = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
  const found = await Promise.all(names.map(async (name) => placeOf(await readFile(join(dist, name), 'utf8'))));
  return found.filter((place) => place !== null);
}

/** Where a page says it stands; nothing where it asks not to be listed. */
export function placeOf(html: string): Place | null {
  const links = [...html.slice(0, html.indexOf('</head>')).matchAll(/<(?:link|meta)\b[^>]*>/g)].map(([tag]) =>
    Object.fromEntries([...tag.matchAll(/\s([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])),
  );
  const canonical = links.find((link) => link['rel'] === 'canonical')?.['href'];
  const hidden = links.some((link) => link['name'] === 'robots' && (link['content'] ?? '').includes('noindex'));
  if (canonical === undefined || hidden) return null;
  const alternates = links.flatMap(({ rel, hreflang, href }) =>
    rel === 'alternate' && hreflang !== undefined && href !== undefined ? [{ hreflang, href }] : [],
  );
  return { canonical, alternates };
}

/** The pages as a sitemap, each with its sisters in other languages. */
export function sitemap(all: readonly Place[], site: string): string {
  const whole = (href: string): string => new URL(href, site).href.replaceAll('&', '&amp;');
  const urls = all.map(({ canonical, alternates }) => {
    const others = alternates.map(
      ({ hreflang, href }) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${whole(href)}"/>`,
    );
    return `<url><loc>${whole(canonical)}</loc>${others.join('')}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>\n',
  ].join('\n');
}
