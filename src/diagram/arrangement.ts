import type { Position } from '../model/types.ts';
import type { Zone } from './map-words.ts';
import type { Box, Point, Shore } from './geometry.ts';

export type Anchor = 'start' | 'middle' | 'end';

/** A place for a word; centred where no anchor is given. */
export type Spot = readonly [x: number, y: number, anchor?: Anchor];

/** A line that crosses the moat: where it leaves the hub and where it ends at its plate. */
export interface Spoke {
  readonly plate: string;
  readonly hub: Point;
  readonly end: Point;
  /** The side of the line on which its word stands: left, right, or above it. */
  readonly side: -1 | 0 | 1;
  /** How far from the inner shore to the outer one the word stands. */
  readonly share?: number;
  /** Places for the word that are tried before those beside the line. */
  readonly spots?: readonly Spot[];
  /** Places that are tried last. */
  readonly spare?: readonly Spot[];
}

/** A line that stays on land, with its corners, in the direction of the dial. */
export interface Road {
  readonly points: readonly Point[];
  readonly badge?: Point;
  readonly shield: Point;
  /** Where the gap of a broken road is, where it is not between its marks. */
  readonly cut?: Point;
  /** Places for the word; a road without any leaves it to another road of its path. */
  readonly spots?: readonly Spot[];
  /** Starts at a ring, because its client has no plate. */
  readonly ring?: boolean;
}

export type NoteKey = 'dials' | 'inside' | 'front';

/** A casing that carries other paths across the moat. */
export interface Tube {
  readonly entry: string | null;
  readonly exit: string;
  readonly from: Point;
  readonly to: Point;
  readonly width: number;
  /** The place of each carried path across the tube, from its axis. */
  readonly lanes: Readonly<Record<string, number>>;
  /** The last hop of each carried path. */
  readonly last: Readonly<Record<string, Road>>;
  readonly spots: readonly Spot[];
  readonly notes: readonly { readonly key: NoteKey; readonly spots: readonly Spot[] }[];
  /** Where it would run while it is absent, and where that is said. */
  readonly ghost: readonly (readonly [Point, Point])[];
  readonly ghostSpots: readonly Spot[];
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
  /** Plates that stand for several components, one name a row. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** Lines by their path, or by path and hop. */
  readonly spokes: Readonly<Record<string, Spoke>>;
  readonly roads: Readonly<Record<string, Road>>;
  /** The bracket that joins several plates of a path to its road. */
  readonly brackets: Readonly<Record<string, readonly (readonly Point[])[]>>;
  readonly tubes: Readonly<Record<string, Tube>>;
  /** Where absent exits of tunnels stand while another one has their place. */
  readonly shelf: readonly Box[];
  readonly sea: Point;
  readonly zones: readonly {
    readonly zone: Zone;
    readonly at: Spot;
    readonly lines?: 2;
  }[];
  readonly attacker: Readonly<Record<Position, { readonly sign: Point; readonly spots: readonly Spot[] }>>;
  readonly borders: readonly (readonly [Point, Point])[];
  readonly markScale: number;
  /** Plates on which the port has no room, or says nothing. */
  readonly portless: readonly string[];
}

/** Components whose port the request chooses: a word stands for it. */
export const ANY_PORT: readonly string[] = ['node', 'pod', 'service'];
