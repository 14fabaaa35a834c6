import { loadScripts } from './load.ts';

declare global {
  /** Unpacks facts and scripts in a file that holds them. */
  var kubepathsLoad: (() => Promise<unknown>) | undefined;
}

/**
 * Fetches what the controls need as soon as somebody reaches for them, or when the address asks for another state.
 * What was changed before it arrived is not lost: the change is told again. Gives what fetches it at once.
 */
export function controls(figure: HTMLElement): () => void {
  const form = figure.querySelector<HTMLFormElement>('[data-controls]');
  if (!form) return () => undefined;
  const page = document.querySelector<HTMLElement>('[data-workbench]');
  const places = [form, ...(page ? [page] : [])];
  const early: (() => void)[] = [];
  let asked = false;

  const load = (): void => {
    if (asked) return;
    asked = true;
    // A single file holds what it needs.
    const all = self.kubepathsLoad?.() ?? loadScripts(form.dataset['scripts']);
    all.then(
      () => {
        for (const place of places) for (const type of ['change', 'click']) place.removeEventListener(type, keep);
        for (const again of early) again();
      },
      () => {
        const outcome = form.querySelector<HTMLElement>('[data-outcome]');
        const place = outcome?.querySelector('p');
        if (place) place.textContent = outcome?.dataset['failed'] ?? '';
        asked = false;
      },
    );
  };

  function keep({ type, target }: Event): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-tool]') : null;
    if (type === 'change' && isField(target)) early.push(retold(target));
    else if (type === 'click' && button) early.push(() => button.click());
    load();
  }

  for (const place of places) {
    for (const type of ['change', 'click']) place.addEventListener(type, keep);
    for (const type of ['pointerover', 'focusin', 'touchstart']) place.addEventListener(type, load, { passive: true });
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  if (/[?&](scenario|release|set|from)=/.test(location.search)) load();
  return load;
}

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLSelectElement {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

/** The change of a field as it was made: by the time it is told, the field shows the state of the page again. */
function retold(field: HTMLInputElement | HTMLSelectElement): () => void {
  const { value } = field;
  const checked = field instanceof HTMLInputElement && field.checked;
  return () => {
    field.value = value;
    if (field instanceof HTMLInputElement) field.checked = checked;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
}
