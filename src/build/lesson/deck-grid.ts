import type { Translate } from '../../i18n/strings.ts';
import { BODY, evenly, numbered } from './deck-frame.ts';
import { textHeight } from './fit.ts';
import type { Cell, Slide, Table } from './slides.ts';

/** A table that goes on as many slides as it needs. */
export interface Grid {
  readonly columns: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** The type below which a further slide is better, in points. */
  readonly size: number;
}

type Rows = Grid['rows'];

const LARGEST = 18;
const HEAD = 0.45;

/** A table on as few slides as it needs, evenly, in the largest type in which all of them fit. */
export function tableSlides(title: string, grid: Grid, notes: readonly string[], t: Translate): Slide[] {
  const { pages, size } = spread(grid);
  return pages.map((rows, index) => ({
    layout: 'content',
    title: numbered(title, index, pages.length, t),
    boxes: [{ ...grid, kind: 'table', alt: title, ...BODY, h: 0.4 * (rows.length + 1), size, rows } satisfies Table],
    notes,
  }));
}

function spread(grid: Grid): { readonly pages: readonly Rows[]; readonly size: number } {
  for (let count = 1; count <= grid.rows.length; count += 1) {
    const pages = evenly(grid.rows, count);
    for (let size = LARGEST; size >= grid.size; size -= 1)
      if (pages.every((rows) => heightOf(rows, grid, size) <= BODY.h - HEAD)) return { pages, size };
  }
  return { pages: grid.rows.map((row) => [row]), size: grid.size };
}

function heightOf(rows: Rows, { columns }: Grid, size: number): number {
  const all = columns.reduce((sum, share) => sum + share, 0);
  const width = (at: number): number => (BODY.w * (columns[at] ?? 1)) / all - 0.2;
  return rows
    .map((row) => 0.14 + Math.max(...row.map(({ text }, at) => textHeight(text, size, width(at)))))
    .reduce((sum, height) => sum + height, 0);
}
