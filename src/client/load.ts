/** Fetches classic scripts: a frame without an origin may run these where it may fetch nothing. They run in the order in which they stand. */
export async function loadScripts(sources: string | undefined): Promise<void> {
  await Promise.all(sources?.split(' ').map(script) ?? []);
}

function script(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = src;
    element.async = false;
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => {
      element.remove();
      reject(new Error(src));
    });
    document.head.append(element);
  });
}
