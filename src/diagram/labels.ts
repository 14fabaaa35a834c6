import type { Verdict } from '../posture/verdict.ts';
import type { Anchor, NoteKey, Spot } from './arrangement.ts';
import { between, type Point } from './geometry.ts';
import type { Layout, Stretch, WordPlan } from './layout.ts';
import type { MapWords } from './map-words.ts';
import { textWidth } from './measure.ts';
import { sizeOf, type Sized } from './sizes.ts';
import { twoLines } from './two-lines.ts';

/** One or more lines of text that stand together, each below the one before. */
export interface Label {
  readonly style: Sized;
  readonly lines: readonly string[];
  readonly at: Point;
  readonly anchor: Anchor;
  readonly step: number;
}

/** The label of each plan for a word, where there is room for one. */
export type Labels = ReadonlyMap<object, Label>;

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Way {
  readonly points: readonly Point[];
  readonly reach: number;
}

interface Wanted {
  readonly key: object;
  readonly style: Sized;
  readonly lines: readonly string[];
  readonly step: number;
  readonly plan: WordPlan;
  /** What may go without a place: what a word says is said elsewhere too. */
  readonly rank: number;
}

/** Finds a place for every word of a map where it meets no other word, plate, mark or line. */
export function settle(layout: Layout, words: MapWords): Labels {
  const { arrangement } = layout;
  const tall = arrangement.id === 'tall';
  const fixed = fixedAreas(layout, words);
  const ways = waysOf(layout);
  const placed = new Map<object, Label>();
  const areas: Area[] = [];
  const shores = [arrangement.inner, arrangement.outer];
  const frame: Area = { left: 5.5, top: 5.5, right: arrangement.width - 5.5, bottom: arrangement.height - 5.5 };
  const options = wantedOf(layout, words).map((wanted) => {
    const size = sizeOf(wanted.style, tall);
    const bold = wanted.style === 'word';
    const width = Math.max(...wanted.lines.map((line) => textWidth(line, size, bold)));
    const free = spotsOf(wanted.plan)
      .map(([x, y, anchor = 'middle'], rank) => {
        const left = x - width * { start: 0, middle: 0.5, end: 1 }[anchor];
        const bottom = y + (wanted.lines.length - 1) * wanted.step + size * 0.24;
        return { rank, at: [x, y] as Point, anchor, area: { left, top: y - size * 0.8, right: left + width, bottom } };
      })
      .filter(
        ({ area }) =>
          area.left >= frame.left &&
          area.right <= frame.right &&
          area.bottom <= frame.bottom &&
          !fixed.some((other) => meet(area, other, 0.6)) &&
          !ways.some((way) => crosses(way, area)),
      );
    // A shore under a word is the lesser evil.
    const dry = ({ area: { left, right, top, bottom } }: { area: Area }): boolean =>
      shores.every((shore) => {
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const deep = (px: number, py: number): boolean =>
          Math.abs((px - shore.x) / shore.a) ** shore.n + Math.abs((py - shore.y) / shore.b) ** shore.n < 1;
        return deep(left, y) === deep(x, y) && deep(right, y) === deep(x, y);
      });
    return { wanted, free: [...free.filter(dry), ...free.filter((one) => !dry(one))] };
  });
  // Whoever has the least choice chooses first.
  for (const { wanted, free } of options.sort(
    (a, b) => a.wanted.rank - b.wanted.rank || a.free.length - b.free.length,
  )) {
    // Words that nearly touch read as one; better the next place, if there is one.
    const given = wanted.plan.spots.length;
    const found = [14, 1].flatMap(
      (gap) => free.find(({ area, rank }) => !areas.some((other) => meet(area, other, rank < given ? 1 : gap))) ?? [],
    )[0];
    if (!found) continue;
    areas.push(found.area);
    const { style, lines, step } = wanted;
    placed.set(wanted.key, { style, lines, step, at: found.at, anchor: found.anchor });
  }
  return placed;
}

function wantedOf(layout: Layout, words: MapWords): Wanted[] {
  const word = (plan: WordPlan, verdict: Verdict, rank: number): Wanted => ({
    key: plan,
    style: 'word',
    lines: [words.verdicts[verdict]],
    step: 0,
    plan,
    rank,
  });
  const tubes = [...layout.tubes, ...layout.paths.flatMap(({ tube }) => tube ?? [])];
  const tall = layout.arrangement.id === 'tall';
  const step = tall ? 14 : 16;
  const note = (key: object, lines: readonly string[], spots: readonly Spot[]): Wanted => ({
    key,
    style: 'note',
    lines,
    step,
    plan: { spots },
    rank: 2,
  });
  const linesOf = (key: NoteKey): string[] => (key === 'dials' ? twoLines(words.notes[key]) : [words.notes[key]]);
  const attacker = layout.arrangement.attacker[layout.position];
  return [
    ...layout.paths.flatMap(({ stretches, ghost, verdict }) => [
      ...stretches.flatMap((stretch) => (stretch.word ? [word(stretch.word, wordOf(stretch, verdict), 0)] : [])),
      ...(ghost ? [{ ...word(ghost.word, verdict, 1), style: 'ghost-word' as const }] : []),
    ]),
    ...tubes.map(({ word: plan, verdict }) => word(plan, verdict, 0)),
    { ...note(attacker, words.attacker, attacker.spots), rank: 0 },
    ...tubes.flatMap(({ notes }) => notes.map((one) => note(one, linesOf(one.key), one.spots))),
  ];
}

/** The word of a road that speaks for several is the path's own. */
export function wordOf(stretch: Stretch, verdict: Verdict): Verdict {
  return stretch.word?.line || stretch.hop === 'last' ? stretch.verdict : verdict;
}

/** How far a word stays away from the parapets of its own line. */
const REACH = 7;

/** The places to try: those that are given, then along the line, on the side that it prefers and on the other. */
function spotsOf({ spots, spare = [], line, side = 1, share = 0.5 }: WordPlan): Spot[] {
  if (!line) return [...spots, ...spare];
  const [from, to] = line;
  const shares = [0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.4, -0.4].map((by) => share + by);
  const sides = side === 0 ? [0, 2] : [side, -side];
  const slope = (to[1] - from[1]) / (to[0] - from[0]);
  const beside = sides.flatMap((where) =>
    shares.map((at): Spot => {
      const [x, y] = between(from, to, at);
      // Above or below a gentle line, the word begins where the line falls away from it.
      if (where === 0) return slope > 0 ? [x + 2, y - 11, 'start'] : [x - 2, y - 11, 'end'];
      if (where === 2) return slope > 0 ? [x - 2, y + 19, 'end'] : [x + 2, y + 19, 'start'];
      return [x + where * (REACH + Math.abs((7 + REACH) / slope)), y + 4, where < 0 ? 'end' : 'start'];
    }),
  );
  return [...spots, ...beside, ...spare];
}

function meet(a: Area, b: Area, gap: number): boolean {
  return a.left < b.right + gap / 2 && b.left < a.right + gap / 2 && a.top < b.bottom + gap && b.top < a.bottom + gap;
}

/** Whether a line comes so near to an area that it touches it. */
function crosses({ points, reach }: Way, area: Area): boolean {
  const grown = {
    left: area.left - reach,
    top: area.top - reach,
    right: area.right + reach,
    bottom: area.bottom + reach,
  };
  return points.slice(1).some((to, index) => {
    const from = points[index] ?? to;
    let [low, high] = [0, 1];
    for (const [start, way, least, most] of [
      [from[0], to[0] - from[0], grown.left, grown.right],
      [from[1], to[1] - from[1], grown.top, grown.bottom],
    ] as const) {
      if (way === 0) {
        if (start < least || start > most) return false;
        continue;
      }
      const ends = [(least - start) / way, (most - start) / way];
      low = Math.max(low, Math.min(...ends));
      high = Math.min(high, Math.max(...ends));
    }
    return low <= high;
  });
}

function waysOf({ paths, tubes }: Layout): Way[] {
  const casings = [...tubes, ...paths.flatMap(({ tube }) => tube ?? [])];
  return [
    ...paths.flatMap(({ stretches, rails, ghost }) => [
      ...stretches.map(({ points }) => ({ points, reach: 3 })),
      ...stretches.flatMap(({ bridge, verdict }) =>
        bridge && (verdict === 'safe' || verdict === 'weak') ? [{ points: bridge, reach: 6 }] : [],
      ),
      ...rails.map((points) => ({ points, reach: 2.5 })),
      ...(ghost?.corridor ?? []).map((points) => ({ points, reach: 1.5 })),
    ]),
    ...casings.map(({ from, to, width }) => ({ points: [from, to], reach: width / 2 + 1.5 })),
  ];
}

function fixedAreas(layout: Layout, words: MapWords): Area[] {
  const { arrangement, plates, paths, tubes } = layout;
  const tall = arrangement.id === 'tall';
  const around = ([x, y]: Point, half: number): Area => ({
    left: x - half,
    top: y - half - 1,
    right: x + half,
    bottom: y + half + 1,
  });
  const marks = [...paths.flatMap(({ stretches, tube }) => [...stretches, ...(tube ? [tube] : [])]), ...tubes].flatMap(
    ({ badge, shield }) =>
      [badge, shield].flatMap((mark) => (mark ? [around(mark.at, 10 * arrangement.markScale)] : [])),
  );
  const text = (style: Sized, said: string, [x, y, anchor = 'middle']: Spot, spacing = 0): Area => {
    const size = sizeOf(style, tall);
    const width = textWidth(said, size) + said.length * spacing * size;
    const left = x - width * { start: 0, middle: 0.5, end: 1 }[anchor];
    return { left, top: y - size * 0.8, right: left + width, bottom: y + size * 0.24 };
  };
  return [
    ...[...plates.map(({ box }) => box), arrangement.hub].map(({ x, y, w, h }) => ({
      left: x - w / 2,
      top: y - h / 2,
      right: x + w / 2,
      bottom: y + h / 2,
    })),
    ...marks,
    around(arrangement.attacker[layout.position].sign, 12 * arrangement.markScale),
    text('sea', words.sea, arrangement.sea, words.language.startsWith('zh') ? 0.7 : tall ? 0.12 : 0.28),
    ...arrangement.zones.flatMap(({ zone, at, lines }) =>
      (lines ? twoLines(words.zones[zone]) : [words.zones[zone]]).map((line, index) =>
        text('zone', line, [at[0], at[1] + index * 18, at[2] ?? 'middle'], tall ? 0.03 : 0.16),
      ),
    ),
    ...(tall ? [] : [{ left: 0, top: 0, right: arrangement.width, bottom: 95 }]),
  ];
}
