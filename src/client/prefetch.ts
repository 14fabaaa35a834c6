/** Fetches a page of the same site as soon as a visitor turns to its link, so that the change of language is quick. */
export function prefetchOnIntent(): void {
  const asked = new Set<string>();
  const intend = ({ target }: Event): void => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('[data-languages] a[hreflang]') : null;
    if (!link || asked.has(link.pathname) || link.pathname === location.pathname) return;
    asked.add(link.pathname);
    const hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = link.href;
    document.head.append(hint);
  };
  for (const event of ['pointerover', 'focusin', 'touchstart'])
    document.addEventListener(event, intend, { passive: true });
}
