import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import {
  along,
  angle,
  beside,
  between,
  crossing,
  distance,
  edgeOf,
  inside,
  num,
  polyline,
  ring,
  rounded,
  type Box,
  type Point,
  type Shore,
} from '../../src/diagram/geometry.ts';
import { textWidth } from '../../src/diagram/measure.ts';

const length = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const points: fc.Arbitrary<Point> = fc.tuple(length(-900, 900), length(-900, 900));
const turns = length(0, 2 * Math.PI);

/** How far a point lies on a shore's own scale: below 1 inside it, 1 on it. */
const level = ({ x, y, a, b, n }: Shore, [px, py]: Point): number =>
  Math.abs((px - x) / a) ** n + Math.abs((py - y) / b) ** n;

const shores: fc.Arbitrary<Shore> = fc.record({
  x: length(-500, 500),
  y: length(-500, 500),
  a: length(50, 500),
  b: length(50, 500),
  n: length(2, 5),
});

/** A shore with one point well inside it and one well outside. */
const across = fc.tuple(shores, turns, length(0, 0.6), turns, length(1.6, 4)).map(([shore, t1, near, t2, far]) => {
  const at = (turn: number, share: number): Point => [
    shore.x + shore.a * share * Math.cos(turn),
    shore.y + shore.b * share * Math.sin(turn),
  ];
  return { shore, within: at(t1, near), without: at(t2, far) };
});

test('crossing(shore, from, to) lies on the shore and on the way, from either side', () => {
  fc.assert(
    fc.property(across, ({ shore, within, without }) => {
      const out = crossing(shore, within, without);
      const back = crossing(shore, without, within);
      expect(level(shore, out)).toBeCloseTo(1, 6);
      expect(distance(out, back)).toBeCloseTo(0, 6);
      expect(distance(within, out) + distance(out, without)).toBeCloseTo(distance(within, without), 6);
    }),
  );
});

test('inside(shore, point) is so for the centre, and not for the shore’s own box corner', () => {
  const shore: Shore = { x: 10, y: 20, a: 100, b: 50, n: 3 };
  expect(inside(shore, [10, 20])).toBe(true);
  expect(inside(shore, [109, 20])).toBe(true);
  expect(inside(shore, [110, 70])).toBe(false);
});

const boxes: fc.Arbitrary<Box> = fc.record({
  x: length(-500, 500),
  y: length(-500, 500),
  w: length(20, 250),
  h: length(20, 90),
});

test('edgeOf(box, from, to) lies on the edge of the box, where the way first meets it', () => {
  const ways = fc.tuple(boxes, turns, length(1.1, 8), length(-0.45, 0.45), length(-0.45, 0.45));
  fc.assert(
    fc.property(ways, ([box, turn, far, right, down]) => {
      const reach = (Math.hypot(box.w, box.h) / 2) * far;
      const from: Point = [box.x + reach * Math.cos(turn), box.y + reach * Math.sin(turn)];
      const to: Point = [box.x + box.w * right, box.y + box.h * down];
      const edge = edgeOf(box, from, to);
      const [across, high] = [Math.abs(edge[0] - box.x) - box.w / 2, Math.abs(edge[1] - box.y) - box.h / 2];
      expect(Math.max(across, high)).toBeCloseTo(0, 6);
      expect(distance(from, edge) + distance(edge, to)).toBeCloseTo(distance(from, to), 6);
      const before = between(from, edge, 0.999);
      const clear = Math.abs(before[0] - box.x) > box.w / 2 || Math.abs(before[1] - box.y) > box.h / 2;
      expect(clear).toBe(true);
    }),
  );
});

test('edgeOf(box, from, to) meets a side head on', () => {
  const box: Box = { x: 100, y: 100, w: 40, h: 20 };
  expect(edgeOf(box, [100, 0], [100, 100])).toEqual([100, 90]);
  expect(edgeOf(box, [100, 200], [100, 100])).toEqual([100, 110]);
  expect(edgeOf(box, [0, 100], [100, 100])).toEqual([80, 100]);
  expect(edgeOf(box, [200, 100], [100, 100])).toEqual([120, 100]);
});

test('along(from, to, length) goes that far towards the other point', () => {
  fc.assert(
    fc.property(points, points, length(1, 100), (from, to, far) => {
      fc.pre(distance(from, to) > 1);
      expect(distance(from, along(from, to, far))).toBeCloseTo(far, 6);
    }),
  );
  expect(along([3, 4], [3, 4], 10)).toEqual([3, 4]);
});

test('beside(point, from, to, offset) moves to the right of the direction of travel', () => {
  expect(beside([5, 0], [0, 0], [10, 0], 3)).toEqual([5, 3]);
  expect(beside([0, 5], [0, 0], [0, 10], 3)).toEqual([-3, 5]);
  expect(beside([5, 0], [10, 0], [0, 0], 3)).toEqual([5, -3]);
  expect(beside([1, 1], [2, 2], [2, 2], 3)).toEqual([1, 1]);
});

test('angle(from, to) turns clockwise from the right', () => {
  expect([angle([0, 0], [1, 0]), angle([0, 0], [0, 1]), angle([0, 0], [-1, 0]), angle([0, 0], [0, -1])]).toEqual([
    0, 90, 180, -90,
  ]);
});

test('num(value) writes a tenth of a unit and nothing longer', () => {
  expect([12, 12.04, 12.05, -0.04, 0.1 + 0.2].map(num)).toEqual(['12', '12', '12.1', '0', '0.3']);
  fc.assert(
    fc.property(length(-5000, 5000), (value) => {
      expect(num(value)).toMatch(/^-?\d+(\.\d)?$/);
      expect(Math.abs(Number(num(value)) - value)).toBeLessThan(0.0501);
    }),
  );
});

test('polyline(points) and rounded(points, radius) run from the first point to the last', () => {
  const corner: Point[] = [
    [0, 0],
    [40, 0],
    [40, 10],
  ];
  expect(polyline(corner)).toBe('M0,0L40,0L40,10');
  expect(rounded(corner, 4)).toBe('M0,0L36,0Q40,0 40,4L40,10');
  expect(rounded(corner, 16)).toBe('M0,0L24,0Q40,0 40,5L40,10');
  expect(rounded(corner.slice(0, 2), 16)).toBe('M0,0L40,0');
});

test('ring(shore) is one curve in whole units that ends where it began', () => {
  const d = ring({ x: 600, y: 360, a: 338, b: 182, n: 2.9 });
  expect(d).toMatch(/^M[-\d ]+C[-\d ]+(S[-\d ]+)+Z$/);
  const numbers = d.match(/-?\d+/g) ?? [];
  expect(numbers.slice(-2)).toEqual(numbers.slice(0, 2));
});

test('textWidth(text, size) adds up letter by letter, and grows with the size', () => {
  expect(textWidth('', 12)).toBe(0);
  expect(textWidth('控制平面', 12)).toBe(48);
  expect(textWidth('mmm', 10)).toBeGreaterThan(textWidth('iii', 10));
  fc.assert(
    fc.property(fc.string(), fc.string(), length(8, 30), (a, b, size) => {
      expect(textWidth(a + b, size)).toBeCloseTo(textWidth(a, size) + textWidth(b, size), 6);
      expect(textWidth(a, size * 2)).toBeCloseTo(textWidth(a, size) * 2, 6);
    }),
  );
});
