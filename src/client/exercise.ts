import { format, parse } from '../posture/address.ts';
import { check, startOf } from '../quiz/exercise.ts';

/** Opens an exercise on the map of the page, and says how far its state has come. */
class Lesson {
  readonly #panel: HTMLElement;
  readonly #figure: HTMLElement;
  #id: string | null = null;

  constructor(panel: HTMLElement, figure: HTMLElement) {
    this.#panel = panel;
    this.#figure = figure;
  }

  start(): void {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-exercise] [data-open]'))
      link.addEventListener('click', (event) => {
        event.preventDefault();
        history.pushState(null, '', new URL(link.href));
        this.#open(true);
      });
    this.#panel.querySelector('[data-lesson-start]')?.addEventListener('click', () => this.#restart());
    // The address is written after the map is drawn, so its word is asked for a moment later.
    const later = (): void => void setTimeout(() => this.#judge());
    for (const type of ['kubepaths:redrawn', 'click', 'keyup']) this.#figure.addEventListener(type, later);
    addEventListener('popstate', () => {
      if (this.#asked() !== this.#id) this.#open(false);
      later();
    });
    this.#open(false);
  }

  #asked(): string | null {
    return new URLSearchParams(location.search).get('exercise');
  }

  #open(tell: boolean): void {
    this.#id = this.#asked();
    const entry = [...document.querySelectorAll<HTMLElement>('[data-exercise]')].find(
      (one) => one.dataset['exercise'] === this.#id,
    );
    this.#panel.hidden = entry === undefined;
    if (!entry) return;
    const [title, task, goal] = [entry.querySelector('h2'), entry.querySelector('p'), entry.querySelector('b')];
    this.#put('title', title);
    this.#put('task', task);
    this.#put('goal', goal);
    if (tell) this.#follow();
    this.#judge();
    if (tell) this.#panel.querySelector<HTMLElement>('[data-lesson-title]')?.focus({ preventScroll: true });
    this.#panel.scrollIntoView({ block: 'start' });
  }

  #put(name: string, from: Element | null): void {
    const copy = from?.cloneNode(true);
    this.#panel.querySelector(`[data-lesson-${name}]`)?.replaceChildren(...(copy?.childNodes ?? []));
  }

  #restart(): void {
    const exercise = this.#id === null ? undefined : self.kubepaths?.model.exercises[this.#id];
    if (!exercise || !self.kubepaths) return;
    const query = format(startOf(exercise), self.kubepaths.model);
    history.pushState(null, '', `?exercise=${this.#id ?? ''}${query === '' ? '' : `&${query}`}`);
    this.#follow();
  }

  /** Lets map and controls take the state from the address, and wakes them where they still sleep. */
  #follow(): void {
    this.#figure.querySelector('[data-controls]')?.dispatchEvent(new Event('touchstart', { bubbles: true }));
    dispatchEvent(new PopStateEvent('popstate'));
  }

  #judge(): void {
    const model = self.kubepaths?.model;
    const exercise = this.#id === null ? undefined : model?.exercises[this.#id];
    if (!model || !exercise) return;
    const { state, position, path } = parse(location.search, model);
    const { changes, reached, solved } = check(model, exercise, state, path);
    const finding = !('paths' in exercise.goal);
    const here = position === startOf(exercise).position;
    const word = solved && here ? 'solved' : reached && here ? 'over' : finding && path !== null ? 'wrong' : 'short';
    const { dataset } = this.#panel;
    dataset['standing'] = word;
    this.#write(
      'changes',
      finding
        ? ''
        : (dataset['changes'] ?? '')
            .replace('{{count}}', String(changes))
            .replace('{{most}}', String(exercise.changes)),
    );
    this.#write('standing', dataset[word] ?? '');
  }

  #write(name: string, text: string): void {
    const place = this.#panel.querySelector(`[data-lesson-${name}]`);
    // A live region repeats what is written again.
    if (place && place.textContent !== text) place.textContent = text;
  }
}

const panel = document.querySelector<HTMLElement>('[data-lesson]');
const figure = document.querySelector<HTMLElement>('[data-map]');
if (panel && figure) new Lesson(panel, figure).start();
