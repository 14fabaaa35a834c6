import type { Verdict } from '../posture/verdict.ts';
import type { NoteKey } from './arrangement.ts';
import type { Paint } from './pen.ts';

export type Zone = 'control-plane' | 'node' | 'outside';

/** Every word on a map, in one language. */
export interface MapWords {
  readonly language: string;
  readonly name: string;
  readonly description: string;
  readonly title: string;
  readonly subtitle: string;
  /** What is left beyond the crossings, such as "inside the node network: 4 unsafe"; empty where nothing is. */
  readonly left: string;
  readonly sea: string;
  /** Where the attacker stands, one or two lines. */
  readonly attacker: readonly string[];
  readonly zones: Readonly<Record<Zone, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Names on plates, one or two lines. */
  readonly plates: Readonly<Record<string, readonly string[]>>;
  /** Names of components in full, for plates that stand for several. */
  readonly names: Readonly<Record<string, string>>;
  readonly ports: Readonly<Record<string, string | undefined>>;
  readonly hub: { readonly name: string; readonly code: string };
  /** "API server to kubelet: unsafe", by path. */
  readonly paths: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<NoteKey, string>>;
}

export interface MapOptions {
  /** The path that is drawn strong. */
  readonly current?: string | undefined;
  /** Given for a picture that stands alone; in a page the stylesheet paints. */
  readonly paint?: Paint | undefined;
  /** Makes ids unique where a page holds several charts. */
  readonly id: string;
  /** What an edge links to; in a page the details below, in a picture nothing. */
  readonly href?: ((path: string) => string) | undefined;
}
