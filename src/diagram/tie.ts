import { linkHorizontal } from 'd3-shape';
import { DIGITS, num } from './geometry.ts';
import { attrs, escape } from './markup.ts';
import { textWidth } from './measure.ts';

export type Place = 'client' | 'transport' | 'server' | 'authorization';

export interface TieOptions {
  /** For each deciding line of the snippet, counted from 0, the place on the edge that it decides. */
  readonly lines: readonly { readonly line: number; readonly place: Place }[];
  readonly lineCount: number;
  /** The height of a line, and the space above the first, in CSS pixels. */
  readonly lineHeight: number;
  readonly padding: number;
  readonly client: string;
  readonly server: string;
}

const WIDTH = 184;
const AXIS = 118;
const BOX = 34;

/** A small upright drawing of one edge, tied by a hairline from each line of a snippet to the mark that it decides. */
export function tie(options: TieOptions): string {
  const { lines, lineCount, lineHeight, padding } = options;
  const height = 2 * padding + lineCount * lineHeight;
  const top = 4;
  const bottom = height - 4;
  const places: Record<Place, number> = {
    client: top + BOX + 20,
    transport: height / 2,
    server: bottom - BOX - 30,
    authorization: bottom - BOX / 2,
  };
  const decided = new Set(lines.map(({ place }) => place));
  const link = linkHorizontal<unknown, [number, number]>().digits(DIGITS);
  const curves = lines.map(({ line, place }) => {
    const source: [number, number] = [0, padding + (line + 0.5) * lineHeight];
    const target: [number, number] = [place === 'authorization' ? AXIS - 62 : AXIS - 12, places[place]];
    return `<path class="tie-line"${attrs({ d: link({ source, target }) ?? '', 'data-line': line + 1 })}/>`;
  });
  const mark = (name: string, place: Place): string =>
    `<use href="#m-${name}" class="${decided.has(place) ? 'v-safe' : 'v-absent'}" transform="translate(${num(AXIS)} ${num(places[place])})"/>`;
  return [
    `<svg class="tie" width="${WIDTH}" height="${num(height)}" viewBox="0 0 ${WIDTH} ${num(height)}" aria-hidden="true">`,
    `<path class="c-line ${decided.has('transport') ? 'v-safe' : 'v-absent'}" d="M${AXIS} ${top + BOX}V${num(bottom - BOX - 9)}"/>`,
    `<path class="c-tip v-absent" d="M0 0-12-5-9 0-12 5Z" transform="translate(${AXIS} ${num(bottom - BOX)})rotate(90)"/>`,
    box(options.client, top),
    box(options.server, bottom - BOX),
    mark('badge-yes', 'client'),
    mark('shield-yes', 'server'),
    ...curves,
    '</svg>',
  ].join('');
}

function box(name: string, y: number): string {
  const size = Math.min(13, 13 * (112 / textWidth(name, 13)));
  return `<rect class="c-plate" x="${AXIS - 62}" y="${num(y)}" width="124" height="${BOX}" rx="3"/><text class="c-name" x="${AXIS}" y="${num(y + BOX / 2 + 4.5)}" text-anchor="middle" font-size="${num(size)}">${escape(name)}</text>`;
}
