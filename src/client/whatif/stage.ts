import type { MapOptions } from '../../diagram/map-words.ts';
import { layout } from '../../diagram/layout.ts';
import { map } from '../../diagram/map.ts';
import { compare, differs } from '../../posture/compare.ts';
import { VERDICTS } from '../../posture/verdict.ts';
import type { Arrangements } from '../../view/browser-data.ts';
import { chips, panel, rich } from '../../view/markup.ts';
import { stateWords } from '../../view/map-words.ts';
import { shown, type Shown } from '../../view/shown.ts';
import type { PathView, Teller } from '../../view/teller.ts';
import { h, nodes } from './dom.ts';

/** Everything on a page that shows a state: the charts, the panels, the table, the tally and the verdict of the page. */
export class Stage {
  readonly #teller: Teller;
  readonly #arrangements: Arrangements;
  readonly #figure: HTMLElement;
  readonly #panels: ReadonlyMap<string, HTMLElement>;
  /** The address of each path's page, as the panels had it. */
  readonly #hrefs: ReadonlyMap<string, string | null>;
  readonly #said = new Map<string, string>();
  #drawn: Shown;

  constructor(teller: Teller, arrangements: Arrangements, figure: HTMLElement, opening: Shown) {
    this.#teller = teller;
    this.#arrangements = arrangements;
    this.#figure = figure;
    this.#drawn = opening;
    const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')];
    this.#panels = new Map(panels.map((one) => [one.dataset['path'] ?? '', one]));
    this.#hrefs = new Map(
      panels.map((one) => [one.dataset['path'] ?? '', one.querySelector('.more')?.getAttribute('href') ?? null]),
    );
  }

  /**
   * Shows a state: what is in sight before the next frame, the rest right after it.
   * @param marked the state whose differences stay marked on the charts
   */
  show(now: Shown, marked: Shown = this.#drawn): void {
    const moved = new Set(
      compare(marked.posture, now.posture)
        .filter(differs)
        .map(({ path }) => path),
    );
    const open = document.querySelector<HTMLElement>('[data-panels]')?.dataset['shown'];
    for (const arrangement of Object.values(this.#arrangements))
      if (this.#inSight(arrangement.id)) this.#chart(now, arrangement, moved);
    this.#caption(now);
    if (open !== undefined) this.#path(open, now);
    this.#drawn = now;
    this.#figure.dataset['busy'] = '';
    this.#figure.dispatchEvent(new Event('kubepaths:redrawn'));
    afterPaint(() => {
      // A newer state brings its own rest.
      if (this.#drawn !== now) return;
      for (const arrangement of Object.values(this.#arrangements))
        if (!this.#inSight(arrangement.id)) this.#chart(now, arrangement, moved);
      for (const id of Object.keys(this.#teller.model.paths)) this.#path(id, now);
      delete this.#figure.dataset['busy'];
      this.#figure.dispatchEvent(new Event('kubepaths:redrawn'));
    });
  }

  #inSight(arrangement: string): boolean {
    const chart = this.#figure.querySelector(`[data-diagram="${arrangement}"]`);
    return chart !== null && chart.getClientRects().length > 0;
  }

  /** A path as its panel shows it in a state. */
  tell(id: string, now: Shown): PathView {
    const seen = this.seen(id, now);
    return this.#teller.tell(id, now, seen === now ? null : seen);
  }

  /** The state in which a path is shown: this one, or where it is absent the one that its facts name. */
  seen(id: string, now: Shown): Shown {
    const { model } = this.#teller;
    const exemplar = now.posture.paths[id]?.verdict === 'absent' ? model.paths[id]?.exemplar : undefined;
    return exemplar === undefined ? now : shown(model, { scenario: exemplar }, now.posture.position);
  }

  /** A chart of a state, as markup. */
  draw(now: Shown, arrangement: keyof Arrangements, options: MapOptions): string {
    const { posture } = now;
    const { model } = this.#teller;
    return map(
      layout(model, posture, this.#arrangements[arrangement]),
      stateWords(this.#teller, now),
      posture.tally,
      options,
    );
  }

  #chart(now: Shown, arrangement: Arrangements['wide'], moved: ReadonlySet<string>): void {
    const old = this.#figure.querySelector<SVGSVGElement>(`[data-diagram="${arrangement.id}"]`);
    if (!old) return;
    const { id } = arrangement;
    const markup = this.draw(now, id, { id, current: old.dataset['current'], href: (path) => `#${path}` });
    const fresh = nodes(markup).firstElementChild;
    if (!(fresh instanceof SVGSVGElement)) return;
    const focused = old.contains(document.activeElement)
      ? document.activeElement?.closest<SVGElement>('[data-path]')?.dataset['path']
      : undefined;
    old.setAttribute('viewBox', fresh.getAttribute('viewBox') ?? '');
    old.replaceChildren(...fresh.childNodes);
    for (const edge of old.querySelectorAll<SVGAElement>('a[data-path]'))
      edge.toggleAttribute('data-moved', moved.has(edge.dataset['path'] ?? ''));
    if (focused !== undefined)
      old.querySelector<SVGAElement>(`a[data-path="${focused}"]`)?.focus({ preventScroll: true });
  }

  #caption(now: Shown): void {
    const caption = this.#figure.querySelector('figcaption');
    if (!caption) return;
    const { title, subtitle } = stateWords(this.#teller, now);
    caption.replaceChildren(
      h('b', {}, title),
      h('span', {}, subtitle),
      h(
        'span',
        { class: 'tally' },
        ...VERDICTS.filter((verdict) => now.posture.tally[verdict] > 0).map((verdict) =>
          h('span', { class: `v-${verdict}` }, `${now.posture.tally[verdict]} ${this.#teller.verdict(verdict).word}`),
        ),
      ),
    );
  }

  /** What is said of a path in its panel, in the table, and at the head of its page. */
  #path(id: string, now: Shown): void {
    const view = this.tell(id, now);
    const { t } = this.#teller;
    const element = this.#panels.get(id);
    const said = panel(t, view, this.#hrefs.get(id) ?? null);
    if (!element || this.#said.get(id) === said) return;
    this.#said.set(id, said);
    const scroll = element.scrollTop;
    element.replaceChildren(nodes(said));
    element.scrollTop = scroll;
    for (const place of document.querySelectorAll(`[data-verdict-of="${id}"]`))
      place.replaceChildren(nodes(chips(t, view)));
    for (const place of document.querySelectorAll(`[data-sentence-of="${id}"]`))
      place.replaceChildren(nodes(rich(view.sentence)));
    for (const row of document.querySelectorAll(`[data-row="${id}"]`)) {
      const facts: Readonly<Record<string, string>> = {
        transport: view.protocol,
        server: t(`truth.${serverState(view)}`),
        client: view.clientShows,
      };
      for (const cell of row.querySelectorAll<HTMLElement>('[data-cell]'))
        cell.textContent = facts[cell.dataset['cell'] ?? ''] ?? '';
    }
  }
}

/** A page that nobody looks at paints nothing, so it does not wait for that. */
function afterPaint(act: () => void): void {
  if (document.hidden) act();
  else requestAnimationFrame(() => setTimeout(act));
}

function serverState(view: PathView): 'yes' | 'no' | 'unknown' {
  const state = view.facts.find(({ name }) => name === 'server-authentication')?.state;
  return state === true ? 'yes' : state === false ? 'no' : 'unknown';
}
