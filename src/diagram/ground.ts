import type { Verdict } from '../posture/verdict.ts';
import { polyline, ring, type Shore } from './geometry.ts';
import type { Labels } from './labels.ts';
import type { Layout } from './layout.ts';
import type { MapWords } from './map-words.ts';
import { attrs } from './markup.ts';
import { textWidth } from './measure.ts';
import type { Pen } from './pen.ts';
import { twoLines } from './two-lines.ts';

const WAVES = [
  [0.045, 0.9, 0.85],
  [0.1, 0.8, 0.62],
  [0.165, 0.7, 0.44],
  [0.24, 0.6, 0.3],
  [0.325, 0.5, 0.18],
] as const;

/** Land, water and island, with their names and the attacker's sign. */
export function sea(layout: Layout, words: MapWords, labels: Labels, pen: Pen): string {
  const { arrangement } = layout;
  const { inner, outer, width, height } = arrangement;
  const mixed = (share: number): Shore => ({
    ...outer,
    a: inner.a + (outer.a - inner.a) * share,
    b: inner.b + (outer.b - inner.b) * share,
    n: inner.n + (outer.n - inner.n) * share,
  });
  const waves = WAVES.flatMap(([share, thick, dark]) =>
    [share, 1 - share].map((at) =>
      wave(mixed(at), ` stroke-width="${String(thick)}" stroke-opacity="${String(dark)}"`, pen),
    ),
  );
  const zones = arrangement.zones.flatMap(({ zone, at: [x, y, anchor = 'middle'], lines }) =>
    (lines ? twoLines(words.zones[zone]) : [words.zones[zone]]).map((line, index) =>
      pen.text('zone', [x, y + index * 18], line, anchor),
    ),
  );
  const attacker = arrangement.attacker[layout.position];
  return [
    pen.rect('land', 0, 0, width, height),
    pen.path('water', ring(outer)),
    ...waves,
    pen.path('island', ring(inner)),
    pen.rect('neat', 0.5, 0.5, width - 1, height - 1),
    pen.rect('neat-2', 5, 5, width - 10, height - 10),
    ...arrangement.borders.map((border) => pen.path('border', polyline(border))),
    pen.text('sea', arrangement.sea, words.sea, 'middle'),
    ...zones,
    pen.mark('wreck', attacker.sign),
    pen.label(labels.get(attacker)),
  ].join('');
}

/** A text that the corner of the chart has room for. */
function inCorner(text: string): string[] {
  if (text === '') return [];
  return textWidth(text, 12.5, true) > 300 ? text.split(/(?<=：)|(?<=:) /) : [text];
}

/** A waterline: in a page the same curve stretched again and again, which weighs next to nothing there. */
function wave(shore: Shore, look: string, pen: Pen): string {
  if (pen.picture) return pen.path('wave', ring(shore), look);
  const { x, y, a, b, n } = shore;
  const size = 500;
  const stretch = (length: number): string => String(Math.round((length / size) * 1000) / 1000);
  const place = ` transform="translate(${String(x)} ${String(y)})scale(${stretch(a)} ${stretch(b)})"`;
  return pen.path('wave', ring({ x: 0, y: 0, a: size, b: size, n }), look + place);
}

/** The name of the scenario and the count of verdicts. */
export function heading(words: MapWords, tally: Readonly<Record<Verdict, number>>, pen: Pen, width: number): string {
  const shown: Verdict[] = ['safe', 'weak', 'unsafe', 'broken', 'unknown', 'absent'];
  const counted = shown.filter((verdict) => tally[verdict] > 0);
  const step = 88;
  return [
    pen.text('title', [30, 46], words.title),
    pen.text('subtitle', [30, 68], words.subtitle),
    ...inCorner(words.left).map((line, index) => pen.text('left', [30, 88 + index * 17], line)),
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
