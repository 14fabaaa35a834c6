import { select, selectAll } from 'd3-selection';
import { clockwise, step } from './ring.ts';

/** Life for the map, its panels, the snippets and the language links; without it every edge is an ordinary link. */

const embedded = document.documentElement.hasAttribute('data-embed');
const figure = document.querySelector<HTMLElement>('[data-map]');
const panels = document.querySelector<HTMLElement>('[data-panels]');
const region = document.querySelector<HTMLElement>('[data-live-region]');
const own = figure?.dataset['current'];
const known = new Set([...document.querySelectorAll<HTMLElement>('[data-panel]')].map((panel) => panel.dataset['path'] ?? ''));

if (figure && panels) live(figure, panels);
keepState();
copyButtons();

function live(map: HTMLElement, container: HTMLElement): void {
  /** The address as it should be, where the browser does not let a frame change it. */
  let picked: URL | undefined;
  const edges = selectAll<SVGAElement, unknown>(map.querySelectorAll<SVGAElement>('a[data-path]'));
  container.dataset['live'] = '';

  /** Shows one path in its panel and on both maps; `null` closes, and a path's own page falls back to itself. */
  function show(path: string | null, announce: boolean): void {
    const shown = path ?? own ?? null;
    edges.attr('aria-current', function () {
      return this.dataset['path'] === shown ? 'true' : null;
    });
    for (const panel of container.querySelectorAll<HTMLElement>('[data-panel]')) {
      panel.toggleAttribute('data-shown', panel.dataset['path'] === shown);
      panel.toggleAttribute('data-chosen', panel.dataset['path'] === path && path !== null);
    }
    if (announce && region) region.textContent = path === null ? '' : said(path);
  }

  function said(path: string): string {
    const label = map.querySelector(`a[data-path="${path}"]`)?.getAttribute('aria-label') ?? '';
    return `${label}. ${container.querySelector(`[data-panel][data-path="${path}"] .why`)?.textContent.trim() ?? ''}`;
  }

  /** The address of a choice: a parameter on the map's page, a fragment where the address already names a path. */
  function address(path: string | null): string {
    const url = new URL(picked ?? location.href);
    url.hash = '';
    if (own === undefined) {
      if (path === null) url.searchParams.delete('path');
      else url.searchParams.set('path', path);
    } else if (path !== null && path !== own) url.hash = path;
    return url.href;
  }

  function chosen(): string | null {
    const { hash, searchParams } = picked ?? new URL(location.href);
    const fragment = hash.slice(1);
    if (known.has(fragment)) return fragment;
    const asked = own === undefined ? searchParams.get('path') : null;
    if (asked !== null && !known.has(asked)) notice('path', asked);
    return asked !== null && known.has(asked) ? asked : null;
  }

  function choose(path: string | null): void {
    if (path !== chosen()) remember(address(path));
    show(path, true);
    keepState();
  }

  /** A frame leaves the history of its host alone; one without an origin may not even change its own address. */
  function remember(href: string): void {
    try {
      if (embedded) history.replaceState(null, '', href);
      else history.pushState(null, '', href);
    } catch {
      picked = new URL(href);
    }
  }

  edges.on('click', function (event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    choose(this.dataset['path'] ?? null);
  });

  // One stop for Tab; the arrow keys go from line to line around the hub.
  for (const chart of map.querySelectorAll<SVGSVGElement>('[data-diagram]')) {
    const ordered = clockwise([...chart.querySelectorAll<SVGAElement>('a[data-path]')]);
    ordered.forEach((edge, index) => edge.setAttribute('tabindex', index === 0 ? '0' : '-1'));
    select(chart).on('keydown', (event: KeyboardEvent) => {
      const at = ordered.findIndex((edge) => edge === document.activeElement);
      if (at < 0) return;
      if (event.key === 'Escape') {
        choose(null);
        ordered[at]?.blur();
        return;
      }
      const next = step(event.key, at, ordered.length);
      if (next === undefined) return;
      event.preventDefault();
      ordered.forEach((edge, index) => edge.setAttribute('tabindex', index === next ? '0' : '-1'));
      ordered[next]?.focus();
    });
  }

  select(container)
    .on('click', (event: MouseEvent) => {
      if (!(event.target as Element).closest('[data-close]')) return;
      event.preventDefault();
      const path = chosen();
      choose(null);
      visible(path)?.focus({ preventScroll: true });
    })
    .on('keydown', (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      const path = chosen();
      choose(null);
      visible(path)?.focus({ preventScroll: true });
    });

  function visible(path: string | null): SVGAElement | undefined {
    return [...map.querySelectorAll<SVGAElement>(`a[data-path="${path ?? ''}"]`)].find((edge) => edge.getClientRects().length > 0);
  }

  // Links in the text to an edge open its panel where the map is.
  selectAll<HTMLElement, unknown>('[data-decides]')
    .on('pointerenter focusin', function () {
      light(this.dataset['decides'] ?? '');
    })
    .on('pointerleave focusout', () => light(''));

  function light(paths: string): void {
    const lit = new Set(paths.split(' '));
    edges.attr('data-lit', function () {
      return lit.has(this.dataset['path'] ?? '') ? '' : null;
    });
  }

  const follow = (): void => {
    show(chosen(), false);
    keepState();
  };
  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);
  follow();
}

/** Says which part of the address could not be understood; the value is shown as text only. */
function notice(kind: 'path', value: string): void {
  const place = panels?.querySelector<HTMLElement>(`[data-notice="${kind}"]`);
  if (!place || place.hidden === false) return;
  place.textContent = (place.dataset['text'] ?? '').replace('{{value}}', value.slice(0, 80));
  place.hidden = false;
}

/** The language links lead to the same path, state and place. */
function keepState(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-languages] a[hreflang]')) {
    const url = new URL(link.href);
    url.search = location.search;
    url.hash = location.hash;
    link.href = url.href;
  }
}

function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = !('clipboard' in navigator);
    button.addEventListener('click', () => {
      const lines = [...(button.parentElement?.querySelectorAll('.line') ?? [])].map((line) => line.textContent);
      const label = button.textContent;
      void navigator.clipboard.writeText(`${lines.join('\n')}\n`).then(() => {
        button.textContent = button.dataset['done'] ?? label;
        setTimeout(() => (button.textContent = label), 1600);
      });
    });
  }
}
