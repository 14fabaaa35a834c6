import { carryState } from './choice.ts';
import { fits, fold, type Findable, type Wanted } from './filter.ts';

type Control = HTMLInputElement | HTMLSelectElement;

/** Shows the entries that fit what is chosen, says how many, and keeps the choice in the address. */
export function liveFilters(fieldset: HTMLFieldSetElement): void {
  const controls = [...fieldset.querySelectorAll<Control>('[name]')];
  const entries = [...document.querySelectorAll<HTMLElement>('[data-entry]')].map((element) => ({
    element,
    found: findable(element),
    // Lines of contents and tables that stand for the entry.
    lines: document.querySelectorAll<HTMLElement>(`[data-of="${CSS.escape(element.dataset['entry'] ?? '')}"]`),
  }));
  const groups = document.querySelectorAll<HTMLElement>('[data-group]');
  const lanes = document.querySelectorAll<SVGElement>('[data-lane]');
  const shown = document.querySelector<HTMLElement>('[data-shown]');
  const none = document.querySelector<HTMLElement>('[data-none]');
  const notice = document.querySelector<HTMLElement>('[data-unknown]');
  const resets = document.querySelectorAll<HTMLElement>('[data-reset]');

  function show(): void {
    const wanted = wantedBy(controls);
    const active = isActive(wanted);
    let count = 0;
    for (const { element, found, lines } of entries) {
      const fitting = fits(found, wanted);
      if (fitting) count += 1;
      element.hidden = !fitting;
      for (const line of lines) line.hidden = !fitting;
    }
    for (const group of groups) {
      group.hidden = active && group.querySelector('[data-entry]:not([hidden])') === null;
      const jump = document.querySelector<HTMLElement>(`.jumps a[href="#${CSS.escape(group.id)}"]`);
      if (jump) jump.hidden = group.hidden;
    }
    for (const lane of lanes)
      lane.toggleAttribute('data-quiet', ![undefined, '', lane.dataset['lane']].includes(wanted.choices['path']));
    if (shown) shown.textContent = filled(shown, { shown: count, total: entries.length });
    if (none) none.hidden = count > 0 || !active;
    for (const reset of resets) reset.hidden = !active;
  }

  /** Writes what is chosen into the address, in place: typing a word makes no trail of pages. */
  function keep(): void {
    const url = new URL(location.href);
    for (const { name, value } of controls)
      if (value.trim() === '') url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    const place = document.getElementById(decodeURIComponent(url.hash.slice(1)));
    if (place?.hidden) url.hash = '';
    history.replaceState(null, '', url);
    carryState();
  }

  /** Takes what the address asks for, and names what this page does not have. */
  function read(): void {
    const asked = new URLSearchParams(location.search);
    const unknown: string[] = [];
    for (const control of controls) {
      const value = asked.get(control.name) ?? '';
      control.value = value;
      if (control.value !== value) {
        unknown.push(value);
        control.value = '';
      }
    }
    if (notice) {
      notice.hidden = unknown.length === 0;
      notice.textContent = filled(notice, { value: unknown.join(', ') });
    }
  }

  function change(): void {
    show();
    keep();
    if (notice) notice.hidden = true;
  }

  /** The entry that the address names is shown, whatever was filtered before. */
  function reveal(): void {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place) return;
    if (place.closest('[hidden]')) clear();
    place.scrollIntoView();
  }

  function clear(): void {
    for (const control of controls) control.value = '';
    change();
  }

  read();
  fieldset.disabled = false;
  if (isActive(wantedBy(controls))) {
    show();
    reveal();
  }
  fieldset.addEventListener('input', change);
  for (const reset of resets)
    reset.addEventListener('click', () => {
      clear();
      controls[0]?.focus();
    });
  addEventListener('hashchange', reveal);
  addEventListener('popstate', () => {
    read();
    show();
  });
}

function findable(element: HTMLElement): Findable {
  return {
    tokens: Object.fromEntries(Object.entries(element.dataset)),
    text: fold(`${element.id} ${element.textContent}`),
  };
}

function wantedBy(controls: readonly Control[]): Wanted {
  const { q = '', ...choices } = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
  return { choices, words: q };
}

function isActive({ choices, words }: Wanted): boolean {
  return words.trim() !== '' || Object.values(choices).some((value) => value !== '');
}

/** The text that an element keeps for this occasion, with its slots filled. */
function filled(element: HTMLElement, slots: Readonly<Record<string, string | number>>): string {
  return (element.dataset['text'] ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(slots[name] ?? ''));
}
