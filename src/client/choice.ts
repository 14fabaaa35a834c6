/**
 * The path that the visitor chose, and the address that names it: a parameter on the map's page, a fragment where the
 * address already names a path.
 */
export class Choice {
  readonly #own: string | undefined;
  readonly #known: ReadonlySet<string>;
  readonly #embedded = document.documentElement.hasAttribute('data-embed');
  #path: string | null;

  constructor(own: string | undefined, known: ReadonlySet<string>) {
    this.#own = own;
    this.#known = known;
    this.#path = this.#named();
  }

  /** A path that the address asks for and that does not exist. */
  get unknown(): string | null {
    const asked = this.#asked();
    return asked === null || this.#known.has(asked) ? null : asked;
  }

  /** Takes the choice from the address, after Back or Forward. */
  read(): void {
    this.#path = this.#named();
  }

  get path(): string | null {
    return this.#path;
  }

  /** Chooses a path, or none, and says so in the address. */
  set path(path: string | null) {
    if (path === this.#path) return;
    this.#path = path;
    this.#write(path);
  }

  #named(): string | null {
    const fragment = location.hash.slice(1);
    if (this.#known.has(fragment)) return fragment;
    const asked = this.#asked();
    return asked !== null && this.#known.has(asked) ? asked : null;
  }

  /** What the segments of the address say wins over its parameters. */
  #asked(): string | null {
    return this.#own === undefined ? new URLSearchParams(location.search).get('path') : null;
  }

  #write(path: string | null): void {
    const url = new URL(location.href);
    url.hash = '';
    if (this.#own === undefined) {
      if (path === null) url.searchParams.delete('path');
      else url.searchParams.set('path', path);
    } else if (path !== null && path !== this.#own) url.hash = path;
    try {
      // A frame leaves the history of its host alone.
      if (this.#embedded) history.replaceState(null, '', url);
      else history.pushState(null, '', url);
    } catch {
      // A frame without an origin may not change its address; its choice holds all the same.
    }
  }
}

/** The language links lead to the same path, state and place, and the link for embedding to the code for them. */
export function carryState(): void {
  const builder = document.querySelector<HTMLAnchorElement>('.download [data-builder]');
  if (builder) {
    const [view = ''] = builder.search.split('&');
    builder.search = location.search === '' ? view : `${view}&${location.search.slice(1)}`;
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-languages] a[hreflang]')) {
    const url = new URL(link.href);
    url.search = location.search;
    url.hash = location.hash;
    link.href = url.href;
  }
}
