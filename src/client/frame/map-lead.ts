import { controls } from '../controls.ts';
import { liveMap } from '../map.ts';
import { step as stepOfKey } from '../ring.ts';
import { onSignal, signal, type OnStage } from '../signals.ts';
import type { Host } from './host.ts';
import type { Lead } from './lead.ts';
import { optionsOf, showTheme, writeStep, type Options } from './options.ts';

/** The map of an embed page: alive as on every page, and led by the host. */
export function mapLead(figure: HTMLElement, panels: HTMLElement, host: Host, options: Options): Lead {
  const asked = location.search;
  let stage: OnStage | null = null;
  let path: string | null = null;
  let step = 0;
  const early: (() => void)[] = [];

  onSignal(figure, 'kubepaths:chosen', (chosen) => {
    if (chosen === path) return;
    path = chosen;
    host.tell({ type: 'pathselect', path });
  });
  onSignal(figure, 'kubepaths:shown', (detail) => {
    const first = stage === null;
    const before = stage?.query ?? '';
    stage = detail;
    if (detail.query !== before) {
      const { release, paths } = detail.now.posture;
      const verdicts = Object.fromEntries(Object.entries(paths).map(([id, { verdict }]) => [id, verdict]));
      host.tell({ type: 'posturechange', query: detail.query, release, verdicts });
    }
    // Whoever else hears of the first state hears of it before anything is asked of it.
    if (first) queueMicrotask(() => early.splice(0).forEach((wait) => wait()));
  });
  onSignal(figure, 'kubepaths:step', (now) => {
    step = now.step;
    writeStep(step);
    host.tell({ type: 'stepchange', ...now });
  });
  liveMap(figure, panels);
  const load = controls(figure);

  /** Waits for the facts, and fetches them. */
  function staged(then: () => void): void {
    if (stage !== null) then();
    else {
      early.push(then);
      load();
    }
  }

  function set(query: string): void {
    const { theme, step: wanted } = optionsOf(query);
    showTheme(theme);
    const named = new URLSearchParams(query).get('path');
    const known = named !== null && panels.querySelector(`[data-path="${CSS.escape(named)}"]`) !== null;
    signal(figure, 'kubepaths:choose', known ? named : null);
    if (stage === null && wanted === null && !/(^|[?&])(scenario|release|set|from)=/.test(query)) return;
    staged(() => {
      signal(figure, 'kubepaths:go', query);
      signal(figure, 'kubepaths:play', wanted ?? 0);
    });
  }

  const opening = options.step ?? options.steps?.[0];
  const begin = (at: number): void => staged(() => signal(figure, 'kubepaths:play', at));
  if (opening !== undefined) begin(opening);

  return {
    state: () => ({ step, path, query: stage?.query ?? '' }),
    play: (where, then) =>
      staged(() => {
        const before = step;
        signal(figure, 'kubepaths:play', where);
        then(typeof where === 'number' ? step === where : step !== before);
      }),
    start: () => {
      if (options.steps !== null) begin(opening ?? 1);
    },
    reset: () => set(asked),
    set,
    needs: (key, target) => {
      const onEdge = (target?.closest('a[data-path]') ?? null) !== null;
      if (key === 'Escape') return onEdge || panels.hasAttribute('data-chosen');
      return onEdge && stepOfKey(key, 0, 2) !== undefined;
    },
  };
}
