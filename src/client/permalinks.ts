/** A visitor who follows the link of an entry to itself also has its address to paste. */
export function livePermalinks(): void {
  const region = document.querySelector('[data-live-region]');
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('[data-permalink]') : null;
    if (!link || !('clipboard' in navigator)) return;
    const { origin, pathname } = location;
    void navigator.clipboard.writeText(`${origin}${pathname}${link.hash}`).then(() => {
      link.dataset['copied'] = '';
      if (region) region.textContent = link.dataset['done'] ?? '';
      setTimeout(() => {
        delete link.dataset['copied'];
        if (region) region.textContent = '';
      }, 2400);
    });
  });
}
