import type { Verdict } from '../posture/verdict.ts';
import type { Anchor } from './arrangement.ts';
import type { DrawnPath, DrawnTube, Layout, Stretch } from './layout.ts';
import { along, angle, beside, distance, num, polyline, ring, rounded, type Point, type Shore } from './geometry.ts';
import { attrs, escape } from './markup.ts';
import { markOf, MARKS, type MarkName } from './marks.ts';
import { attributes, type Ink, type StyleName } from './styles.ts';

/** Every word on a map, in one language. */
export interface MapWords {
  readonly language: string;
  readonly name: string;
  readonly description: string;
  readonly title: string;
  readonly subtitle: string;
  readonly sea: string;
  readonly attacker: string;
  readonly zones: Readonly<Record<'control-plane' | 'node' | 'outside', string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Names on plates, one or two lines. */
  readonly plates: Readonly<Record<string, readonly string[]>>;
  /** The components of the control plane, which the tall map puts into one plate. */
  readonly trunk: readonly string[];
  readonly ports: Readonly<Record<string, string | undefined>>;
  /** Components whose port the request chooses: their "port" is a word. */
  readonly anyPort: readonly string[];
  readonly hub: { readonly name: string; readonly code: string };
  /** "API server to kubelet: unsafe", by path. */
  readonly paths: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<'dials' | 'inside' | 'front', string>>;
}

export interface MapOptions {
  /** The path that is drawn strong. */
  readonly current?: string | undefined;
  /** Given for a picture that stands alone; in a page the stylesheet paints. */
  readonly ink?: Ink | undefined;
  /** Makes ids unique where a page holds several charts. */
  readonly id: string;
  /** What an edge links to; in a page the details below, in a picture nothing. */
  readonly href?: ((path: string) => string) | undefined;
}

/** The map as one SVG element. */
export function map(layout: Layout, words: MapWords, tally: Readonly<Record<Verdict, number>>, options: MapOptions): string {
  const { arrangement } = layout;
  const pen = new Pen(options, arrangement.markScale);
  const top = layout.plates.some(({ component }) => OUTSIDE.includes(component)) ? 0 : arrangement.crop;
  const body = [
    sea(layout, words, pen, top),
    arrangement.id === 'wide' ? heading(words, tally, pen, arrangement.width) : '',
    ...[...layout.paths].sort(byWeight(options.current)).map((path) => drawPath(path, words, pen, options)),
    ...layout.plates.map((plate) => drawPlate(plate.component, layout, words, pen)),
    hub(layout, words, pen),
  ].join('');
  const label = `${options.id}-t ${options.id}-d`;
  return `<svg${attrs({
    xmlns: options.ink ? 'http://www.w3.org/2000/svg' : undefined,
    viewBox: `0 ${num(top)} ${num(arrangement.width)} ${num(arrangement.height - top)}`,
    width: options.ink ? arrangement.width : undefined,
    height: options.ink ? arrangement.height - top : undefined,
    class: options.ink ? undefined : `chart ${arrangement.id}`,
    'data-diagram': arrangement.id,
    role: options.ink ? 'img' : 'group',
    'aria-labelledby': label,
    lang: options.ink ? words.language : undefined,
  })}><title id="${options.id}-t">${escape(words.name)}</title><desc id="${options.id}-d">${escape(words.description)}</desc>${body}</svg>`;
}

/** What stands beyond the nodes, at the top of the chart. */
const OUTSIDE = ['kubectl', 'webhook'];

/** Draws parts with classes in a page and with attributes in a picture. */
class Pen {
  readonly #ink: Ink | undefined;
  readonly #current: string | undefined;
  readonly #scale: number;
  #colour: Verdict | undefined;
  #quiet = false;

  constructor(options: MapOptions, scale: number) {
    this.#ink = options.ink;
    this.#current = options.current;
    this.#scale = scale;
  }

  /** What is drawn inside has the colour of a verdict. */
  tinted(verdict: Verdict, path: string | undefined, draw: () => string): string {
    const before = [this.#colour, this.#quiet] as const;
    this.#colour = verdict;
    this.#quiet = this.#current !== undefined && path !== undefined && path !== this.#current;
    const drawn = draw();
    [this.#colour, this.#quiet] = before;
    return drawn;
  }

  style(name: StyleName): string {
    return this.#ink ? ` ${attributes(name, this.#ink, this.#colour, this.#quiet)}` : ` class="c-${name}"`;
  }

  path(name: StyleName, d: string, more = ''): string {
    return `<path${this.style(name)} d="${d}"${more}/>`;
  }

  rect(name: StyleName, x: number, y: number, w: number, h: number, radius = 0): string {
    return `<rect${this.style(name)}${attrs({ x: num(x), y: num(y), width: num(w), height: num(h), rx: radius || undefined })}/>`;
  }

  text(name: StyleName, [x, y]: Point, content: string, anchor: Anchor = 'start'): string {
    const place = attrs({ x: num(x), y: num(y), 'text-anchor': anchor === 'start' ? undefined : anchor });
    return `<text${this.style(name)}${place}>${escape(content)}</text>`;
  }

  /** A mark; a page refers to its symbols, a picture carries the shapes. */
  mark(name: MarkName, [x, y]: Point): string {
    const place = `translate(${num(x)} ${num(y)})${this.#scale === 1 ? '' : `scale(${num2(this.#scale)})`}`;
    if (!this.#ink) return `<use href="#m-${name}" transform="${place}"/>`;
    const shapes = MARKS[name].map(([style, element]) => `<${element}${this.style(style)}/>`).join('');
    return `<g transform="${place}">${shapes}</g>`;
  }

  get picture(): boolean {
    return this.#ink !== undefined;
  }
}

function num2(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function sea(layout: Layout, words: MapWords, pen: Pen, top: number): string {
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
  const outside = layout.plates.some(({ component }) => OUTSIDE.includes(component));
  const zones = arrangement.zones
    .filter(({ zone }) => zone !== 'outside' || outside)
    .map(({ zone, at, anchor }) => {
      const lines = zone === 'control-plane' && arrangement.id === 'wide' ? twoLines(words.zones[zone]) : [words.zones[zone]];
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

/** A name of two or more words in two lines of similar length. */
function twoLines(name: string): string[] {
  const parts = name.split(' ');
  if (parts.length === 1) return [name];
  const cut = Math.ceil(parts.length / 2);
  return [parts.slice(0, cut).join(' '), parts.slice(cut).join(' ')];
}

function heading(words: MapWords, tally: Readonly<Record<Verdict, number>>, pen: Pen, width: number): string {
  const shown: Verdict[] = ['safe', 'weak', 'unsafe', 'broken', 'unknown', 'absent'];
  const counted = shown.filter((verdict) => tally[verdict] > 0);
  const step = 76;
  return [
    pen.text('title', [30, 46], words.title),
    pen.text('subtitle', [30, 68], words.subtitle),
    ...counted.map((verdict, index) => {
      const x = width - 30 - (counted.length - 1 - index) * step;
      const inner = pen.tinted(verdict, undefined, () => pen.text('count', [x, 46], String(tally[verdict]), 'end') + pen.text('count-word', [x, 68], words.verdicts[verdict], 'end'));
      return `<g${attrs({ 'data-tally': verdict, class: pen.picture ? undefined : `v-${verdict}` })}>${inner}</g>`;
    }),
  ].join('');
}

/** Absent paths lie lowest, then tubes, then what they carry; the current path lies on top. */
function byWeight(current: string | undefined): (a: DrawnPath, b: DrawnPath) => number {
  const weight = (path: DrawnPath): number => (path.ghost ? 0 : path.tube ? 1 : path.path === current ? 3 : 2);
  return (a, b) => weight(a) - weight(b);
}

function drawPath(path: DrawnPath, words: MapWords, pen: Pen, options: MapOptions): string {
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
    'aria-label': options.href ? words.paths[path.path] : undefined,
    'aria-current': options.href && options.current === path.path ? 'true' : undefined,
  })}>${inner}</${tag}>`;
}

function drawGhost(ghost: NonNullable<DrawnPath['ghost']>, words: MapWords, pen: Pen): string {
  return [
    ...ghost.corridor.map((points) => pen.path('ghost', polyline(points))),
    ...ghost.corridor.filter((_, index) => index % 2 === 0).map((points) => (pen.picture ? '' : pen.path('hit', polyline(points)))),
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
  const style: StyleName = stretch.cipher === 'unknown' ? 'dash' : !stretch.cipher ? 'dots' : verdict === 'safe' ? 'line' : 'heavy';
  const inner = pen.tinted(verdict, path.path, () =>
    [
      pen.picture ? '' : pen.path('hit', d) + pen.path('band', d),
      bridge && (verdict === 'safe' || verdict === 'weak') ? pen.path('clear', polyline(bridge)) : '',
      ...(bridge ? parapets(bridge, verdict) : []).map((parapet) => pen.path('parapet', parapet)),
      pen.path(style, d),
      stretch.cut ? pen.path('cut', 'M-5-7-2 7M2-7 5 7', ` transform="translate(${num(stretch.cut[0])} ${num(stretch.cut[1])})"`) : '',
      stretch.tip ? pen.path('tip', 'M0 0-12-5-9 0-12 5Z', ` transform="translate(${num(end[0])} ${num(end[1])})rotate(${num(angle(before, end))})"`) : '',
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
  const half = tube.width / 2;
  const side = (offset: number): string =>
    polyline([beside(tube.from, tube.from, tube.to, offset), beside(tube.to, tube.from, tube.to, offset)]);
  const casing = `${polyline([
    beside(tube.from, tube.from, tube.to, -half),
    beside(tube.to, tube.from, tube.to, -half),
    beside(tube.to, tube.from, tube.to, half),
    beside(tube.from, tube.from, tube.to, half),
  ])}Z`;
  const [client, server] = tube.against ? [tube.to, tube.from] : [tube.from, tube.to];
  const length = distance(client, server);
  const middle = along(client, server, length / 2);
  const turn = angle(client, server);
  const axis = [polyline([client, along(client, server, length / 2 - 12)]), polyline([along(client, server, length / 2 + 12), along(server, client, 9)])];
  const place = ([x, y]: Point): string => ` transform="translate(${num(x)} ${num(y)})rotate(${num(turn)})"`;
  const inner = pen.tinted(tube.verdict, undefined, () =>
    [
      pen.path('tube', casing),
      ...[-half, half].map((offset) => pen.path('tube-edge', side(offset))),
      ...[-half + 4, half - 4].map((offset) => pen.path('tube-hair', side(offset))),
      pen.picture ? '' : pen.path('hit', side(0), ` stroke-width="${num(tube.width)}"`) + pen.path('band', side(0)),
      ...axis.map((part) => pen.path('tube-line', part)),
      tube.against ? pen.path('tube-line', 'M4-5 0 0 4 5M-1-5-5 0-1 5', place(middle)) : '',
      pen.path('tube-tip', 'M0 0-12-5-9 0-12 5Z', place(server)),
      tube.badge ? pen.mark(markOf('badge', tube.badge.state), tube.badge.at) : '',
      tube.shield ? pen.mark(markOf('shield', tube.shield.state), tube.shield.at) : '',
      pen.text('word', tube.word.at, words.verdicts[tube.verdict], tube.word.anchor),
      ...tube.notes.map(({ key, at, anchor }) => pen.text('note', at, words.notes[key], anchor)),
    ].join(''),
  );
  return `<g${attrs({ 'data-hop': 'tunnel', class: pen.picture ? undefined : `v-${tube.verdict}` })}>${inner}</g>`;
}

function drawPlate(component: string, layout: Layout, words: MapWords, pen: Pen): string {
  const plate = layout.plates.find((one) => one.component === component);
  if (!plate) return '';
  const { box, ghost } = plate;
  const tall = layout.arrangement.id === 'tall';
  const lines = component === 'control-plane' ? words.trunk : (words.plates[component] ?? [component]);
  const open = words.anyPort.includes(component);
  const port = component === 'control-plane' || box.h < 24 || (open && tall) ? undefined : words.ports[component];
  const step = component === 'control-plane' ? 24 : tall ? 13.5 : 15;
  const all = lines.length + (port === undefined ? 0 : 1);
  const top = box.y - ((all - 1) * step) / 2 + 4.2;
  return [
    pen.rect(ghost ? 'ghost' : 'plate', box.x - box.w / 2, box.y - box.h / 2, box.w, box.h, 3),
    ...lines.map((line, index) => pen.text(ghost ? 'ghost-name' : 'name', [box.x, top + index * step], line, 'middle')),
    port === undefined ? '' : pen.text(open ? 'any' : 'port', [box.x, top + lines.length * step], port, 'middle'),
  ].join('');
}

function hub({ arrangement: { hub: box } }: Layout, words: MapWords, pen: Pen): string {
  return [
    pen.rect('hub', box.x - box.w / 2, box.y - box.h / 2, box.w, box.h, 3),
    pen.rect('hub-line', box.x - box.w / 2 + 4, box.y - box.h / 2 + 4, box.w - 8, box.h - 8, 1.5),
    pen.text('hub-name', [box.x, box.y - 3], words.hub.name, 'middle'),
    pen.text('hub-code', [box.x, box.y + 17], words.hub.code, 'middle'),
  ].join('');
}
