import type { Verdict } from '../posture/verdict.ts';
import { byWeight, drawCasing, drawPath } from './edges.ts';
import { num } from './geometry.ts';
import { cropOf, heading, sea } from './ground.ts';
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
  const { arrangement } = layout;
  const pen = new Pen(options, arrangement.markScale);
  const top = cropOf(layout);
  const body = [
    sea(layout, words, pen, top),
    arrangement.id === 'wide' ? heading(words, tally, pen, arrangement.width) : '',
    ...layout.paths.map(({ tube }) => (tube ? drawCasing(tube, pen) : '')),
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
    'data-current': options.ink ? undefined : options.current,
    role: options.ink ? 'img' : 'group',
    'aria-labelledby': label,
    lang: options.ink ? words.language : undefined,
  })}><title id="${options.id}-t">${escape(words.name)}</title><desc id="${options.id}-d">${escape(words.description)}</desc>${body}</svg>`;
}
