import type { Box, Point, Shore } from './geometry.ts';

/** Where a spoke leaves the hub, where it ends at its plate, and where its word stands. */
export interface Spoke {
  readonly plate: string;
  readonly hub: Point;
  readonly end: Point;
  /** `share` of the crossing at which the word stands, and the side of the line, `0` for above it. */
  readonly word:
    { readonly share: number; readonly side: -1 | 0 | 1 } | { readonly at: Point; readonly anchor: Anchor };
}

export type Anchor = 'start' | 'middle' | 'end';

/** A casing that carries other paths across the moat. */
export interface Tube {
  readonly entry: string | null;
  readonly exit: string;
  readonly from: Point;
  readonly to: Point;
  readonly width: number;
  /** The place of each carried path across the tube, from its axis. */
  readonly lanes: Readonly<Record<string, number>>;
  /** The last hop of each carried path: corners from the exit to the target, its marks and its word. */
  readonly last: Readonly<
    Record<
      string,
      {
        readonly points: readonly Point[];
        readonly badge: Point;
        readonly shield: Point;
        readonly word: Point;
        readonly anchor: Anchor;
      }
    >
  >;
  readonly word: Point;
  readonly anchor: Anchor;
  readonly notes: readonly {
    readonly key: 'dials' | 'inside' | 'front';
    readonly at: Point;
    readonly anchor: Anchor;
  }[];
}

/** One way to lay out the map. Every plate has its place from the start, whether its path exists yet or not. */
export interface Arrangement {
  readonly id: 'wide' | 'tall';
  readonly width: number;
  readonly height: number;
  readonly inner: Shore;
  readonly outer: Shore;
  readonly hub: Box;
  readonly plates: Readonly<Record<string, Box>>;
  readonly spokes: Readonly<Record<string, Spoke>>;
  /** Plates of the control plane that share one trunk to the hub. */
  readonly trunk: {
    readonly plates: readonly string[];
    readonly rail: number;
    readonly badge: number;
    readonly shield: number;
    readonly word: Point;
  };
  readonly tubes: Readonly<Record<string, Tube>>;
  readonly sea: Point;
  readonly zones: readonly {
    readonly zone: 'control-plane' | 'node' | 'outside';
    readonly at: Point;
    readonly anchor: Anchor;
  }[];
  readonly attacker: { readonly sign: Point; readonly word: Point | null };
  readonly borders: readonly (readonly [Point, Point])[];
  readonly markScale: number;
  /** How much of the top is left out while nothing stands outside. */
  readonly crop: number;
  /** Plates that have no room while they are absent. */
  readonly hidden: readonly string[];
}
