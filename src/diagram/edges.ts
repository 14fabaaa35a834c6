import type { Verdict } from '../posture/verdict.ts';
import { along, angle, beside, distance, num, polyline, rounded, type Point } from './geometry.ts';
import type { DrawnPath, DrawnTube, Stretch } from './layout.ts';
import type { MapOptions, MapWords } from './map-words.ts';
import { attrs, escape } from './markup.ts';
import { twoLines } from './two-lines.ts';
import { markOf } from './marks.ts';
import type { Pen } from './pen.ts';
import type { StyleName } from './styles.ts';

/** Absent paths lie lowest, then what tubes carry, then their marks; the current path lies on top. */
export function byWeight(current: string | undefined): (a: DrawnPath, b: DrawnPath) => number {
  const weight = (path: DrawnPath): number => (path.ghost ? 0 : path.tube ? 2 : path.path === current ? 3 : 1);
  return (a, b) => weight(a) - weight(b);
}

/** One path: a link to its details in a page, a group in a picture. */
export function drawPath(path: DrawnPath, words: MapWords, pen: Pen, options: MapOptions): string {
  const inner = pen.tinted(path.verdict, path.path, () => {
    if (path.ghost) return drawGhost(path.ghost, words, pen);
    const tube = path.tube ? drawTube(path.tube, words, pen) : '';
    const bracket = path.rails.map((points) => pen.path('line', rounded(points, 5))).join('');
    return tube + bracket + path.stretches.map((stretch) => drawStretch(stretch, path, words, pen)).join('');
  });
  const tag = options.href ? 'a' : 'g';
  return `<${tag}${attrs({
    href: options.href?.(path.path),
    'data-path': path.path,
    'data-verdict': path.verdict,
    'data-remainder': path.remainder,
    'aria-current': options.href && options.current === path.path ? 'true' : undefined,
  })}>${options.href ? `<title>${escape(words.paths[path.path] ?? path.path)}</title>` : ''}${inner}</${tag}>`;
}

function drawGhost(ghost: NonNullable<DrawnPath['ghost']>, words: MapWords, pen: Pen): string {
  return [
    ...ghost.corridor.map((points) => pen.path('ghost', polyline(points))),
    ...ghost.corridor
      .filter((_, index) => index % 2 === 0)
      .map((points) => (pen.picture ? '' : pen.path('hit', polyline(points)))),
    ...(pen.picture ? [] : ghost.boxes).map(({ x, y, w, h }) => pen.rect('hit-box', x - w / 2, y - h / 2, w, h)),
    ghost.word ? pen.text('ghost-word', ghost.word.at, words.verdicts.absent, ghost.word.anchor) : '',
  ].join('');
}

function drawStretch(stretch: Stretch, path: DrawnPath, words: MapWords, pen: Pen): string {
  const { points, verdict, bridge } = stretch;
  const start = points[0];
  const end = points.at(-1);
  if (!start || !end) return '';
  const before = points.at(-2) ?? start;
  const shortened = stretch.tip ? [...points.slice(0, -1), along(end, before, 9)] : points;
  const d = points.length > 2 ? rounded(shortened, 16) : polyline(shortened);
  const style: StyleName =
    stretch.cipher === 'unknown' ? 'dash' : !stretch.cipher ? 'dots' : verdict === 'safe' ? 'line' : 'heavy';
  const inner = pen.tinted(verdict, path.path, () =>
    [
      bridge && (verdict === 'safe' || verdict === 'weak') ? pen.path('clear', polyline(bridge)) : '',
      pen.picture ? '' : pen.path('hit', d) + pen.path('band', d),
      ...(bridge ? parapets(bridge, verdict) : []).map((parapet) => pen.path('parapet', parapet)),
      pen.path(style, d),
      stretch.cut
        ? pen.path('cut', 'M-5-7-2 7M2-7 5 7', ` transform="translate(${num(stretch.cut[0])} ${num(stretch.cut[1])})"`)
        : '',
      stretch.tip
        ? pen.path(
            'tip',
            'M0 0-12-5-9 0-12 5Z',
            ` transform="translate(${num(end[0])} ${num(end[1])})rotate(${num(angle(before, end))})"`,
          )
        : '',
      stretch.badge ? pen.mark(markOf('badge', stretch.badge.state), stretch.badge.at) : '',
      stretch.shield ? pen.mark(markOf('shield', stretch.shield.state), stretch.shield.at) : '',
      stretch.word ? pen.text('word', stretch.word.at, words.verdicts[verdict], stretch.word.anchor) : '',
    ].join(''),
  );
  return `<g${attrs({ 'data-hop': stretch.hop, class: pen.picture ? undefined : `v-${verdict}` })}>${inner}</g>`;
}

/** Rails of a bridge: both sides when it is safe, the right of the dialling direction when it is weak, else none. */
function parapets([from, to]: readonly [Point, Point], verdict: Verdict): string[] {
  const sides = verdict === 'safe' ? [-1, 1] : verdict === 'weak' ? [1] : [];
  const length = distance(from, to);
  return sides.map((side) => {
    const at = (share: number, offset: number): Point => beside(along(from, to, share), from, to, side * offset);
    return polyline([at(0, 9.2), at(7, 5.2), at(length - 7, 5.2), at(length, 9.2)]);
  });
}

function drawTube(tube: DrawnTube, words: MapWords, pen: Pen): string {
  const [client, server] = tube.against ? [tube.to, tube.from] : [tube.from, tube.to];
  const length = distance(client, server);
  const middle = along(client, server, length / 2);
  const turn = angle(client, server);
  const axis = [
    polyline([client, along(client, server, length / 2 - 12)]),
    polyline([along(client, server, length / 2 + 12), along(server, client, 9)]),
  ];
  const place = ([x, y]: Point): string => ` transform="translate(${num(x)} ${num(y)})rotate(${num(turn)})"`;
  const inner = pen.tinted(tube.verdict, undefined, () =>
    [
      pen.picture ? '' : pen.path('hit', polyline([client, server])) + pen.path('band', polyline([client, server])),
      ...axis.map((part) => pen.path('tube-line', part)),
      tube.against ? pen.path('tube-line', 'M4-5 0 0 4 5M-1-5-5 0-1 5', place(middle)) : '',
      pen.path('tube-tip', 'M0 0-12-5-9 0-12 5Z', place(server)),
      tube.badge ? pen.mark(markOf('badge', tube.badge.state), tube.badge.at) : '',
      tube.shield ? pen.mark(markOf('shield', tube.shield.state), tube.shield.at) : '',
      pen.text('word', tube.word.at, words.verdicts[tube.verdict], tube.word.anchor),
      ...tube.notes.flatMap(({ key, at, anchor }) => {
        const lines = key === 'dials' ? twoLines(words.notes[key]) : [words.notes[key]];
        return lines.map((line, index) => pen.text('note', [at[0], at[1] + index * 16], line, anchor));
      }),
    ].join(''),
  );
  return `<g${attrs({ 'data-hop': 'tunnel', class: pen.picture ? undefined : `v-${tube.verdict}` })}>${inner}</g>`;
}

/** The casing of a tube, beneath everything that it carries. */
export function drawCasing(tube: DrawnTube, pen: Pen): string {
  const half = tube.width / 2;
  const side = (offset: number): string =>
    polyline([beside(tube.from, tube.from, tube.to, offset), beside(tube.to, tube.from, tube.to, offset)]);
  const casing = `${polyline([
    beside(tube.from, tube.from, tube.to, -half),
    beside(tube.to, tube.from, tube.to, -half),
    beside(tube.to, tube.from, tube.to, half),
    beside(tube.from, tube.from, tube.to, half),
  ])}Z`;
  return [
    pen.path('tube', casing),
    ...[-half, half].map((offset) => pen.path('tube-edge', side(offset))),
    ...[-half + 4, half - 4].map((offset) => pen.path('tube-hair', side(offset))),
  ].join('');
}
