import { voiceOf } from '../../explain/voice-of.ts';
import { translator } from '../../i18n/translator.ts';
import { format, nominal, OPENING, parse } from '../../posture/address.ts';
import type { BrowserData } from '../../view/browser-data.ts';
import { shown, type Shown } from '../../view/shown.ts';
import { Teller } from '../../view/teller.ts';
import { onSignal, signal, type OnStage } from '../signals.ts';
import { Forms } from './forms.ts';
import { Outcome } from './outcome.ts';
import { sceneFromAddress, writeAddress, type Scene } from './scene.ts';
import { Stage } from './stage.ts';

declare global {
  var kubepaths: BrowserData | undefined;
  /** What stands on the charts, for scripts that come later. */
  var kubepathsOnStage: OnStage | undefined;
  /** Makes the charts of a figure show any state, once this script is there; what differs from `marked` stays marked. */
  var kubepathsStage: ((data: BrowserData, figure: HTMLElement) => (scene: Scene, marked?: Scene) => void) | undefined;
}

/** What else follows the state, such as the tools below the map. */
export type Follow = (now: Shown) => void;

/** Makes what else follows the state; it may ask for another scene. */
export type MakeFollow = (teller: Teller, stage: Stage, go: (scene: Scene) => void) => Follow;

const START: Scene = { state: { scenario: OPENING }, position: 'moat' };

/** Brings the map of a page to life, where it has one with controls; and lets lessons lead one through states of their own. */
export function live(also?: MakeFollow): void {
  self.kubepathsStage = ({ model, words, strings, tag, arrangements }, figure) => {
    const teller = new Teller({ model, words, t: translator(tag, strings), tag });
    const work = ({ state, position }: Scene): Shown => shown(model, state, position);
    const stage = new Stage(teller, arrangements, figure, work(START));
    return (scene, marked) => stage.show(work(scene), marked && work(marked));
  };
  const data = self.kubepaths;
  const figure = document.querySelector<HTMLElement>('[data-map]');
  const form = document.querySelector<HTMLFormElement>('[data-controls]');
  if (data && figure && form) follow(data, figure, form, also);
}

/** Lets the map follow the controls: the same posture, layout and drawing that made the page run again here. */
function follow(
  { model, words, strings, tag, arrangements }: BrowserData,
  figure: HTMLElement,
  form: HTMLFormElement,
  also?: MakeFollow,
): void {
  const teller = new Teller({ model, words, t: translator(tag, strings), tag });
  const work = (scene: Scene): Shown => shown(model, scene.state, scene.position);
  const past: Scene[] = [];
  let scene = START;
  let now = work(scene);
  /** Where a move of the slider began: it is undone as a whole. */
  let began: Shown | null = null;

  const stage = new Stage(teller, arrangements, figure, now);
  const place = form.querySelector<HTMLElement>('[data-outcome]');
  const outcome = place ? new Outcome(place, teller, (at) => voiceOf(teller, at.state.scenario)) : null;
  const others = also?.(teller, stage, (next) => go(next, true));
  const forms = new Forms(
    form,
    teller,
    (change, lasting) => go(change(scene), lasting),
    undo,
    () => go(START, true),
  );

  /** Goes to a scene; `lasting` says whether it is a step that Back and Undo return from. */
  function go(next: Scene, lasting: boolean): void {
    const wanted = { ...next, state: nominal(model, next.state) };
    const from = began ?? now;
    if (lasting) {
      const left = began ? { state: began.state, position: began.posture.position } : scene;
      began = null;
      if (!same(left, wanted)) past.push(left);
    } else began ??= now;
    enter(wanted, from);
    // While the slider moves the address waits: it names where the slider comes to rest.
    if (lasting) writeAddress(scene, model);
  }

  function enter(next: Scene, from: Shown, notices: Parameters<Outcome['show']>[2] = []): void {
    scene = next;
    now = work(scene);
    stage.show(now, from);
    outcome?.show(from, now, notices);
    settle();
  }

  function settle(): void {
    forms.show(now, past.length > 0, !same(scene, START));
    others?.(now);
    const shown = now;
    self.kubepathsOnStage = {
      now: shown,
      teller,
      query: format(scene, model),
      seen: (id) => stage.seen(id, shown),
      draw: (arrangement, options) => stage.draw(shown, arrangement, options),
    };
    signal(figure, 'kubepaths:shown', self.kubepathsOnStage);
  }

  function undo(): void {
    const last = past.pop();
    if (!last) return;
    enter(last, now);
    writeAddress(scene, model);
  }

  function readAddress(): void {
    const { notices, ...asked } = sceneFromAddress(model);
    if (same(asked, scene) && notices.length === 0) return;
    enter(asked, now, notices);
  }

  addEventListener('popstate', readAddress);
  onSignal(figure, 'kubepaths:go', (query) => {
    const { state, position } = parse(query, model);
    go({ state, position }, true);
  });
  readAddress();
  settle();
}

function same(a: Scene, b: Scene): boolean {
  return JSON.stringify([a.state, a.position]) === JSON.stringify([b.state, b.position]);
}
