declare namespace App {
  interface Locals {
    /** The snippets of the path whose page is rendered, by file name. */
    snippets?: Record<string, import('./site/snippets.ts').SnippetView>;
    language?: import('./i18n/languages.ts').Language;
  }
}
