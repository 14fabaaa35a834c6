import type { Language } from './i18n/languages.ts';
import type { ProseView } from './site/prose.ts';
import type { SnippetView } from './site/snippets.ts';

declare global {
  namespace App {
    interface Locals {
      /** The snippets of the path whose page is rendered, by file name. */
      snippets?: Record<string, SnippetView>;
      language?: Language;
      prose?: ProseView;
    }
  }
}
