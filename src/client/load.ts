/** Fetches classic scripts one after the other: a frame without an origin may run these where it may fetch nothing. */
export async function loadScripts(sources: string | undefined): Promise<void> {
  for (const src of sources?.split(' ') ?? [])
    await new Promise<void>((resolve, reject) => {
      const element = document.createElement('script');
      element.src = src;
      element.addEventListener('load', () => resolve());
      element.addEventListener('error', () => {
        element.remove();
        reject(new Error(src));
      });
      document.head.append(element);
    });
}
