import type { Voice } from '../../explain/voice.ts';
import type { Shown } from '../../view/shown.ts';
import type { Teller } from '../../view/teller.ts';
import { loadScripts } from '../load.ts';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';

/** What a tool of the workbench may use. */
export interface Tools {
  readonly teller: Teller;
  readonly stage: Stage;
  readonly voice: Voice;
  readonly now: Shown;
  /** The path that is chosen on the map, if one is. */
  readonly chosen: string | null;
  /** The tool's own choices, kept while it is open. */
  readonly memory: Map<string, string>;
  readonly go: (scene: Scene) => void;
  /** Draws the tool again after one of its own choices. */
  readonly again: () => void;
}

export type ToolName = 'settings' | 'why' | 'plan' | 'compare' | 'reach';

export type Tool = (tools: Tools) => Node[];

declare global {
  /** What the script of the tools brings, once it is there. */
  var kubepathsTools: Readonly<Record<ToolName, Tool>> | undefined;
}

/** The tools below the map, one open at a time, drawn again whenever the state changes. */
export class Bench {
  readonly #place = document.querySelector<HTMLElement>('[data-bench]');
  readonly #buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-tool]')];
  readonly #memory = new Map<string, string>();
  readonly #teller: Teller;
  readonly #stage: Stage;
  readonly #voice: (now: Shown) => Voice;
  readonly #go: (scene: Scene) => void;
  #open: ToolName | null = null;
  #now: Shown | null = null;

  constructor(teller: Teller, stage: Stage, voice: (now: Shown) => Voice, go: (scene: Scene) => void) {
    this.#teller = teller;
    this.#stage = stage;
    this.#voice = voice;
    this.#go = go;
    for (const button of this.#buttons)
      button.addEventListener('click', () => {
        const name = button.dataset['tool'] as ToolName;
        this.#open = this.#open === name ? null : name;
        this.#draw();
        if (self.kubepathsTools === undefined) this.#fetch();
      });
    // Another path may have been chosen on the map.
    for (const type of ['click', 'keyup'])
      document.querySelector('[data-map]')?.addEventListener(type, () => {
        if (this.#open === 'why') this.#draw();
      });
  }

  show(now: Shown): void {
    this.#now = now;
    if (this.#open !== null) this.#draw();
  }

  /** The tools are a script of their own: who only turns switches does not pay for them. */
  #fetch(): void {
    const src = document.querySelector<HTMLElement>('[data-workbench]')?.dataset['tools'];
    loadScripts(src).then(
      () => this.#draw(),
      () => this.#place?.replaceChildren(this.#teller.t('whatif.failed')),
    );
  }

  #draw(): void {
    const [place, now] = [this.#place, this.#now];
    if (!place || !now) return;
    for (const button of this.#buttons)
      button.setAttribute('aria-expanded', String(button.dataset['tool'] === this.#open));
    place.hidden = this.#open === null;
    if (this.#open === null) {
      place.replaceChildren();
      return;
    }
    const tool = self.kubepathsTools?.[this.#open];
    if (tool === undefined) {
      place.replaceChildren(this.#teller.t('whatif.loading'));
      return;
    }
    const focused = place.contains(document.activeElement) ? document.activeElement?.id : undefined;
    place.replaceChildren(
      ...tool({
        teller: this.#teller,
        stage: this.#stage,
        voice: this.#voice(now),
        now,
        chosen: document.querySelector<HTMLElement>('[data-panels]')?.dataset['shown'] ?? null,
        memory: this.#memory,
        go: this.#go,
        again: () => this.#draw(),
      }),
    );
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }
}
