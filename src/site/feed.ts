import { plain } from '../i18n/code.ts';
import { Urls } from '../i18n/urls.ts';
import { logOf, type LogView } from './log.ts';
import type { View } from './view.ts';

/** The log of the facts as RSS 2.0; without a site the links name no host. */
export function feed(view: View, base: string, site: URL | undefined): string {
  const urls = new Urls(base);
  const { t, language } = view;
  const absolute = (href: string): string => (site ? new URL(href, site).href : href);
  const about = absolute(`${urls.page(language, 'about')}#log`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element('title', t('ways.feedTitle')),
    element('link', about),
    element('description', t('ways.feedDescription')),
    element('language', view.tag),
    `<atom:link rel="self" type="application/rss+xml" href="${escaped(absolute(urls.feed(language)))}"/>`,
    ...logOf(view, base).map((entry) => item(entry, absolute(entry.paths[0]?.href ?? about))),
    '</channel></rss>',
  ].join('\n');
}

function item({ id, date, kind, text, sources, paths }: LogView, link: string): string {
  const named = sources.map(({ title, url }) => `${title}: ${url}`);
  return [
    '<item>',
    element('title', [kind, paths.map(({ label }) => label).join(', ')].filter(Boolean).join(': ')),
    element('link', link),
    `<guid isPermaLink="false">kubepaths:log:${id}</guid>`,
    element('pubDate', new Date(`${date}T00:00:00Z`).toUTCString()),
    element('description', [plain(text), ...named].join('\n')),
    '</item>',
  ].join('');
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
