import type { Verdict } from '../posture/verdict.ts';
import type { Anchor } from './arrangement.ts';
import { num, type Point } from './geometry.ts';
import type { MapOptions } from './map-words.ts';
import { attrs, escape } from './markup.ts';
import type { Label } from './labels.ts';
import type { MarkName } from './marks.ts';
import type { StyleName } from './styles.ts';

/** Paints what has no stylesheet: a picture that stands alone. */
export interface Paint {
  /** The presentation attributes of a part. */
  style(name: StyleName, colour: Verdict | undefined, quiet: boolean): string;
  /** The shapes of a mark, each with its part. */
  shapes(name: MarkName): readonly (readonly [style: StyleName, element: string])[];
}

/** Draws parts with classes in a page and with attributes in a picture. */
export class Pen {
  readonly #paint: Paint | undefined;
  readonly #current: string | undefined;
  readonly #scale: number;
  #colour: Verdict | undefined;
  #quiet = false;

  constructor(options: MapOptions, scale: number) {
    this.#paint = options.paint;
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
    return this.#paint ? ` ${this.#paint.style(name, this.#colour, this.#quiet)}` : ` class="c-${name}"`;
  }

  path(name: StyleName, d: string, more = ''): string {
    return `<path${this.style(name)} d="${d}"${more}/>`;
  }

  rect(name: StyleName, x: number, y: number, w: number, h: number, radius = 0): string {
    return `<rect${this.style(name)}${attrs({ x: num(x), y: num(y), width: num(w), height: num(h), rx: radius || undefined })}/>`;
  }

  circle(name: StyleName, [x, y]: Point, radius: number): string {
    return `<circle${this.style(name)}${attrs({ cx: num(x), cy: num(y), r: radius })}/>`;
  }

  text(name: StyleName, [x, y]: Point, content: string, anchor: Anchor = 'start'): string {
    const place = attrs({ x: num(x), y: num(y), 'text-anchor': anchor === 'start' ? undefined : anchor });
    return `<text${this.style(name)}${place}>${escape(content)}</text>`;
  }

  /** A label where it found its place; without one, nothing. */
  label(label: Label | undefined): string {
    if (!label) return '';
    const { style, lines, at, anchor, step } = label;
    return lines.map((line, index) => this.text(style, [at[0], at[1] + index * step], line, anchor)).join('');
  }

  /** A mark; a page refers to its symbols, a picture carries the shapes. */
  mark(name: MarkName, [x, y]: Point): string {
    const place = `translate(${num(x)} ${num(y)})${this.#scale === 1 ? '' : `scale(${num2(this.#scale)})`}`;
    if (!this.#paint) return `<use href="#m-${name}" transform="${place}"/>`;
    const shapes = this.#paint
      .shapes(name)
      .map(([style, element]) => `<${element}${this.style(style)}/>`)
      .join('');
    return `<g transform="${place}">${shapes}</g>`;
  }

  get picture(): boolean {
    return this.#paint !== undefined;
  }
}

function num2(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The mark that says whether an end is proven. */
export function markOf(kind: 'shield' | 'badge', state: boolean | 'unknown'): MarkName {
  if (state === true) return `${kind}-yes`;
  if (kind === 'shield') return 'shield-no';
  return state === 'unknown' ? 'badge-unknown' : 'badge-no';
}
