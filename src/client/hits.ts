import type { Answer, Hit } from './find.ts';
import type { SearchWords } from './search.ts';

/** The hits below the field: a list that the arrow keys walk while the field keeps the focus. */
export class HitList {
  readonly #field: HTMLInputElement;
  readonly #words: SearchWords;
  readonly #box = document.createElement('div');
  readonly #list = document.createElement('div');
  readonly #note = document.createElement('p');
  readonly #live = document.querySelector('[data-live-region]');
  /** Leads to every hit; what Enter does while no hit is chosen. */
  #all: HTMLAnchorElement | null = null;
  #current = -1;

  constructor(place: HTMLElement, field: HTMLInputElement, words: SearchWords, stays: boolean) {
    this.#field = field;
    this.#words = words;
    this.#box.className = 'hits';
    this.#box.hidden = true;
    this.#list.id = 'hits';
    this.#list.role = 'listbox';
    this.#list.ariaLabel = words.label;
    this.#box.append(this.#note, this.#list);
    place.append(this.#box);
    field.role = 'combobox';
    field.setAttribute('aria-controls', 'hits');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-expanded', 'false');
    field.addEventListener('keydown', (event) => this.#key(event));
    if (stays) return;
    // A hit on the same page loads nothing new, and would stay covered.
    this.#list.addEventListener('click', () => {
      this.close();
      field.blur();
    });
    place.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node) || !place.contains(relatedTarget)) this.close();
    });
  }

  /** Shows what was found; `all` leads to the page with every hit. */
  show(asked: string, { hits, total }: Answer, all: string | null): void {
    if (hits.length === 0) {
      this.say(this.#words.none.replace('{query}', asked), this.#words.help);
      return;
    }
    const said = counted(this.#words, total);
    this.#open(said, hits.map(option));
    this.#all = all === null ? null : link(all, this.#words.all);
    if (this.#all) this.#list.append(this.#all);
    this.#number();
  }

  /** Says something instead of hits. */
  say(...sentences: readonly string[]): void {
    this.#open(sentences.join(' '), []);
  }

  close(): void {
    this.#box.hidden = true;
    this.#field.setAttribute('aria-expanded', 'false');
    this.#mark(-1);
  }

  #open(said: string, options: readonly HTMLElement[]): void {
    this.#mark(-1);
    this.#note.textContent = said;
    this.#list.replaceChildren(...options);
    this.#list.hidden = options.length === 0;
    this.#box.hidden = false;
    this.#field.setAttribute('aria-expanded', String(options.length > 0));
    if (this.#live) this.#live.textContent = said;
  }

  #number(): void {
    for (const [index, one] of this.#options.entries()) one.id = `hit-${index}`;
  }

  get #options(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll('a')];
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const options = this.#options;
    const open = !this.#box.hidden && options.length > 0;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && open) {
      event.preventDefault();
      // One place more than there are options: the field itself, between the last and the first.
      const places = options.length + 1;
      this.#mark(((this.#current + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      (options[this.#current] ?? this.#all)?.click();
    } else if (event.key === 'Escape') this.#leave(event);
  }

  /** Escape closes the hits first, and empties the field only when nothing is open. */
  #leave(event: KeyboardEvent): void {
    if (this.#box.hidden) {
      if (this.#field.value === '') this.#field.blur();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }

  #mark(index: number): void {
    this.#current = index;
    const options = this.#options;
    for (const [place, one] of options.entries()) one.ariaSelected = String(place === index);
    const chosen = options[index];
    if (chosen) {
      this.#field.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    } else this.#field.removeAttribute('aria-activedescendant');
  }
}

function counted({ counts }: SearchWords, total: number): string {
  const category = new Intl.PluralRules(document.documentElement.lang).select(total);
  return (counts[category] ?? counts['other'] ?? '').replace('{count}', String(total));
}

function option(hit: Hit): HTMLAnchorElement {
  const line = link(hit.url);
  const heading = document.createElement('b');
  heading.textContent = hit.heading;
  const page = document.createElement('small');
  page.textContent = hit.page;
  const excerpt = document.createElement('span');
  excerpt.append(...hit.excerpt.map(({ text, marked }) => (marked ? mark(text) : text)));
  line.append(heading, ...(hit.page === '' ? [] : [page]), excerpt);
  return line;
}

function link(href: string, text = ''): HTMLAnchorElement {
  const line = document.createElement('a');
  line.href = href;
  line.role = 'option';
  line.tabIndex = -1;
  line.textContent = text;
  return line;
}

function mark(text: string): HTMLElement {
  const element = document.createElement('mark');
  element.textContent = text;
  return element;
}
