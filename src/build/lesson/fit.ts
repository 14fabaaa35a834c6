import type { Paragraph } from './slides.ts';

/** How large a text may be. No office is asked, so these are careful estimates: a little too small is never cut off. */

const WIDE = /[\u1100-\u115F\u2E80-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/;
/** The height of a line and the room that wrapping loses, for letters and for ideographs with code between them. */
const LATIN = { line: 1.24, loss: 1.1 };
const MIXED = { line: 1.42, loss: 1.24 };

/** The width of a text in inches at a size in points. */
export function widthOf(text: string, size: number, mono = false): number {
  let ems = 0;
  let code = mono;
  for (const sign of text) {
    if (sign === '`') code = !mono && !code;
    else if (WIDE.test(sign)) ems += 1;
    else ems += code ? 0.56 : /[A-Z0-9mwMW]/.test(sign) ? 0.62 : 0.5;
  }
  return (ems * size) / 72;
}

/** How many lines a text takes in a column. */
function linesOf(text: string, size: number, width: number, mono = false): number {
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil((widthOf(line, size, mono) * setting(line).loss) / width)))
    .reduce((sum, lines) => sum + lines, 0);
}

/** The height in inches of a text in a column. */
export function textHeight(text: string, size: number, width: number, mono = false): number {
  return (linesOf(text, size, width, mono) * size * setting(text).line) / 72;
}

/** The height in inches of paragraphs in a column. */
export function heightOf(paragraphs: readonly Paragraph[], width: number): number {
  return paragraphs
    .map(({ text, size, list, face, above = 0 }) => {
      const column = list === undefined ? width : width - 0.375;
      return textHeight(text, size, column, face === 'mono') + above / 72;
    })
    .reduce((sum, height) => sum + height, 0);
}

/** The largest size from `most` down to `least` at which every column of paragraphs fits. */
export function largest(
  most: number,
  least: number,
  width: number,
  height: number,
  columns: readonly ((size: number) => readonly Paragraph[])[],
): number {
  let size = most;
  while (size > least && columns.some((make) => heightOf(make(size), width) > height)) size -= 0.5;
  return size;
}

/** Paragraphs in the largest size at which they fit. */
export function fitted(
  most: number,
  least: number,
  width: number,
  height: number,
  make: (size: number) => readonly Paragraph[],
): readonly Paragraph[] {
  return make(largest(most, least, width, height, [make]));
}

function setting(text: string): typeof LATIN {
  return WIDE.test(text) ? MIXED : LATIN;
}
