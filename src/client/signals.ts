import type { MapOptions } from '../diagram/map-words.ts';
import type { Shown } from '../view/shown.ts';
import type { Teller } from '../view/teller.ts';

/** What the scripts of a page tell each other, as events on the map's figure; they are bundled apart and share no module. */
export interface Signals {
  /** Another path is shown; its detail is null where none is. */
  'kubepaths:chosen': string | null;
  /** Asks for a path. */
  'kubepaths:choose': string | null;
  /** A state is on the charts. */
  'kubepaths:shown': OnStage;
  /** Asks for the state of a query. */
  'kubepaths:go': string;
  /** Asks for a step: a number, or the one before or after. */
  'kubepaths:play': number | 'next' | 'previous';
  /** A step is shown; 0 is none. */
  'kubepaths:step': { readonly step: number; readonly first: number; readonly last: number };
}

export interface OnStage {
  readonly now: Shown;
  readonly teller: Teller;
  /** The state in the grammar of addresses. */
  readonly query: string;
  /** The state in which a path is shown: this one, or where it is absent the one that its facts name. */
  readonly seen: (path: string) => Shown;
  /** The state as a chart, in markup. */
  readonly draw: (arrangement: 'tall' | 'wide', options: MapOptions) => string;
}

export function signal<K extends keyof Signals>(figure: HTMLElement, name: K, detail: Signals[K]): void {
  figure.dispatchEvent(new CustomEvent(name, { detail }));
}

export function onSignal<K extends keyof Signals>(
  figure: HTMLElement,
  name: K,
  hear: (detail: Signals[K]) => void,
): void {
  figure.addEventListener(name, (event) => hear((event as CustomEvent<Signals[K]>).detail));
}
