/** The languages of the site: the address segment, the exact tag, and the name that every picker shows. */
export const LANGUAGES = {
  en: { tag: 'en', name: 'English', og: 'en_US' },
  es: { tag: 'es', name: 'Español', og: 'es_ES' },
  pt: { tag: 'pt-BR', name: 'Português (Brasil)', og: 'pt_BR' },
  it: { tag: 'it', name: 'Italiano', og: 'it_IT' },
  zh: { tag: 'zh-Hans', name: '简体中文', og: 'zh_CN' },
} as const;

export type Language = keyof typeof LANGUAGES;

export const languages = Object.keys(LANGUAGES) as Language[];
