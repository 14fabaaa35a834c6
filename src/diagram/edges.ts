import type { Verdict } from '../posture/verdict.ts';
import { along, angle, beside, distance, num, polyline, rounded, UNDER, type Point } from './geometry.ts';
import { wordOf, type Labels } from './labels.ts';
import type { DrawnPath, DrawnTube, Ghost, Stretch } from './layout.ts';
import type { MapOptions, MapWords } from './map-words.ts';
import { attrs, escape } from './markup.ts';
import { markOf, type Pen } from './pen.ts';
import type { StyleName } from './styles.ts';

const TIP = 'M0 0-12-5-9 0-12 5Z';

/** Absent paths lie lowest, then what tubes carry, then their marks; the current path lies on top. */
export function byWeight(current: string | undefined): (a: DrawnPath, b: DrawnPath) => number {
  const weight = (path: DrawnPath): number => (path.ghost ? 0 : path.tube ? 2 : path.path === current ? 3 : 1);
  return (a, b) => weight(a) - weight(b);
}

/** One path: a link to its details in a page, a group in a picture. */
export function drawPath(path: DrawnPath, words: MapWords, labels: Labels, pen: Pen, options: MapOptions): string {
  const inner = pen.tinted(path.verdict, path.path, () =>
    path.ghost
      ? drawGhost(path.ghost, labels, pen)
      : [
          path.tube ? drawTube(path.tube, labels, pen, path.verdict) : '',
          ...path.rails.map((points) => pen.path('line', rounded(points, 5))),
          ...path.stretches.map((stretch) => drawStretch(stretch, path, labels, pen)),
        ].join(''),
  );
  const tag = options.href ? 'a' : 'g';
  return `<${tag}${attrs({
    href: options.href?.(path.path),
    'data-path': path.path,
    'data-verdict': path.verdict,
    'data-remainder': path.remainder,
    'aria-current': options.href && options.current === path.path ? 'true' : undefined,
  })}>${options.href ? `<title>${escape(words.paths[path.path] ?? path.path)}</title>` : ''}${inner}</${tag}>`;
}

function drawGhost({ corridor, boxes, word }: Ghost, labels: Labels, pen: Pen): string {
  const lines = corridor.map(polyline).join('');
  return [
    lines === '' ? '' : pen.path('ghost', lines),
    pen.picture || lines === '' ? '' : pen.path('hit', lines),
    ...(pen.picture ? [] : boxes).map(({ x, y, w, h }) => pen.rect('hit-box', x - w / 2, y - h / 2, w, h)),
    pen.label(labels.get(word)),
  ].join('');
}

function drawStretch(stretch: Stretch, path: DrawnPath, labels: Labels, pen: Pen): string {
  const { verdict, word } = stretch;
  const label = word && labels.get(word);
  // A word that speaks for the whole path has its colour.
  const apart = wordOf(stretch, path.verdict) !== verdict;
  const inner = pen.tinted(verdict, path.path, () => drawLine(stretch, pen) + (apart ? '' : pen.label(label)));
  const hop = attrs({ 'data-hop': stretch.hop, class: colour(verdict, path.verdict, pen) });
  return `<g${hop}>${inner}</g>${apart ? pen.label(label) : ''}`;
}

/** In a page a part has a colour of its own only where it differs from what it is part of. */
function colour(verdict: Verdict, around: Verdict | undefined, pen: Pen): string | undefined {
  return pen.picture || verdict === around ? undefined : `v-${verdict}`;
}

function drawLine({ points, verdict, bridge, cipher, ...stretch }: Stretch, pen: Pen): string {
  const [start] = points;
  const end = points.at(-1);
  const before = points.at(-2);
  if (!start || !end || !before) return '';
  const shortened = stretch.tip ? [...points.slice(0, -1), along(end, before, 9)] : points;
  const d = points.length > 2 ? rounded(shortened, 16) : polyline(shortened);
  const style: StyleName = cipher === 'unknown' ? 'dash' : !cipher ? 'dots' : verdict === 'safe' ? 'line' : 'heavy';
  const rails = bridge ? parapets(bridge, verdict) : '';
  return [
    rails === '' ? '' : pen.path('clear', polyline(bridge ?? [])),
    pen.picture ? '' : pen.path('hit', d) + pen.path('band', d),
    rails === '' ? '' : pen.path('parapet', rails),
    pen.path(style, d),
    stretch.ring ? pen.circle('origin', start, 3.5) : '',
    stretch.cut ? pen.path('gap', 'M-6 0H6', move(stretch.cut, angleAt(stretch.cut, points))) : '',
    stretch.cut ? pen.path('cut', 'M-5-7-2 7M2-7 5 7', move(stretch.cut, angleAt(stretch.cut, points))) : '',
    stretch.tip ? pen.path('tip', TIP, move(end, angle(before, end))) : '',
    stretch.badge ? pen.mark(markOf('badge', stretch.badge.state), stretch.badge.at) : '',
    stretch.shield ? pen.mark(markOf('shield', stretch.shield.state), stretch.shield.at) : '',
  ].join('');
}

function move([x, y]: Point, turn: number): string {
  return ` transform="translate(${num(x)} ${num(y)})rotate(${num(turn)})"`;
}

/** The direction of the leg of a line on which a point lies. */
function angleAt(point: Point, points: readonly Point[]): number {
  const legs = points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return { turn: angle(from, to), off: distance(from, point) + distance(point, to) - distance(from, to) };
  });
  return legs.reduce((best, leg) => (leg.off < best.off ? leg : best), legs[0] ?? { turn: 0, off: 0 }).turn;
}

/** Rails of a bridge: both sides when it is safe, the right of the dialling direction when it is weak, else none. */
function parapets([from, to]: readonly [Point, Point], verdict: Verdict): string {
  const sides = verdict === 'safe' ? [-1, 1] : verdict === 'weak' ? [1] : [];
  const length = distance(from, to);
  return sides
    .map((side) => {
      const at = (share: number, offset: number): Point => beside(along(from, to, share), from, to, side * offset);
      return polyline([at(0, 9.2), at(7, 5.2), at(length - 7, 5.2), at(length, 9.2)]);
    })
    .join('');
}

/** What a tube itself does: who dials, who shows what, and its verdict. */
export function drawTube(tube: DrawnTube, labels: Labels, pen: Pen, around?: Verdict): string {
  const [client, server] = tube.against ? [tube.to, tube.from] : [tube.from, tube.to];
  const length = distance(client, server);
  const turn = angle(client, server);
  const way = polyline([client, server]);
  const axis =
    polyline([client, along(client, server, length / 2 - 12)]) +
    polyline([along(client, server, length / 2 + 12), along(server, client, 9)]);
  const inner = pen.tinted(tube.verdict, undefined, () =>
    [
      pen.picture || around === undefined ? '' : pen.path('hit', way) + pen.path('band', way),
      pen.path('tube-line', axis),
      tube.against
        ? pen.path('tube-line', 'M4-5 0 0 4 5M-1-5-5 0-1 5', move(along(client, server, length / 2), turn))
        : '',
      pen.path('tube-tip', TIP, move(server, turn)),
      pen.mark(markOf('badge', tube.badge.state), tube.badge.at),
      pen.mark(markOf('shield', tube.shield.state), tube.shield.at),
      pen.label(labels.get(tube.word)),
      ...tube.notes.map((note) => pen.label(labels.get(note))),
    ].join(''),
  );
  return `<g${attrs({ 'data-hop': 'tunnel', class: colour(tube.verdict, around, pen) })}>${inner}</g>`;
}

/** The casing of a tube, beneath everything that it carries. */
export function drawCasing({ from: start, to: end, width }: DrawnTube, pen: Pen): string {
  // Its ends lie beneath the plates that it joins.
  const [from, to] = [along(start, end, -UNDER), along(end, start, -UNDER)];
  const half = width / 2;
  const side = (offset: number): readonly [Point, Point] => [
    beside(from, from, to, offset),
    beside(to, from, to, offset),
  ];
  const edges = (offset: number): string => polyline(side(-offset)) + polyline(side(offset));
  return [
    pen.path('tube', `${polyline([...side(-half), ...[...side(half)].reverse()])}Z`),
    pen.path('tube-edge', edges(half)),
    pen.path('tube-hair', edges(half - 4)),
  ].join('');
}
