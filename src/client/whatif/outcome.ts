import { announce, explainChange, explainNotice } from '../../explain/turns.ts';
import { joined, type Voice } from '../../explain/voice.ts';
import type { Notice } from '../../posture/query.ts';
import { changed, compare, differs, settingsThatDiffer } from '../../posture/compare.ts';
import { within } from '../../posture/release.ts';
import { rich } from '../../view/markup.ts';
import type { Shown } from '../../view/shown.ts';
import type { Teller } from '../../view/teller.ts';
import { h, nodes } from './dom.ts';

/** How many paths are explained at once; the others are folded away. */
const AT_ONCE = 2;

/** With more changed settings than these, as after another start, they are no reason that a reader could follow. */
const FEW = 4;

/** Says what a change did: how many paths became better or worse, and why. */
export class Outcome {
  readonly #place: HTMLElement;
  readonly #teller: Teller;
  readonly #voice: (now: Shown) => Voice;

  constructor(place: HTMLElement, teller: Teller, voice: (now: Shown) => Voice) {
    this.#place = place;
    this.#teller = teller;
    this.#voice = voice;
  }

  /** Shows what differs between two states, and tells a screen reader the sum of it. */
  show(before: Shown, now: Shown, notices: readonly Notice[]): void {
    const voice = this.#voice(now);
    const { model, t } = this.#teller;
    const turned = changed(before.posture, now.posture);
    const { position, release } = now.posture;
    const releases = { before: before.posture.release, after: release };
    const settings = settingsThatDiffer(model, before.state, now.state);
    const sum = announce(voice, turned);
    const told = compare(before.posture, now.posture)
      .filter(differs)
      .sort((a, b) => Number(b.verdict) - Number(a.verdict))
      .map((difference) =>
        joined(
          voice,
          explainChange(voice, model, position, difference, settings.length > FEW ? [] : settings, releases),
        ),
      )
      .filter((text) => text !== '');
    const worse = turned.worse.length + turned.broken.length > 0;
    const better = turned.better.length + turned.mended.length > 0;
    this.#place.dataset['turn'] = worse ? 'worse' : better ? 'better' : 'same';
    const wanted = [...notices.map((notice) => explainNotice(voice, release, notice)), ...this.#unsourced(now)];
    const first = told.slice(0, AT_ONCE);
    const rest = told.slice(AT_ONCE);
    const log = this.#log(before.posture.release, now.posture.release);
    this.#place.querySelector('[data-said]')?.remove();
    this.#place.prepend(
      h(
        'div',
        { 'data-said': true },
        ...wanted.map((text) => h('p', { class: 'notice', 'data-notice': 'state' }, text)),
        h('p', {}, h('b', {}, sum), ' ', nodes(first.map(rich).join(' '))),
        rest.length > 0 &&
          h(
            'details',
            {},
            h('summary', {}, t('whatif.more', { count: rest.length })),
            h('ul', {}, ...rest.map((text) => h('li', {}, nodes(rich(text))))),
          ),
        log.length > 0 &&
          h(
            'details',
            {},
            h('summary', {}, this.#between(before.posture.release, now.posture.release)),
            h('ul', {}, ...log.map((text) => h('li', {}, nodes(rich(text))))),
          ),
      ),
    );
    const region = document.querySelector('[data-live-region]');
    if (region) region.textContent = [...wanted, sum, ...first.map((text) => text.replaceAll('`', ''))].join(' ');
  }

  /** A scenario is sourced for some releases only; elsewhere its settings are unknown, and the reader hears why. */
  #unsourced({ state, posture }: Shown): string[] {
    const scenario = this.#teller.model.scenarios[state.scenario];
    if (!scenario || within(posture.release, scenario.releases)) return [];
    const { from, until } = scenario.releases;
    const name = this.#teller.scenario(state.scenario);
    return [
      until === undefined
        ? this.#teller.t('whatif.unsourced', { scenario: name, from })
        : this.#teller.t('whatif.unsourcedUntil', { scenario: name, from, until }),
    ];
  }

  #between(a: string, b: string): string {
    const [from, until] = minor(a) < minor(b) ? [a, b] : [b, a];
    return this.#teller.t('whatif.changes', { from, until });
  }

  /** What the releases between two changed on any path. */
  #log(a: string, b: string): string[] {
    const [from, until] = minor(a) < minor(b) ? [minor(a), minor(b)] : [minor(b), minor(a)];
    return Object.entries(this.#teller.model.changes)
      .filter(([, { release }]) => minor(release) > from && minor(release) <= until)
      .map(([id, { release }]) => `${release}: ${this.#teller.words.changes[id] ?? ''}`);
  }
}

function minor(release: string): number {
  return Number(release.slice(2));
}
