import type { View } from './view.ts';

/** The part of a lesson that stands for all paths. */
export const COURSE = 'course';

const TOUR = 'tour-';

/** The parts of a lesson: the whole course, then each path, then each tour. */
export function parts(view: View): string[] {
  return [COURSE, ...Object.keys(view.model.paths), ...Object.keys(view.model.tours).map((id) => TOUR + id)];
}

/** The tour that a part is about. @example tourOf('tour-kubectl-logs') → 'kubectl-logs' */
export function tourOf(part: string): string | null {
  return part.startsWith(TOUR) ? part.slice(TOUR.length) : null;
}

/** The path that a part is about. */
export function pathOf(part: string): string | null {
  return part === COURSE || tourOf(part) !== null ? null : part;
}
