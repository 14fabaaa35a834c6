import type { APIRoute } from 'astro';
import { LANGUAGES, languages, type Language } from '../../../i18n/languages.ts';
import { strings } from '../../../i18n/strings.ts';
import css from '../../../styles/search.css?url';

/** One number for each plural category that counts things. */
const SAMPLES = [1, 2, 1_000_000];

export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }));

/** What the search says in one language; its script fetches it together with the index. */
export const GET: APIRoute = ({ params }) => {
  const language = params['lang'] as Language;
  const t = strings(language);
  const plural = new Intl.PluralRules(LANGUAGES[language].tag);
  return Response.json({
    label: t('search.label'),
    none: t('search.none'),
    help: t('search.help'),
    failed: t('search.failed'),
    all: t('search.all'),
    counts: Object.fromEntries(
      SAMPLES.map((count) => [plural.select(count), t('search.count', { count }).replace(String(count), '{count}')]),
    ),
    css,
  });
};
