import { languages, type Language } from './languages.ts';

/** The addresses of the site under a base path that ends in a slash. */
export class Urls {
  readonly base: string;

  constructor(base: string) {
    this.base = base.endsWith('/') ? base : `${base}/`;
  }

  /** @example page('es', 'about') → '/kubepaths/es/about/' */
  page(language: Language, page = ''): string {
    return `${this.base}${language}/${page === '' ? '' : `${page}/`}`;
  }

  path(language: Language, path: string): string {
    return this.page(language, `paths/${path}`);
  }

  embed(language: Language, view: string): string {
    return `${this.base}embed/v1/${language}/${view}/`;
  }

  /** The file that holds a view with everything that it needs. */
  single(language: Language, view: string): string {
    return `${this.base}embed/v1/${language}/${view}.html`;
  }

  oembed(language: Language, view: string): string {
    return `${this.base}oembed/v1/${language}/${view}.json`;
  }

  diagram(language: Language, view: string, variant = ''): string {
    return `${this.base}diagrams/${language}/${view}${variant}.svg`;
  }

  feed(language: Language): string {
    return `${this.base}${language}/changes.xml`;
  }

  /** A page made to be printed: of a path, or `course` for all of them. */
  handout(language: Language, part: string): string {
    return `${this.base}handouts/${language}/${part}/`;
  }

  /** A file of the lesson to take away; `npm run kit` makes it. */
  lesson(language: Language, file: string): string {
    return `${this.base}lesson/${language}/${file}`;
  }

  /** The picture that other sites show beside a link; `npm run kit` makes it. */
  social(language: Language, view: string): string {
    return `${this.base}social/${language}/${view}.png`;
  }

  /** The same page in every language. */
  alternates(page: string): { language: Language; href: string }[] {
    return languages.map((language) => ({ language, href: this.page(language, page) }));
  }
}
