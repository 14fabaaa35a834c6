import type { z } from 'zod';
import type * as shape from './schema.ts';

/** The value of a setting; `null` is "not set". */
export type Value = null | boolean | number | string | string[];

export type Condition =
  | boolean
  | 'unknown'
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { setting: string; is: Value }
  | { setting: string; 'is-not': Value }
  | { setting: string; includes: string }
  | { setting: string; 'starts-with': string }
  | { setting: string; set: boolean }
  | { release: { from?: string | undefined; until?: string | undefined } }
  | { condition: string };

export type Position = z.infer<typeof shape.position>;
export type Severity = z.infer<typeof shape.severity>;
export type Row = z.infer<typeof shape.row>;

export const GUARANTEES = ['encrypted', 'server-verified', 'client-authenticated', 'authorized'] as const;
export type Guarantee = (typeof GUARANTEES)[number];

type ById<T> = Readonly<Record<string, T>>;

export type Port = z.infer<typeof shape.ports>[string];
export type Component = z.infer<typeof shape.components>[string];
export type Release = z.infer<typeof shape.releases>[number];
export type Source = z.infer<typeof shape.sourceRegister>[string];
export type Setting = z.infer<typeof shape.setting>;
export type Channel = z.infer<typeof shape.channels>[string];
export type Tunnel = z.infer<typeof shape.tunnels>[string];
export type Scenario = z.infer<typeof shape.scenario>;
export type Weakness = z.infer<typeof shape.weaknesses>[string];
export type Listener = z.infer<typeof shape.listeners>[string];
export type LogEntry = z.infer<typeof shape.log>[string];
export type Change = z.infer<typeof shape.changes>[string];
export type Switch = z.infer<typeof shape.switches>[string];
export type Tour = z.infer<typeof shape.tour>;
export type TourStep = Tour['steps'][number];
export type Exercise = z.infer<typeof shape.exercises>[string];
export type PathFacts = z.infer<typeof shape.path>;
export type Hop = NonNullable<PathFacts['route']>['hops'][number];
export type ChannelUse = NonNullable<PathFacts['route']>['channels'][number];

/** One way in which a path can get there, with the condition under which it does. */
export interface Route {
  readonly id: string;
  readonly when: Condition;
  readonly hops: readonly Hop[];
  readonly channels: readonly ChannelUse[];
}

/** A choice that the request makes; `channel` runs end to end over every hop of the route. */
export interface Variant {
  readonly id: string;
  readonly channel?: string | undefined;
  readonly brokenWhen: Condition;
}

export interface Path {
  readonly id: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly order: number;
  readonly releases?: PathFacts['releases'];
  readonly exemplar?: string | undefined;
  /** The tunnel that this path is, if it is one. */
  readonly tunnel?: string | undefined;
  readonly routes: readonly Route[];
  readonly variants: readonly Variant[];
  readonly sources: readonly string[];
}

/** Everything that is true, validated and linked; words are kept apart, one set per language. */
export interface Model {
  readonly components: ById<Component>;
  readonly ports: ById<Port>;
  readonly releases: readonly Release[];
  readonly sources: ById<Source>;
  readonly conditions: ById<{ when: Condition; sources: string[] }>;
  readonly settings: ById<Setting>;
  readonly channels: ById<Channel>;
  readonly tunnels: ById<Tunnel>;
  readonly paths: ById<Path>;
  readonly weaknesses: ById<Weakness>;
  readonly scenarios: ById<Scenario>;
  readonly changes: ById<Change>;
  readonly switches: ById<Switch>;
  readonly listeners: ById<Listener>;
  /** What was corrected and added on the site, newest first. */
  readonly log: ById<LogEntry>;
  readonly tours: ById<Tour>;
  readonly exercises: ById<Exercise>;
}

/** The words of one language, keyed by the ids of the facts. */
export interface Words {
  readonly components: z.infer<typeof shape.words.components>;
  readonly scenarios: z.infer<typeof shape.words.scenarios>;
  readonly channels: z.infer<typeof shape.words.channels>;
  readonly weaknesses: z.infer<typeof shape.words.weaknesses>;
  readonly settings: z.infer<typeof shape.words.settings>;
  readonly changes: z.infer<typeof shape.words.changes>;
  readonly log: z.infer<typeof shape.words.log>;
  readonly paths: ById<z.infer<typeof shape.pathWords>>;
  readonly pages: ById<z.infer<typeof shape.pageWords>>;
  readonly tours: ById<z.infer<typeof shape.tourWords>>;
  readonly exercises: z.infer<typeof shape.words.exercises>;
}
