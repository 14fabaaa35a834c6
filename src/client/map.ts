import { carryState, Choice } from './choice.ts';
import { clockwise, step } from './ring.ts';
import { onSignal, signal } from './signals.ts';

/** Lets the panel follow the chosen edge, on both arrangements, with mouse, keyboard and address in step. */
export function liveMap(figure: HTMLElement, container: HTMLElement): void {
  const charts = [...figure.querySelectorAll<SVGSVGElement>('[data-diagram]')];
  // Asked anew each time: when the settings change, the charts are drawn again.
  const edges = () => [...figure.querySelectorAll<SVGAElement>('a[data-path]')];
  const panels = [...container.querySelectorAll<HTMLElement>('[data-panel]')];
  const own = figure.dataset['current'];
  const choice = new Choice(own, new Set(panels.map((panel) => panel.dataset['path'] ?? '')));

  /** Shows the chosen path; without one, a path's own page shows itself. */
  function show(): void {
    const chosen = choice.path;
    const shown = chosen ?? own;
    for (const edge of edges()) {
      const current = edge.dataset['path'] === shown;
      mark(edge, 'aria-current', current ? 'true' : undefined);
      if (current) stopAt(edge);
    }
    for (const chart of charts) mark(chart, 'data-current', shown);
    for (const panel of panels) {
      panel.toggleAttribute('data-shown', panel.dataset['path'] === shown);
      panel.toggleAttribute('data-chosen', chosen !== null && panel.dataset['path'] === chosen);
    }
    mark(container, 'data-shown', shown);
    mark(container, 'data-chosen', chosen === null ? undefined : sideFor(chosen));
    signal(figure, 'kubepaths:chosen', shown ?? null);
  }

  /** The side of the chart on which the panel leaves the chosen edge in sight. */
  function sideFor(path: string): 'start' | 'end' {
    for (const chart of charts) {
      const edge = chart.querySelector<SVGAElement>(`a[data-path="${path}"]`);
      if (!edge || edge.getClientRects().length === 0) continue;
      const { x, width } = edge.getBBox();
      return x + width / 2 > chart.viewBox.baseVal.width / 2 ? 'start' : 'end';
    }
    return 'end';
  }

  function choose(path: string | null): void {
    choice.path = path;
    notice(container, null);
    show();
    carryState();
    announce(path);
  }

  function announce(path: string | null): void {
    const region = document.querySelector('[data-live-region]');
    const why = panels.find((panel) => panel.dataset['path'] === path)?.querySelector('.why');
    const name = figure.querySelector(`a[data-path="${path ?? ''}"] title`)?.textContent;
    if (region) region.textContent = name === undefined ? '' : `${name}. ${why?.textContent.trim() ?? ''}`;
  }

  figure.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    const edge = event.target instanceof Element ? event.target.closest<SVGAElement>('a[data-path]') : null;
    if (edge === null) return;
    event.preventDefault();
    choose(edge.dataset['path'] ?? null);
  });

  for (const chart of charts) walk(chart, () => choose(null));

  /** Closes the panel and gives the focus back to the edge on the chart in sight. */
  function close(): void {
    const left = choice.path;
    choose(null);
    edges()
      .find((edge) => edge.dataset['path'] === left && edge.getClientRects().length > 0)
      ?.focus({ preventScroll: true });
  }

  container.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-close]')) return;
    event.preventDefault();
    close();
  });
  container.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });

  // The lines of a snippet light the edges that they decide.
  for (const line of document.querySelectorAll<HTMLElement>('[data-decides]')) {
    for (const type of ['pointerenter', 'focusin'])
      line.addEventListener(type, () => light(line.dataset['decides'] ?? ''));
    for (const type of ['pointerleave', 'focusout']) line.addEventListener(type, () => light(''));
  }

  function light(paths: string): void {
    const lit = new Set(paths.split(' '));
    for (const edge of edges()) edge.toggleAttribute('data-lit', lit.has(edge.dataset['path'] ?? ''));
  }

  function follow(): void {
    choice.read();
    show();
    carryState();
  }

  container.dataset['live'] = '';
  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);
  figure.addEventListener(REDRAWN, () => {
    show();
    carryState();
  });
  onSignal(figure, 'kubepaths:choose', choose);
  notice(container, choice.unknown);
  follow();
}

/** Said of a figure whose charts and panels were drawn again. */
export const REDRAWN = 'kubepaths:redrawn';

/** Sets an attribute, or takes it away; what stays as it is costs the browser no new style. */
function mark(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Makes an edge the one stop for Tab in its chart. */
function stopAt(stop: SVGAElement): void {
  for (const edge of stop.ownerSVGElement?.querySelectorAll('a[data-path]') ?? [])
    mark(edge, 'tabindex', edge === stop ? '0' : '-1');
}

/** One stop for Tab; the arrow keys go from edge to edge around the hub, Escape leaves. */
function walk(chart: SVGSVGElement, leave: () => void): void {
  let ring: SVGAElement[] = [];
  // The order needs the geometry, which a chart that is not shown does not have.
  const order = (): SVGAElement[] =>
    (ring = ring[0]?.isConnected ? ring : clockwise([...chart.querySelectorAll<SVGAElement>('a[data-path]')]));
  const first = chart.querySelector<SVGAElement>('a[data-path]');
  if (first) stopAt(first);
  chart.addEventListener('keydown', (event) => {
    const at = order().findIndex((edge) => edge === document.activeElement);
    if (at < 0) return;
    if (event.key === 'Escape') {
      leave();
      ring[at]?.blur();
      return;
    }
    const next = ring[step(event.key, at, ring.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    stopAt(next);
    next.focus();
  });
}

/** Says which part of the address could not be understood; the value is shown as text only. */
function notice(container: HTMLElement, value: string | null): void {
  const place = container.querySelector<HTMLElement>('[data-notice="path"]');
  if (!place) return;
  place.hidden = value === null;
  place.textContent =
    value === null ? '' : (place.dataset['text'] ?? '').replace('{{value}}', () => value.slice(0, 80));
}
