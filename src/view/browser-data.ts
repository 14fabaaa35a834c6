import type { Arrangement } from '../diagram/arrangement.ts';
import type { Language } from '../i18n/languages.ts';
import type { Model, Words } from '../model/types.ts';
import type { Strings } from '../i18n/translator.ts';

/** The two ways to lay out the map, for phones and for wide windows. */
export type Arrangements = Readonly<Record<Arrangement['id'], Arrangement>>;

/** What the browser receives, once asked for: facts, the words of one language, its strings, and places. */
export interface BrowserData {
  readonly language: Language;
  readonly tag: string;
  readonly model: Model;
  readonly words: Omit<Words, 'pages' | 'tours'>;
  readonly strings: Strings;
  /** Where everything stands on the map. */
  readonly arrangements: Arrangements;
}
