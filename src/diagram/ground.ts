import type { Verdict } from '../posture/verdict.ts';
import { num, polyline, ring, type Shore } from './geometry.ts';
import type { Layout } from './layout.ts';
import type { MapWords } from './map-words.ts';
import { attrs } from './markup.ts';
import type { Pen } from './pen.ts';
import { twoLines } from './two-lines.ts';

/** What stands beyond the nodes, at the top of the chart. */
const OUTSIDE = ['kubectl', 'webhook'];

/** How much of the chart's top is left out: nothing, once something stands outside. */
export function cropOf(layout: Layout): number {
  return hasOutside(layout) ? 0 : layout.arrangement.crop;
}

function hasOutside(layout: Layout): boolean {
  return layout.plates.some(({ component }) => OUTSIDE.includes(component));
}

/** Land, water and island, with their names and the attacker's sign. */
export function sea(layout: Layout, words: MapWords, pen: Pen, top: number): string {
  const { arrangement } = layout;
  const { inner, outer, width, height } = arrangement;
  const shares = [0.045, 0.1, 0.165, 0.24, 0.325];
  const between = (share: number): Shore => ({
    ...outer,
    a: inner.a + (outer.a - inner.a) * share,
    b: inner.b + (outer.b - inner.b) * share,
    n: inner.n + (outer.n - inner.n) * share,
  });
  const waves = shares.flatMap((share, index) => {
    const look = ` stroke-width="${num(0.9 - index * 0.1)}" stroke-opacity="${String([0.85, 0.62, 0.44, 0.3, 0.18][index])}"`;
    return [share, 1 - share].map((at) => pen.path('wave', ring(between(at)), look));
  });
  const outside = hasOutside(layout);
  const zones = arrangement.zones
    .filter(({ zone }) => zone !== 'outside' || outside)
    .map(({ zone, at, anchor }) => {
      const lines =
        zone === 'control-plane' && arrangement.id === 'wide' ? twoLines(words.zones[zone]) : [words.zones[zone]];
      return lines.map((line, index) => pen.text('zone', [at[0], at[1] + index * 18], line, anchor)).join('');
    });
  const borders = outside ? arrangement.borders : [];
  const { sign, word } = arrangement.attacker;
  return [
    pen.rect('land', 0, top, width, height - top),
    pen.path('water', ring(outer)),
    ...waves,
    pen.path('island', ring(inner)),
    pen.rect('neat', 0.5, top + 0.5, width - 1, height - top - 1),
    pen.rect('neat-2', 5, top + 5, width - 10, height - top - 10),
    ...borders.map(([from, to]) => pen.path('border', polyline([from, to]))),
    pen.text('sea', arrangement.sea, words.sea, 'middle'),
    ...zones,
    pen.mark('wreck', sign),
    word ? pen.text('note', word, words.attacker, arrangement.id === 'wide' ? 'end' : 'start') : '',
  ].join('');
}

/** The name of the scenario and the count of verdicts. */
export function heading(words: MapWords, tally: Readonly<Record<Verdict, number>>, pen: Pen, width: number): string {
  const shown: Verdict[] = ['safe', 'weak', 'unsafe', 'broken', 'unknown', 'absent'];
  const counted = shown.filter((verdict) => tally[verdict] > 0);
  const step = 76;
  return [
    pen.text('title', [30, 46], words.title),
    pen.text('subtitle', [30, 68], words.subtitle),
    words.left === '' ? '' : pen.text('left', [30, 88], words.left),
    ...counted.map((verdict, index) => {
      const x = width - 30 - (counted.length - 1 - index) * step;
      const inner = pen.tinted(
        verdict,
        undefined,
        () =>
          pen.text('count', [x, 46], String(tally[verdict]), 'end') +
          pen.text('count-word', [x, 68], words.verdicts[verdict], 'end'),
      );
      return `<g${attrs({ 'data-tally': verdict, class: pen.picture ? undefined : `v-${verdict}` })}>${inner}</g>`;
    }),
  ].join('');
}
