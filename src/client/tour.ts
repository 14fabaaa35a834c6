import type { LessonScene } from '../view/scene.ts';
import { carryState } from './choice.ts';
import { optionsOf } from './frame/options.ts';
import { loadScripts } from './load.ts';
import { onSignal, signal } from './signals.ts';

/** How long a step stands while the tour plays: time to read it, by the length of its text. */
const PAUSE = 4000;
const PER_CHARACTER = 45;

/** Plays a tour: one step at a time beside the map that shows its state, by buttons, keys and address. */
class Player {
  readonly #figure: HTMLElement;
  readonly #scenes: readonly LessonScene[];
  readonly #paths: Readonly<Record<string, string>>;
  readonly #card: HTMLElement | null;
  readonly #play: HTMLButtonElement | null;
  readonly #first: number;
  readonly #last: number;
  readonly #embedded = document.documentElement.hasAttribute('data-embed');
  readonly #playWord: string;
  #draw: ReturnType<NonNullable<typeof self.kubepathsStage>> | null = null;
  #step: number;
  #timer: number | undefined;

  constructor(figure: HTMLElement) {
    this.#figure = figure;
    this.#scenes = JSON.parse(figure.dataset['scenes'] ?? '[]') as LessonScene[];
    this.#paths = JSON.parse(figure.dataset['paths'] ?? '{}') as Record<string, string>;
    this.#card = figure.querySelector<HTMLElement>('[data-tour-step]');
    this.#play = figure.querySelector<HTMLButtonElement>('[data-tour-play]');
    this.#playWord = this.#play?.textContent.trim() ?? '';
    const total = this.#scenes.length;
    const [from, to] = optionsOf(location.search).steps ?? [1, total];
    this.#last = Math.min(to, total);
    this.#first = Math.min(from, this.#last);
    this.#step = 1;
  }

  start(): void {
    const figure = this.#figure;
    figure.dataset['live'] = '';
    for (const frame of document.querySelectorAll<HTMLElement>('[data-tour-frame]'))
      frame.hidden = !this.#shows(Number(frame.dataset['tourFrame']));
    for (const link of figure.querySelectorAll<HTMLElement>('[data-tour-go]')) {
      const item = link.closest('li');
      if (item) item.hidden = !this.#shows(Number(link.dataset['tourGo']));
    }
    figure.addEventListener('click', (event) => this.#clicked(event));
    addEventListener('keydown', (event) => this.#pressed(event));
    addEventListener('popstate', () => this.#enter(this.#asked()));
    addEventListener('beforeprint', () => {
      for (const picture of document.querySelectorAll<HTMLImageElement>('.storyboard img')) picture.loading = 'eager';
    });
    // A host that leads the tour: the frame's messages end here.
    onSignal(figure, 'kubepaths:play', (where) => {
      this.#stop();
      this.go(where === 'next' ? this.#step + 1 : where === 'previous' ? this.#step - 1 : where);
    });
    this.#link();
    this.#enter(this.#asked());
    carryState();
  }

  /** Goes to a step and says so in the address. */
  go(step: number): void {
    if (!this.#shows(step) || step === this.#step) return;
    this.#enter(step);
    const url = new URL(location.href);
    url.searchParams.set('step', String(step));
    url.hash = '';
    try {
      // A frame leaves the history of its host alone.
      if (this.#embedded) history.replaceState(null, '', url);
      else history.pushState(null, '', url);
    } catch {
      // A frame without an origin may not change its address; its step holds all the same.
    }
    carryState();
  }

  #shows(step: number): boolean {
    return step >= this.#first && step <= this.#last;
  }

  #asked(): number {
    const asked = optionsOf(location.search).step ?? this.#first;
    return this.#shows(asked) ? asked : this.#first;
  }

  #enter(step: number): void {
    const before = this.#step;
    this.#step = step;
    const frame = document.querySelector(`[data-tour-frame="${String(step)}"] [data-tour-text]`);
    if (frame && this.#card && step !== before) {
      const copy = frame.cloneNode(true) as HTMLElement;
      const heading = copy.querySelector('h3');
      if (heading) {
        const title = document.createElement('h2');
        title.append(...heading.childNodes);
        heading.replaceWith(title);
      }
      this.#card.replaceChildren(...copy.childNodes);
    }
    for (const link of this.#figure.querySelectorAll<HTMLElement>('[data-tour-go]'))
      if (Number(link.dataset['tourGo']) === step) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    this.#button('[data-tour-previous]', step > this.#first);
    this.#button('[data-tour-next]', step < this.#last);
    this.#place();
    if (step !== before) void this.#show(step, before);
    signal(this.#figure, 'kubepaths:chosen', this.#scenes[step - 1]?.path ?? null);
    signal(this.#figure, 'kubepaths:step', { step, first: this.#first, last: this.#last });
  }

  async #show(step: number, before: number): Promise<void> {
    try {
      this.#draw ??= await this.#engine();
    } catch {
      this.#figure.querySelector('figcaption')?.replaceChildren(this.#figure.dataset['failed'] ?? '');
      return;
    }
    // Somebody may have gone on while the engine was on its way.
    const scene = this.#scenes[step - 1];
    if (step !== this.#step || !scene) return;
    for (const chart of this.#charts())
      if (scene.path === null) delete chart.dataset['current'];
      else chart.dataset['current'] = scene.path;
    this.#draw(scene, this.#scenes[before - 1]);
    this.#link();
    this.#place();
  }

  #charts(): SVGSVGElement[] {
    return [...this.#figure.querySelectorAll<SVGSVGElement>('[data-diagram]')];
  }

  /** Every line leads to the page of its path. */
  #link(): void {
    const current = this.#scenes[this.#step - 1]?.path;
    for (const edge of this.#figure.querySelectorAll<SVGAElement>('a[data-path]')) {
      const path = edge.dataset['path'] ?? '';
      edge.setAttribute('href', this.#paths[path] ?? `#${path}`);
      if (this.#embedded) edge.setAttribute('target', '_blank');
      if (path === current) edge.setAttribute('aria-current', 'true');
      else edge.removeAttribute('aria-current');
    }
  }

  /** The card lies on that side of the wide chart where the path of the step is not. */
  #place(): void {
    const path = this.#scenes[this.#step - 1]?.path;
    const wide = this.#figure.querySelector<SVGSVGElement>('[data-diagram="wide"]');
    const edge = wide?.querySelector<SVGAElement>(`a[data-path="${path ?? ''}"]`);
    if (!wide || !edge || edge.getClientRects().length === 0) return;
    const { x, width } = edge.getBBox();
    this.#figure.dataset['side'] = x + width / 2 > wide.viewBox.baseVal.width / 2 ? 'start' : 'end';
  }

  async #engine(): Promise<ReturnType<NonNullable<typeof self.kubepathsStage>>> {
    await loadScripts(this.#figure.dataset['scripts']);
    const { kubepaths: data, kubepathsStage: stage } = self;
    if (!data || !stage) throw new Error('no engine');
    return stage(data, this.#figure);
  }

  #clicked(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest<HTMLElement>('[data-tour-go]');
    if (link) {
      event.preventDefault();
      this.#stop();
      this.go(Number(link.dataset['tourGo']));
    } else if (event.target.closest('[data-tour-previous]')) this.#by(-1);
    else if (event.target.closest('[data-tour-next]')) this.#by(1);
    else if (event.target.closest('[data-tour-play]')) {
      if (this.#timer === undefined) this.#playOn();
      else this.#stop();
    }
  }

  #pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (optionsOf(location.search).keys === 'none') return;
    if (event.target instanceof Element && event.target.closest('input, select, textarea, [contenteditable]')) return;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    // A key that leads nowhere belongs to the host.
    if (by === undefined || !this.#shows(this.#step + by)) return;
    event.preventDefault();
    this.#by(by);
  }

  #by(steps: number): void {
    this.#stop();
    this.go(this.#step + steps);
  }

  #playOn(): void {
    if (this.#step === this.#last) this.go(this.#first);
    const wait = PAUSE + PER_CHARACTER * (this.#card?.querySelector('p:not([class])')?.textContent.length ?? 0);
    this.#timer = self.setTimeout(() => {
      this.go(this.#step + 1);
      if (this.#step < this.#last) this.#playOn();
      else this.#stop();
    }, wait);
    this.#say();
  }

  #stop(): void {
    self.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#say();
  }

  #say(): void {
    const play = this.#play;
    if (play) play.textContent = this.#timer === undefined ? this.#playWord : (play.dataset['pause'] ?? '');
  }

  #button(selector: string, on: boolean): void {
    const button = this.#figure.querySelector<HTMLButtonElement>(selector);
    // Not the attribute `disabled`: a button that has the focus would lose it and leave the keyboard nowhere.
    button?.setAttribute('aria-disabled', String(!on));
  }
}

const figure = document.querySelector<HTMLElement>('[data-tour]');
if (figure) new Player(figure).start();
