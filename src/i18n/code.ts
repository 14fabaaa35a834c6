/** A stretch of a text; code stands between backticks in the words. */
export interface Segment {
  readonly code: boolean;
  readonly text: string;
}

/** Splits a text at its backticks. @example segments('set `--v` now') → [text 'set ', code '--v', text ' now'] */
export function segments(text: string): Segment[] {
  return text
    .split('`')
    .map((part, index) => ({ code: index % 2 === 1, text: part }))
    .filter(({ text: part }) => part !== '');
}

/** The text without its code marks, for attributes and titles. */
export function plain(text: string): string {
  return text.replaceAll('`', '');
}
