/** A place in the units of the drawing: x to the right, y downwards. */
export type Point = readonly [x: number, y: number];

export interface Box {
  /** The centre. */
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A shore: |x/a|^n + |y/b|^n = 1 around the centre. */
export interface Shore {
  readonly x: number;
  readonly y: number;
  readonly a: number;
  readonly b: number;
  readonly n: number;
}

/** How far what ends at a plate reaches beneath it. */
export const UNDER = 13;

/** The drawing's precision: a tenth of a unit. */
export const DIGITS = 1;

/** A number as the drawing writes it. @example num(12.04) → '12' */
export function num(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A polyline. */
export function polyline(points: readonly Point[]): string {
  return points.length === 0 ? '' : `M${points.map(at).join('L')}`;
}

/** A polyline whose corners are rounded with a radius. */
export function rounded(points: readonly Point[], radius: number): string {
  const parts = points.map((corner, index): string => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before) return `M${at(corner)}`;
    if (!after) return `L${at(corner)}`;
    const entry = along(corner, before, Math.min(radius, distance(corner, before) / 2));
    const exit = along(corner, after, Math.min(radius, distance(corner, after) / 2));
    return `L${at(entry)}Q${at(corner)} ${at(exit)}`;
  });
  return parts.join('');
}

/** A closed shore as a smooth path: a Catmull-Rom spline through points on it. */
export function ring(shore: Shore): string {
  const steps = 20;
  const points = Array.from({ length: steps }, (_, index): Point => {
    const turn = (2 * Math.PI * index) / steps;
    const part = (value: number): number => Math.sign(value) * Math.abs(value) ** (2 / shore.n);
    return [shore.x + shore.a * part(Math.cos(turn)), shore.y + shore.b * part(Math.sin(turn))];
  });
  const around = (index: number): Point => points[(index + steps) % steps] ?? [shore.x, shore.y];
  const whole = ([x, y]: Point): string => `${String(Math.round(x))} ${String(Math.round(y))}`;
  const towards = (from: Point, before: Point, after: Point, share: number): Point => [
    from[0] + (after[0] - before[0]) * share,
    from[1] + (after[1] - before[1]) * share,
  ];
  const arcs = points.map((from, index) => {
    const to = around(index + 1);
    const last = `${whole(towards(to, from, around(index + 2), -1 / 6))} ${whole(to)}`;
    // What leaves a point mirrors what came to it, so only the first arc has to say how it begins.
    return index > 0 ? `S${last}` : `C${whole(towards(from, around(-1), to, 1 / 6))} ${last}`;
  });
  return `M${whole(around(0))}${arcs.join('')}Z`;
}

/** Where the way from a point inside a shore to one outside crosses it, found by bisection. */
export function crossing(shore: Shore, from: Point, to: Point): Point {
  const starts = inside(shore, from);
  let low = 0;
  let high = 1;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (inside(shore, between(from, to, middle)) === starts) low = middle;
    else high = middle;
  }
  return between(from, to, low);
}

export function inside(shore: Shore, [x, y]: Point): boolean {
  return Math.abs((x - shore.x) / shore.a) ** shore.n + Math.abs((y - shore.y) / shore.b) ** shore.n < 1;
}

/** Where the way from outside a box to a point in it meets its edge. */
export function edgeOf(box: Box, from: Point, to: Point): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const sides = [
    dx === 0 ? undefined : (box.x - Math.sign(dx) * (box.w / 2) - from[0]) / dx,
    dy === 0 ? undefined : (box.y - Math.sign(dy) * (box.h / 2) - from[1]) / dy,
  ].filter((t): t is number => t !== undefined && t >= 0 && t <= 1 && within(box, between(from, to, t)));
  return between(from, to, Math.max(...sides, 0));
}

function within(box: Box, [x, y]: Point): boolean {
  return Math.abs(x - box.x) <= box.w / 2 + 0.01 && Math.abs(y - box.y) <= box.h / 2 + 0.01;
}

/** The point at a share of the way; 0 is `from`, 1 is `to`. */
export function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** The point at a distance from `from` towards `to`. */
export function along(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  return whole === 0 ? from : between(from, to, length / whole);
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** The direction from one point to another in degrees, 0 to the right, clockwise. */
export function angle(from: Point, to: Point): number {
  return (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
}

/** The point moved to the right of the direction of travel. */
export function beside(point: Point, from: Point, to: Point, offset: number): Point {
  const whole = distance(from, to) || 1;
  const [ux, uy] = [(to[0] - from[0]) / whole, (to[1] - from[1]) / whole];
  return [point[0] - uy * offset, point[1] + ux * offset];
}

function at([x, y]: Point): string {
  return `${num(x)},${num(y)}`;
}
