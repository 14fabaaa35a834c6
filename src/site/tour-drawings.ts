import { paint } from '../diagram/paint.ts';
import { shown } from '../view/shown.ts';
import { ARRANGEMENTS, drawState } from './map-view.ts';
import type { TourView } from './tours.ts';
import type { View } from './view.ts';

/** The map at every step of a tour, as wide as a slide; the pictures of the site are made for phones. */
export function tourDrawings(view: View, { scenes }: TourView): string[] {
  const ink = paint({ theme: 'light', language: view.language, tall: false });
  return scenes.map(({ state, position, path }) =>
    drawState(view, ARRANGEMENTS.wide, shown(view.model, state, position), {
      id: 'map',
      current: path ?? undefined,
      paint: ink,
    }),
  );
}
