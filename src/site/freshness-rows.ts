import { LANGUAGES, languages, type Language } from '../i18n/languages.ts';
import { strings } from '../i18n/strings.ts';
import { Urls } from '../i18n/urls.ts';
import { FRONT_MATTER, isStale, type Freshness } from '../model/freshness.ts';
import { content } from './content.ts';
import type { View } from './view.ts';

export interface FreshnessRow {
  readonly language: Language;
  readonly tag: string;
  readonly name: string;
  readonly count: string;
  readonly stale: readonly { readonly href: string; readonly text: string }[];
}

/** How current each translation is, and which of its sections are not. */
export function freshnessRows(view: View, base: string): FreshnessRow[] {
  const { freshness } = content();
  return languages.flatMap((language) => {
    const own = freshness.filter((one) => one.language === language);
    if (own.length === 0) return [];
    const stale = own.filter(isStale);
    const slots = { current: own.length - stale.length, total: own.length };
    return [
      {
        language,
        tag: LANGUAGES[language].tag,
        name: LANGUAGES[language].name,
        count: view.t('fresh.counted', slots),
        stale: stale.map((one) => link(one, language, base)),
      },
    ];
  });
}

/** A section by the names that its own language gives to it. */
function link({ page, section, title }: Freshness, language: Language, base: string) {
  const urls = new Urls(base);
  const [folder, id = ''] = page.split('/');
  const words = content().words[language];
  const t = strings(language);
  const address = folder === 'paths' ? urls.path(language, id) : urls.page(language, id);
  const name = folder === 'paths' ? words.paths[id]?.label : words.pages[id]?.title;
  return {
    href: section === FRONT_MATTER ? address : `${address}#${section}`,
    text: t('fresh.place', { page: name ?? id, section: section === FRONT_MATTER ? t('fresh.top') : title }),
  };
}
