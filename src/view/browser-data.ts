import type { Language } from '../i18n/languages.ts';
import type { Model, Words } from '../model/types.ts';
import type { Strings } from '../i18n/translator.ts';

/** What the browser receives, once asked for: facts, the words of one language, and its strings. */
export interface BrowserData {
  readonly language: Language;
  readonly tag: string;
  readonly model: Model;
  readonly words: Omit<Words, 'pages' | 'tours'>;
  readonly strings: Strings;
}
