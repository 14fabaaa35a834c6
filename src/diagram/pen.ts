import type { Verdict } from '../posture/verdict.ts';
import type { Anchor } from './arrangement.ts';
import { num, type Point } from './geometry.ts';
import type { MapOptions } from './map-words.ts';
import { attrs, escape } from './markup.ts';
import { MARKS, type MarkName } from './marks.ts';
import { attributes, type Ink, type StyleName } from './styles.ts';

/** Draws parts with classes in a page and with attributes in a picture. */
export class Pen {
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
