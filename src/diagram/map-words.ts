import type { Verdict } from '../posture/verdict.ts';
import type { Ink } from './styles.ts';

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
  readonly attacker: string;
  readonly zones: Readonly<Record<'control-plane' | 'node' | 'outside', string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Names on plates, one or two lines. */
  readonly plates: Readonly<Record<string, readonly string[]>>;
  /** The components of the control plane, which the tall map puts into one plate. */
  readonly trunk: readonly string[];
  readonly ports: Readonly<Record<string, string | undefined>>;
  /** Components whose port the request chooses: their "port" is a word. */
  readonly anyPort: readonly string[];
  readonly hub: { readonly name: string; readonly code: string };
  /** "API server to kubelet: unsafe", by path. */
  readonly paths: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<'dials' | 'inside' | 'front', string>>;
}

export interface MapOptions {
  /** The path that is drawn strong. */
  readonly current?: string | undefined;
  /** Given for a picture that stands alone; in a page the stylesheet paints. */
  readonly ink?: Ink | undefined;
  /** Makes ids unique where a page holds several charts. */
  readonly id: string;
  /** What an edge links to; in a page the details below, in a picture nothing. */
  readonly href?: ((path: string) => string) | undefined;
}
