import type { APIRoute } from 'astro';
import { languages, type Language } from '../../../../i18n/languages.ts';
import { framed, oembed } from '../../../../site/oembed.ts';
import { View } from '../../../../site/view.ts';

export const getStaticPaths = () => languages.flatMap((lang) => framed().map((view) => ({ params: { lang, view } })));

export const GET: APIRoute = ({ params, site }) => {
  const view = new View(params['lang'] as Language);
  return Response.json(oembed(view, params['view'] ?? 'map', import.meta.env.BASE_URL, site));
};
