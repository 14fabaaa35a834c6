import { ANY_PORT } from './arrangement.ts';
import type { Layout } from './layout.ts';
import type { MapWords } from './map-words.ts';
import { textWidth } from './measure.ts';
import type { Pen } from './pen.ts';
import type { DrawnPlate } from './places.ts';
import { sizeOf, type Sized } from './sizes.ts';

const STEP = 15;
/** What stands between two names of a group. */
const GAP = 8;

/** A component: its name in one or two lines, then its port; a group: one name a row. */
export function drawPlate(plate: DrawnPlate, layout: Layout, words: MapWords, pen: Pen): string {
  const { component, box, ghost } = plate;
  const { rows, style } = named(plate, layout, words);
  const count = rows.flat().length;
  const fits = !layout.arrangement.portless.includes(component) && (count + 1) * STEP <= box.h;
  const port = fits ? words.ports[component] : undefined;
  const height = (count + (port === undefined ? 0 : 1) - 1) * STEP + (rows.length - 1) * GAP;
  let y = box.y - height / 2 + 4.2 - STEP;
  const lines = rows.flatMap((row, index) =>
    row.map((line, at) => {
      y += STEP + (index > 0 && at === 0 ? GAP : 0);
      return pen.text(style, [box.x, y], line, 'middle');
    }),
  );
  return [
    pen.rect(ghost ? 'ghost' : 'plate', box.x - box.w / 2, box.y - box.h / 2, box.w, box.h, 3),
    ...lines,
    port === undefined
      ? ''
      : pen.text(ANY_PORT.includes(component) ? 'any' : 'port', [box.x, y + STEP], port, 'middle'),
  ].join('');
}

/** The names on a plate, each in as many lines as it needs; where there are too many, in smaller letters. */
function named({ component, box, ghost }: DrawnPlate, { arrangement }: Layout, words: MapWords) {
  const tall = arrangement.id === 'tall';
  const members = arrangement.groups[component];
  const names = members?.map((one) => [words.names[one] ?? one]) ?? [words.plates[component] ?? [component]];
  const set = (style: Sized, edge: number) => ({
    style,
    rows: names.map((name) => fitted(name, box.w - edge, sizeOf(style, tall))),
  });
  const full = set(ghost ? 'ghost-name' : 'name', 8);
  return ghost || full.rows.flat().length * STEP <= box.h ? full : set('small-name', 1);
}

/** A name that is too long for its plate breaks after a hyphen or at a space. */
function fitted(lines: readonly string[], room: number, size: number): readonly string[] {
  const fits = (line: string): boolean => textWidth(line, size) <= room;
  if (lines.every(fits)) return lines;
  return lines
    .join(' ')
    .split(/(?<=-)| /)
    .reduce<string[]>((rows, part) => {
      const last = rows.at(-1);
      const longer = last === undefined ? part : last.endsWith('-') ? last + part : `${last} ${part}`;
      return last !== undefined && fits(longer) ? [...rows.slice(0, -1), longer] : [...rows, part];
    }, []);
}

/** The hub, the only solid plate. */
export function hub({ arrangement: { hub: box } }: Layout, words: MapWords, pen: Pen): string {
  return [
    pen.rect('hub', box.x - box.w / 2, box.y - box.h / 2, box.w, box.h, 3),
    pen.rect('hub-line', box.x - box.w / 2 + 4, box.y - box.h / 2 + 4, box.w - 8, box.h - 8, 1.5),
    pen.text('hub-name', [box.x, box.y - 3], words.hub.name, 'middle'),
    pen.text('hub-code', [box.x, box.y + 17], words.hub.code, 'middle'),
  ].join('');
}
