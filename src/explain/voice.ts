import type { Translate } from '../i18n/strings.ts';
import type { Row, Value } from '../model/types.ts';

/** How a page names things in its language. */
export interface Voice {
  readonly t: Translate;
  /** A setting as people write it, in backticks. */
  readonly setting: (id: string) => string;
  /** What a setting decides, in one phrase: the name of an assumption, which has no flag. */
  readonly effect: (id: string) => string;
  readonly value: (setting: string, value: Value | undefined) => string;
  readonly component: (id: string) => string;
  readonly path: (id: string) => string;
  readonly weakness: (id: string) => string;
  /** What a row of the truth table means on a path. */
  readonly sentence: (path: string, row: Row) => string;
  readonly list: (items: readonly string[]) => string;
}

/** Whole sentences, with the sources of the rule behind them. */
export interface Said {
  readonly text: string;
  readonly sources: readonly string[];
}

/** Sentences that stand for themselves, in a row. @example join(['It is so.', 'It stays so.']) → 'It is so. It stays so.' */
export function joined({ t }: Voice, sentences: readonly string[]): string {
  return sentences.reduce((first, second) => (first === '' ? second : t('site.join', { first, second })), '');
}
