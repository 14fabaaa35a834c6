import type { Verdict } from '../posture/verdict.ts';
import { byWeight, drawCasing, drawPath, drawTube } from './edges.ts';
import { heading, sea } from './ground.ts';
import { settle } from './labels.ts';
import type { Layout } from './layout.ts';
import type { MapOptions, MapWords } from './map-words.ts';
import { attrs, escape } from './markup.ts';
import { Pen } from './pen.ts';
import { drawPlate, hub } from './plates.ts';

/** The map as one SVG element. */
export function map(
  layout: Layout,
  words: MapWords,
  tally: Readonly<Record<Verdict, number>>,
  options: MapOptions,
): string {
  const { arrangement, paths, plates, tubes } = layout;
  const { id, width, height } = arrangement;
  const pen = new Pen(options, arrangement.markScale);
  const labels = settle(layout, words);
  const body = [
    sea(layout, words, labels, pen),
    id === 'wide' ? heading(words, tally, pen, width) : '',
    ...[...tubes, ...paths.flatMap(({ tube }) => tube ?? [])].map((tube) => drawCasing(tube, pen)),
    ...[...paths].sort(byWeight(options.current)).map((path) => drawPath(path, words, labels, pen, options)),
    ...tubes.map((tube) => drawTube(tube, labels, pen)),
    ...plates.map((plate) => drawPlate(plate, layout, words, pen)),
    hub(layout, words, pen),
  ].join('');
  const label = `${options.id}-t ${options.id}-d`;
  return `<svg${attrs({
    xmlns: options.paint ? 'http://www.w3.org/2000/svg' : undefined,
    viewBox: `0 0 ${String(width)} ${String(height)}`,
    width: options.paint ? width : undefined,
    height: options.paint ? height : undefined,
    class: options.paint ? undefined : `chart ${id}`,
    'data-diagram': id,
    'data-current': options.paint ? undefined : options.current,
    role: options.paint ? 'img' : 'group',
    'aria-labelledby': label,
    lang: options.paint ? words.language : undefined,
  })}><title id="${options.id}-t">${escape(words.name)}</title><desc id="${options.id}-d">${escape(words.description)}</desc>${body}</svg>`;
}
