import type { APIRoute } from 'astro';
import { languages, type Language } from '../../i18n/languages.ts';
import { feed } from '../../site/feed.ts';
import { View } from '../../site/view.ts';

export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }));

export const GET: APIRoute = ({ params, site }) =>
  new Response(feed(new View(params['lang'] as Language), import.meta.env.BASE_URL, site), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
