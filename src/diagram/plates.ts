import type { Layout } from './layout.ts';
import type { MapWords } from './map-words.ts';
import type { Pen } from './pen.ts';

/** A component: its name in one or two lines, then its port. */
export function drawPlate(component: string, layout: Layout, words: MapWords, pen: Pen): string {
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

/** The hub, the only solid plate. */
export function hub({ arrangement: { hub: box } }: Layout, words: MapWords, pen: Pen): string {
  return [
    pen.rect('hub', box.x - box.w / 2, box.y - box.h / 2, box.w, box.h, 3),
    pen.rect('hub-line', box.x - box.w / 2 + 4, box.y - box.h / 2 + 4, box.w - 8, box.h - 8, 1.5),
    pen.text('hub-name', [box.x, box.y - 3], words.hub.name, 'middle'),
    pen.text('hub-code', [box.x, box.y + 17], words.hub.code, 'middle'),
  ].join('');
}
