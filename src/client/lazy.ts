import { loadScripts } from './load.ts';

/**
 * Fetches the scripts of an element when somebody reaches for it; a click that comes too early is told again.
 * @param now what the address asks for needs them at once
 */
export function lazy(element: HTMLElement | null, now = false): void {
  if (!element) return;
  let fetched: Promise<void> | undefined;
  let ready = false;
  const load = (): Promise<void> =>
    (fetched ??= loadScripts(element.dataset['script']).then(
      () => {
        ready = true;
      },
      () => {
        // The next click tries again.
        fetched = undefined;
      },
    ));
  for (const type of ['pointerover', 'focusin', 'touchstart'])
    element.addEventListener(type, () => void load(), { once: true, passive: true });
  if (now) void load();
  element.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button') : null;
      if (ready || !button) return;
      event.preventDefault();
      event.stopPropagation();
      void load().then(() => {
        if (ready) button.click();
        else fail(element);
      });
    },
    { capture: true },
  );
  for (const one of element.querySelectorAll<HTMLElement>('[hidden]')) one.hidden = false;
}

/** Says what the element has to say where its scripts do not come. */
function fail(element: HTMLElement): void {
  const place = element.querySelector('[data-failure]');
  if (place) place.textContent = element.dataset['failed'] ?? '';
}
