import type { Condition, Model, Position } from '../model/types.ts';
import { evaluate, type Context } from '../posture/evaluate.ts';
import { posture, type PathPosture, type Posture } from '../posture/posture.ts';
import { resolve, type State } from '../posture/resolve.ts';

/** One state of the settings with all that follows from it: what a page, a panel or a picture shows. */
export interface Shown {
  readonly state: State;
  readonly context: Context;
  readonly posture: Posture;
}

/** Works out a state for an attacker at a position. */
export function shown(model: Model, state: State, position: Position): Shown {
  return { state, context: resolve(model, state), posture: posture(model, state, position) };
}

/** What follows for one path. */
export function pathIn({ posture: { paths } }: Shown, id: string): PathPosture {
  const state = paths[id];
  if (!state) throw new Error(`unknown path: ${id}`);
  return state;
}

/** What an end of a channel shows in a state: the first entry whose condition holds. */
export function presented(model: Model, channel: string, end: 'client' | 'server', { context }: Shown) {
  const holds = (when: Condition | undefined): boolean => when === undefined || evaluate(when, context).truth === true;
  return model.channels[channel]?.[`${end}-shows`].find(({ when }) => holds(when));
}
