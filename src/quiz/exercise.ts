import type { Exercise, Model, Position } from '../model/types.ts';
import { same } from '../posture/evaluate.ts';
import { posture } from '../posture/posture.ts';
import { resolve, type State } from '../posture/resolve.ts';

/** Where an exercise begins. */
export function startOf({ scenario, release, set, from }: Exercise): { state: State; position: Position } {
  return {
    state: { scenario, ...(release === undefined ? {} : { release }), ...(set === undefined ? {} : { set }) },
    position: from ?? 'moat',
  };
}

/** How far an exercise has come. */
export interface Standing {
  /** How many settings differ from the start. */
  readonly changes: number;
  readonly reached: boolean;
  /** Reached within the limit, and still in the setup and the release of the start. */
  readonly solved: boolean;
}

/** Checks a state, or the path that was chosen in it, against the goal of an exercise. */
export function check(model: Model, exercise: Exercise, state: State, chosen: string | null): Standing {
  const start = startOf(exercise);
  const changes = changed(model, start.state, state).length;
  const here = resolve(model, state).release === resolve(model, start.state).release;
  const { paths } = posture(model, state, start.position);
  const { goal } = exercise;
  const reached =
    'paths' in goal
      ? goal.paths.every((id) => paths[id]?.verdict === goal.verdict)
      : chosen !== null && goal.among.includes(chosen) && paths[chosen]?.verdict === goal.find;
  return {
    changes,
    reached,
    solved: reached && changes <= exercise.changes && here && state.scenario === start.state.scenario,
  };
}

/** The settings that were set otherwise than at the start; what follows from them does not count. */
function changed(model: Model, start: State, state: State): string[] {
  const [before, after] = [resolve(model, start), resolve(model, state)];
  return [...new Set([...Object.keys(start.set ?? {}), ...Object.keys(state.set ?? {})])].filter(
    (id) => id in model.settings && !same(before.lookup(id).value, after.lookup(id).value),
  );
}
