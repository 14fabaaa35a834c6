import type { Model, Position } from '../../model/types.ts';
import { format, parse } from '../../posture/address.ts';
import type { Notice } from '../../posture/query.ts';
import type { State } from '../../posture/resolve.ts';

/** What a reader has chosen: settings and release, and where the attacker stands. */
export interface Scene {
  readonly state: State;
  readonly position: Position;
}

/** The scene that the address asks for, with what in it could not be understood. */
export function sceneFromAddress(model: Model): Scene & { readonly notices: readonly Notice[] } {
  const { state, position, notices } = parse(location.search, model);
  return { state, position, notices };
}

const OWN = ['scenario', 'release', 'set', 'from'];

/** Writes a scene into the address and leaves everything else there as it is. */
export function writeAddress(scene: Scene, model: Model): void {
  const url = new URL(location.href);
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !OWN.includes(part.replace(/=.*/s, '')));
  const said = format(scene, model);
  url.search = [...kept, ...(said === '' ? [] : [said])].join('&');
  if (url.href === location.href) return;
  try {
    // A frame leaves the history of its host alone.
    if (document.documentElement.hasAttribute('data-embed')) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
  } catch {
    // A frame without an origin may not change its address; its scene holds all the same.
  }
}
