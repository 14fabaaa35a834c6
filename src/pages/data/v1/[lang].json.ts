import type { APIRoute } from 'astro';
import { languages, type Language } from '../../../i18n/languages.ts';
import { wordsData } from '../../../site/data.ts';

export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }));

export const GET: APIRoute = ({ params }) => Response.json(wordsData(params['lang'] as Language));
