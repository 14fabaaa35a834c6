import type { Arrangement } from '../diagram/arrangement.ts';
import { layout } from '../diagram/layout.ts';
import { map } from '../diagram/map.ts';
import type { MapOptions } from '../diagram/map-words.ts';
import { paint } from '../diagram/paint.ts';
import type { Theme } from '../diagram/palette.ts';
import { tall } from '../diagram/tall.ts';
import { wide } from '../diagram/wide.ts';
import { mapWords } from '../diagram/words.ts';
import type { Position } from '../model/types.ts';
import type { Shown } from '../view/shown.ts';
import { OPENING, shownOf, type View } from './view.ts';

export const ARRANGEMENTS = { wide, tall } as const;

/** The map of a scenario as markup for a page: painted by its stylesheet, every edge a link to its details. */
export function pageMap(view: View, arrangement: Arrangement, current?: string): string {
  return drawn(view, arrangement, OPENING, {
    id: arrangement.id,
    current,
    href: (path) => `#${path}`,
  });
}

/** The map of a scenario as a picture that stands alone. */
export function picture(
  view: View,
  arrangement: Arrangement,
  scenario: string,
  theme: Theme,
  current?: string,
  position?: Position,
): string {
  const ink = { theme, language: view.language, tall: arrangement.id === 'tall' };
  return drawn(view, arrangement, scenario, { id: 'map', current, paint: paint(ink) }, position);
}

function drawn(
  view: View,
  arrangement: Arrangement,
  scenario: string,
  options: MapOptions,
  position: Position = 'moat',
): string {
  return drawState(view, arrangement, shownOf(scenario, position), options);
}

/** The map of any state. */
export function drawState(view: View, arrangement: Arrangement, { posture }: Shown, options: MapOptions): string {
  return map(layout(view.model, posture, arrangement), mapWords(view, posture), posture.tally, options);
}
