import type { MapWords } from '../diagram/map-words.ts';
import { mapWords } from '../diagram/words.ts';
import type { Shown } from './shown.ts';
import type { Teller } from './teller.ts';

/** Every word on the map of a state; what the reader changed is counted beside the release. */
export function stateWords(teller: Teller, { state, posture }: Shown): MapWords {
  const words = mapWords(teller, posture);
  const changed = Object.keys(state.set ?? {}).length;
  if (changed === 0) return words;
  return { ...words, subtitle: teller.t('whatif.subtitleChanged', { subtitle: words.subtitle, count: changed }) };
}
