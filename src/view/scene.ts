import type { Position } from '../model/types.ts';
import type { State } from '../posture/resolve.ts';

/** A state of the map with the path that a lesson is about. */
export interface LessonScene {
  readonly state: State;
  readonly position: Position;
  readonly path: string | null;
}
