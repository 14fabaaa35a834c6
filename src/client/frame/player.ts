import { rich } from '../../view/markup.ts';
import { steps, type StepView } from '../../view/play.ts';
import { onSignal, signal, type OnStage } from '../signals.ts';
import { h, nodes } from '../whatif/dom.ts';

/** Plays the proofs of the shown path one by one: below the buttons in words, on the chart as the mark that counts. */
export function player(figure: HTMLElement, place: HTMLElement): void {
  const [from = 1, to = Infinity] = (place.dataset['steps'] ?? '').split('-').filter(Boolean).map(Number);
  const ends = { previous: button('previous'), next: button('next') };
  let stage: OnStage | null = null;
  // What was chosen before this script arrived.
  let path = document.querySelector<HTMLElement>('[data-panels]')?.dataset['shown'] ?? null;
  let all: StepView[] = [];
  let step = 0;

  function button(name: 'previous' | 'next'): HTMLButtonElement | null {
    const found = place.querySelector<HTMLButtonElement>(`[data-${name}]`);
    found?.addEventListener('click', () => play(name));
    return found;
  }

  const last = (): number => Math.min(to, all.length);
  const first = (): number => Math.min(from, last());

  function play(wanted: number | 'next' | 'previous'): void {
    const next = wanted === 'next' ? Math.max(step + 1, first()) : wanted === 'previous' ? step - 1 : wanted;
    show(next < first() ? (wanted === 'previous' && step > 0 ? first() : 0) : Math.min(next, last()));
  }

  function show(next: number): void {
    const moved = next !== step;
    step = next;
    const view = all[step - 1];
    place.hidden = view === undefined;
    for (const chart of figure.querySelectorAll<SVGElement>('[data-diagram]'))
      if (view) chart.dataset['plays'] = view.kind;
      else delete chart.dataset['plays'];
    if (view) tell(view);
    if (ends.previous) ends.previous.disabled = step <= first();
    if (ends.next) ends.next.disabled = step >= last();
    if (moved) signal(figure, 'kubepaths:step', { step, first: first(), last: last() });
  }

  function tell(view: StepView): void {
    const count = (place.dataset['count'] ?? '')
      .replace('{{step}}', String(step))
      .replace('{{count}}', String(all.length));
    const tone = view.state === true ? 'safe' : view.state === false ? 'unsafe' : 'unknown';
    place
      .querySelector('[data-step]')
      ?.replaceChildren(
        h('p', { class: 'step-of' }, h('span', {}, count), h('span', {}, view.channel)),
        h('p', {}, h('b', {}, view.title), ' ', h('em', { class: `v-${tone}` }, view.answer)),
        h('p', {}, nodes(rich(view.text))),
      );
  }

  /** The same step of a path in another state tells what now holds; another path begins anew. */
  function follow(): void {
    all = stage && path !== null ? steps(stage.teller, stage.seen(path), path) : [];
    show(Math.min(step, last()));
  }

  onSignal(figure, 'kubepaths:shown', (detail) => {
    stage = detail;
    follow();
  });
  onSignal(figure, 'kubepaths:chosen', (chosen) => {
    if (chosen === path) return;
    path = chosen;
    step = 0;
    follow();
    signal(figure, 'kubepaths:step', { step, first: first(), last: last() });
  });
  onSignal(figure, 'kubepaths:play', play);
}
