import { loadScripts } from './load.ts';

/** Fetches the script of an element when somebody reaches for it; a click that comes too early is told again. */
export function lazy(element: HTMLElement | null): void {
  if (!element) return;
  let fetched: Promise<void> | undefined;
  let ready = false;
  const load = (): Promise<void> => (fetched ??= loadScripts(element.dataset['script']).finally(() => (ready = true)));
  for (const type of ['pointerover', 'focusin', 'touchstart'])
    element.addEventListener(type, () => void load(), { once: true, passive: true });
  element.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button') : null;
      if (ready || !button) return;
      event.preventDefault();
      event.stopPropagation();
      void load().then(() => button.click());
    },
    { capture: true },
  );
  for (const one of element.querySelectorAll<HTMLElement>('[hidden]')) one.hidden = false;
}
