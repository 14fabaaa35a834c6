import { scaleBand, scalePoint } from 'd3-scale';
import { textWidth } from './measure.ts';
import { attrs, escape } from './markup.ts';
import { stageMark, type Stage } from './stages.ts';

/** One change on one path, with its stage in a word. */
export interface TimelineMark {
  readonly change: string;
  readonly lane: string;
  readonly release: string;
  readonly stage: Stage;
  readonly word: string;
  readonly title: string;
}

export interface TimelineLane {
  readonly id: string;
  readonly label: string;
  /** The releases in which the path exists; open ends reach the edges. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** What happened on each path in each release. */
export interface Timeline {
  readonly releases: readonly string[];
  readonly lanes: readonly TimelineLane[];
  readonly marks: readonly TimelineMark[];
}

const MARK = 18;
const AXIS = 28;

/** The time line for a wide window: a row for each path, the releases from left to right. */
export function wideTimeline(line: Timeline): string {
  const width = 1184;
  const names = Math.max(...line.lanes.map(({ label }) => textWidth(label, 13))) + 20;
  const across = scalePoint([...line.releases], [names + 24, width - 24]);
  const x = (release: string): number => across(release) ?? 0;
  const cells = stacked(line.marks);
  let y = AXIS;
  const rows = line.lanes.map((lane, index) => {
    const marks = cells.filter(({ mark }) => mark.lane === lane.id);
    const height = 14 + MARK * Math.max(1, ...marks.map(({ of }) => of));
    const [top, middle] = [y, y + height / 2];
    y += height;
    const placed = marks.map((cell) => ({ ...cell, x: x(cell.mark.release), y: middle + offset(cell) }));
    const life = lifeOf(line, lane).map(x);
    return group(lane, [
      index % 2 === 0 ? `<rect class="tl-band"${attrs({ y: top, width, height })}/>` : '',
      `<path class="tl-life" d="M${life.join(` ${middle}H`)}"/>`,
      text('tl-name', 10, middle + 4.5, lane.label),
      ...placed.map((one) => link(one.mark, one.x, one.y, wordBeside(one, placed, width))),
    ]);
  });
  const grid = line.releases.map((release) => `<path class="tl-grid" d="M${x(release)} ${AXIS}V${y}"/>`);
  const axis = (at: number): string[] =>
    line.releases.map((release) => text('tl-release', x(release), at, release, 'middle'));
  return svg('wide', width, y + AXIS, [
    ...rows.map(([band]) => band),
    ...grid,
    ...axis(18),
    ...rows.map(([, rest]) => rest),
    ...axis(y + 18),
  ]);
}

/** The time line for a phone: a column for each path, the newest release at the top. */
export function tallTimeline(line: Timeline): string {
  const width = 328;
  const head = Math.max(...line.lanes.map(({ label }) => textWidth(label, 11.5))) + 16;
  const columns = scaleBand(
    line.lanes.map(({ id }) => id),
    [38, width],
  );
  const x = (lane: string): number => (columns(lane) ?? 0) + columns.bandwidth() / 2;
  const cells = stacked(line.marks);
  let y = head;
  const rows = new Map(
    [...line.releases].reverse().map((release) => {
      const height =
        8 + MARK * Math.max(1, ...cells.filter(({ mark }) => mark.release === release).map(({ of }) => of));
      const row = { top: y, middle: y + height / 2 };
      y += height;
      return [release, row] as const;
    }),
  );
  const middle = (release: string): number => rows.get(release)?.middle ?? 0;
  const lanes = line.lanes.map((lane, index) => {
    const at = x(lane.id);
    const life = lifeOf(line, lane).map(middle);
    return group(lane, [
      index % 2 === 0
        ? `<rect class="tl-band"${attrs({ x: round(columns(lane.id) ?? 0), width: round(columns.bandwidth()), height: round(y) })}/>`
        : '',
      `<path class="tl-life" d="M${round(at)} ${life.map(round).join('V')}"/>`,
      `<text class="tl-name"${attrs({ transform: `translate(${round(at + 4)} ${round(head - 10)})rotate(-90)` })}>${escape(lane.label)}</text>`,
      ...cells
        .filter(({ mark }) => mark.lane === lane.id)
        .map((cell) => link(cell.mark, at, middle(cell.mark.release) + offset(cell), '')),
    ]);
  });
  const axis = [...rows].map(([release, row]) =>
    [`<path class="tl-grid" d="M38 ${round(row.top)}H${width}"/>`, text('tl-release', 0, row.middle + 4, release)].join(
      '',
    ),
  );
  return svg('tall', width, y, [...lanes.map(([band]) => band), ...axis, ...lanes.map(([, rest]) => rest)]);
}

interface Cell {
  readonly mark: TimelineMark;
  /** Its place among the marks of the same path and release. */
  readonly index: number;
  readonly of: number;
}

/** Marks that meet in one cell, counted, so that they can stand one above the other. */
function stacked(marks: readonly TimelineMark[]): Cell[] {
  return marks.map((mark) => {
    const together = marks.filter(({ lane, release }) => lane === mark.lane && release === mark.release);
    return { mark, index: together.indexOf(mark), of: together.length };
  });
}

function offset({ index, of }: Cell): number {
  return (index - (of - 1) / 2) * MARK;
}

function lifeOf({ releases }: Timeline, { from, until }: TimelineLane): [string, string] {
  return [from ?? releases[0] ?? '', until ?? releases.at(-1) ?? ''];
}

type Placed = Cell & { readonly x: number; readonly y: number };

/** The stage's word, where it fits between its mark and the next one; its shape says it everywhere. */
function wordBeside(here: Placed, all: readonly Placed[], width: number): string {
  const next = Math.min(
    width,
    ...all.filter((other) => other.x > here.x && Math.abs(other.y - here.y) < MARK).map((other) => other.x - 10),
  );
  return here.x + 11 + textWidth(here.mark.word, 11) < next ? here.mark.word : '';
}

function link(mark: TimelineMark, x: number, y: number, word: string): string {
  const place = attrs({ href: `#${mark.change}`, tabindex: -1, transform: `translate(${round(x)} ${round(y)})` });
  const said = word === '' ? '' : `<text class="tl-word" x="11" y="4">${escape(word)}</text>`;
  return `<a${place}><title>${escape(mark.title)}</title><circle class="tl-hit" r="11"/><use href="#${stageMark(mark.stage)}"/>${said}</a>`;
}

/** What belongs to a lane: its ground, which lies under the grid, and everything above it. */
function group(lane: TimelineLane, [band = '', ...rest]: readonly string[]): [band: string, rest: string] {
  return [
    band,
    `<g${attrs({ 'data-lane': lane.id, class: band === '' ? undefined : 'tl-banded' })}>${rest.join('')}</g>`,
  ];
}

function text(style: string, x: number, y: number, said: string, anchor?: 'middle'): string {
  return `<text class="${style}"${attrs({ x: round(x), y: round(y), 'text-anchor': anchor })}>${escape(said)}</text>`;
}

function svg(form: 'wide' | 'tall', width: number, height: number, parts: readonly string[]): string {
  return `<svg class="timeline ${form}" data-timeline="${form}" viewBox="0 0 ${width} ${round(height)}" aria-hidden="true">${parts.join('')}</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
