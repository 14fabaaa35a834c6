import { LANGUAGES, type Language } from './languages.ts';

/** A step on the way to a page; the last one is the page itself. */
export interface Crumb {
  readonly name: string;
  readonly href: string;
}

export interface Described {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly home: boolean;
  readonly crumbs: readonly Crumb[];
  /** The address of the page itself. */
  readonly href: string;
}

/** What a search engine is told of a page, as the text of a JSON-LD data block. */
export function structured(page: Described, absolute: (href: string) => string): string {
  const own = {
    '@type': page.home ? 'WebSite' : 'TechArticle',
    ...(page.home ? { name: 'Kubepaths' } : { headline: page.title }),
    description: page.description,
    inLanguage: LANGUAGES[page.language].tag,
    url: absolute(page.href),
    license: 'https://creativecommons.org/licenses/by/4.0/',
  };
  const list = {
    '@type': 'BreadcrumbList',
    itemListElement: page.crumbs.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(href),
    })),
  };
  const graph = { '@context': 'https://schema.org', '@graph': page.home ? [own] : [own, list] };
  // A text that held "</script>" would end the block early.
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}
