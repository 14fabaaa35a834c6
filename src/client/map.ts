import { select, selectAll } from 'd3-selection';
import { carryState, Choice } from './choice.ts';
import { clockwise, step } from './ring.ts';

/** Lets the panel follow the chosen edge, on both arrangements, with mouse, keyboard and address in step. */
export function liveMap(figure: HTMLElement, container: HTMLElement): void {
  const edges = selectAll<SVGAElement, unknown>(figure.querySelectorAll<SVGAElement>('a[data-path]'));
  const panels = [...container.querySelectorAll<HTMLElement>('[data-panel]')];
  const own = figure.dataset['current'];
  const choice = new Choice(own, new Set(panels.map((panel) => panel.dataset['path'] ?? '')));

  /** Shows the chosen path; without one, a path's own page shows itself. */
  function show(): void {
    const chosen = choice.path;
    const shown = chosen ?? own;
    edges.attr('aria-current', function () {
      return this.dataset['path'] === shown ? 'true' : null;
    });
    for (const panel of panels) {
      panel.toggleAttribute('data-shown', panel.dataset['path'] === shown);
      panel.toggleAttribute('data-chosen', chosen !== null && panel.dataset['path'] === chosen);
    }
    carryState();
  }

  function choose(path: string | null): void {
    choice.path = path;
    show();
    announce(path);
  }

  function announce(path: string | null): void {
    const region = document.querySelector('[data-live-region]');
    const why = panels.find((panel) => panel.dataset['path'] === path)?.querySelector('.why');
    const label = figure.querySelector(`a[data-path="${path ?? ''}"]`)?.getAttribute('aria-label');
    if (region)
      region.textContent = label === null || label === undefined ? '' : `${label}. ${why?.textContent.trim() ?? ''}`;
  }

  edges.on('click', function (event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    choose(this.dataset['path'] ?? null);
  });

  for (const chart of figure.querySelectorAll<SVGSVGElement>('[data-diagram]')) walk(chart, () => choose(null));

  /** Closes the panel and gives the focus back to the edge on the chart in sight. */
  function close(): void {
    const left = choice.path;
    choose(null);
    const back = edges.filter(function () {
      return this.dataset['path'] === left && this.getClientRects().length > 0;
    });
    back.node()?.focus({ preventScroll: true });
  }

  select(container)
    .on('click', (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !event.target.closest('[data-close]')) return;
      event.preventDefault();
      close();
    })
    .on('keydown', (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    });

  // The lines of a snippet light the edges that they decide.
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

  container.dataset['live'] = '';
  addEventListener('popstate', show);
  addEventListener('hashchange', show);
  if (choice.unknown !== null) notice(container, choice.unknown);
  show();
}

/** One stop for Tab; the arrow keys go from edge to edge around the hub, Escape leaves. */
function walk(chart: SVGSVGElement, leave: () => void): void {
  let ring: SVGAElement[] = [];
  // The order needs the geometry, which a chart that is not shown does not have.
  const order = (): SVGAElement[] =>
    (ring = ring.length > 0 ? ring : clockwise([...chart.querySelectorAll<SVGAElement>('a[data-path]')]));
  const stop = (at: SVGAElement | undefined): void => {
    for (const edge of chart.querySelectorAll('a[data-path]')) edge.setAttribute('tabindex', edge === at ? '0' : '-1');
  };
  stop(chart.querySelector<SVGAElement>('a[data-path]') ?? undefined);
  select(chart).on('keydown', (event: KeyboardEvent) => {
    const at = order().findIndex((edge) => edge === document.activeElement);
    if (at < 0) return;
    if (event.key === 'Escape') {
      leave();
      ring[at]?.blur();
      return;
    }
    const next = step(event.key, at, ring.length);
    if (next === undefined) return;
    event.preventDefault();
    stop(ring[next]);
    ring[next]?.focus();
  });
}

/** Says which part of the address could not be understood; the value is shown as text only. */
function notice(container: HTMLElement, value: string): void {
  const place = container.querySelector<HTMLElement>('[data-notice="path"]');
  if (!place) return;
  place.textContent = (place.dataset['text'] ?? '').replace('{{value}}', () => value.slice(0, 80));
  place.hidden = false;
}
