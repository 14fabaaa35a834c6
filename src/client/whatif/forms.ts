import type { Position } from '../../model/types.ts';
import { evaluate } from '../../posture/evaluate.ts';
import { within } from '../../posture/release.ts';
import type { Shown } from '../../view/shown.ts';
import type { Teller } from '../../view/teller.ts';
import type { Scene } from './scene.ts';

/** The controls above the map: they ask for scenes, and show the one in force. */
export class Forms {
  readonly #form: HTMLFormElement;
  readonly #teller: Teller;
  readonly #range: HTMLInputElement | null;
  readonly #releases: readonly string[];

  constructor(
    form: HTMLFormElement,
    teller: Teller,
    ask: (change: (scene: Scene) => Scene, lasting: boolean) => void,
    undo: () => void,
    reset: () => void,
  ) {
    this.#form = form;
    this.#teller = teller;
    this.#range = form.querySelector<HTMLInputElement>('[name="release"]');
    this.#releases = this.#range?.dataset['releases']?.split(' ') ?? [];
    form.addEventListener('change', ({ target }) => {
      const change = this.#changeOf(target);
      if (change) ask(change, true);
    });
    this.#range?.addEventListener('input', ({ target }) => {
      const change = this.#changeOf(target);
      if (change) ask(change, false);
    });
    form.querySelector('[data-undo]')?.addEventListener('click', undo);
    form.querySelector('[data-reset]')?.addEventListener('click', reset);
  }

  #changeOf(target: EventTarget | null): ((scene: Scene) => Scene) | null {
    if (target instanceof HTMLSelectElement)
      // Another start keeps the attacker; what was changed belonged to the old one.
      return ({ position }) => ({ state: { scenario: target.value }, position });
    if (!(target instanceof HTMLInputElement)) return null;
    if (target.name === 'from') return ({ state }) => ({ state, position: target.value as Position });
    if (target.name === 'release')
      return ({ state, position }) => ({
        state: { ...state, release: this.#releases[Number(target.value)] },
        position,
      });
    const turn = this.#teller.model.switches[target.value];
    if (target.name !== 'switch' || !turn) return null;
    const change = target.checked ? turn.set : turn.clear;
    return ({ state, position }) => ({ state: { ...state, set: { ...state.set, ...change } }, position });
  }

  /** Lets every control show the state in force. */
  show({ state, context, posture }: Shown, canUndo: boolean, canReset: boolean): void {
    const { model } = this.#teller;
    const select = this.#form.querySelector('select');
    if (select) select.value = state.scenario;
    if (this.#range) {
      this.#range.value = String(this.#releases.indexOf(posture.release));
      this.#range.setAttribute('aria-valuetext', posture.release);
      const output = this.#form.querySelector('[data-release]');
      if (output) output.textContent = posture.release;
    }
    for (const radio of this.#form.querySelectorAll<HTMLInputElement>('[name="from"]'))
      radio.checked = radio.value === posture.position;
    for (const box of this.#form.querySelectorAll<HTMLInputElement>('[name="switch"]')) {
      const turn = model.switches[box.value];
      if (!turn) continue;
      const { truth } = evaluate(turn.on, context);
      const { since, until } = model.settings[turn.shows] ?? {};
      box.checked = truth === true;
      box.indeterminate = truth === 'unknown';
      box.disabled = truth !== true && !within(posture.release, { from: since, until });
    }
    this.#enable('[data-undo]', canUndo);
    this.#enable('[data-reset]', canReset);
  }

  #enable(selector: string, on: boolean): void {
    const button = this.#form.querySelector<HTMLButtonElement>(selector);
    if (!button) return;
    // A button that has the focus and goes dead would leave the keyboard nowhere.
    if (!on && button === document.activeElement) this.#form.querySelector<HTMLElement>('select')?.focus();
    button.disabled = !on;
  }
}
