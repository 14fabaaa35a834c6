/**
 * The path that the address names: a parameter on the map's page, a fragment where the address already names a path.
 * What the address cannot hold, in a frame without an origin, is remembered here instead.
 */
export class Choice {
  readonly #own: string | undefined;
  readonly #known: ReadonlySet<string>;
  readonly #embedded = document.documentElement.hasAttribute('data-embed');
  #kept: URL | undefined;

  constructor(own: string | undefined, known: ReadonlySet<string>) {
    this.#own = own;
    this.#known = known;
  }

  /** The chosen path; null when the address names none that exists. */
  get path(): string | null {
    const fragment = this.#url.hash.slice(1);
    if (this.#known.has(fragment)) return fragment;
    const asked = this.#asked;
    return asked !== null && this.#known.has(asked) ? asked : null;
  }

  set path(path: string | null) {
    if (path === this.path) return;
    const url = new URL(this.#url);
    url.hash = '';
    if (this.#own === undefined) {
      if (path === null) url.searchParams.delete('path');
      else url.searchParams.set('path', path);
    } else if (path !== null && path !== this.#own) url.hash = path;
    this.#remember(url);
  }

  /** A path that the address asks for and that does not exist. */
  get unknown(): string | null {
    const asked = this.#asked;
    return asked === null || this.#known.has(asked) ? null : asked;
  }

  get #url(): URL {
    return this.#kept ?? new URL(location.href);
  }

  /** What the segments of the address say wins over its parameters. */
  get #asked(): string | null {
    return this.#own === undefined ? this.#url.searchParams.get('path') : null;
  }

  #remember(url: URL): void {
    try {
      // A frame leaves the history of its host alone.
      if (this.#embedded) history.replaceState(null, '', url);
      else history.pushState(null, '', url);
    } catch {
      this.#kept = url;
    }
  }
}

/** The language links lead to the same path, state and place. */
export function carryState(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-languages] a[hreflang]')) {
    const url = new URL(link.href);
    url.search = location.search;
    url.hash = location.hash;
    link.href = url.href;
  }
}
