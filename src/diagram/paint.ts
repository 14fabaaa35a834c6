import { MARKS } from './marks.ts';
import type { Paint } from './pen.ts';
import { attributes, type Ink } from './styles.ts';

/** How a picture paints itself. Pages leave this out, their stylesheet does it. */
export function paint(ink: Ink): Paint {
  return {
    style: (name, colour, quiet) => attributes(name, ink, colour, quiet),
    shapes: (name) => MARKS[name],
  };
}
