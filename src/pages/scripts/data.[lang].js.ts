import type { APIRoute } from 'astro';
import { languages, type Language } from '../../i18n/languages.ts';
import { browserData } from '../../site/browser-data.ts';

export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }));

// A script and not JSON: a sandboxed frame has no origin, and may run a classic script where it may fetch nothing.
export const GET: APIRoute = ({ params }) =>
  new Response(`self.kubepaths=${JSON.stringify(browserData(params['lang'] as Language))}`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
