import { onSignal, signal, type Signals } from '../signals.ts';
import type { Host } from './host.ts';
import type { Lead } from './lead.ts';
import { optionsOf, showTheme } from './options.ts';

/** A tour in a frame: it plays itself, and tells and obeys through signals. */
export function tourLead(figure: HTMLElement, host: Host): Lead {
  const asked = location.search;
  let now: Signals['kubepaths:step'] = { step: 0, first: 1, last: 1 };
  let path: string | null = null;
  const early: (() => void)[] = [];

  onSignal(figure, 'kubepaths:step', (detail) => {
    now = detail;
    host.tell({ type: 'stepchange', ...now });
    for (const wait of early.splice(0)) wait();
  });
  onSignal(figure, 'kubepaths:chosen', (chosen) => {
    if (chosen === path) return;
    path = chosen;
    host.tell({ type: 'pathselect', path });
  });

  /** A host may speak before the tour's own script has come; the step that it opens at is told first. */
  function started(then: () => void): void {
    if (now.step > 0) then();
    else early.push(then);
  }

  function play(where: number | 'next' | 'previous', then?: (arrived: boolean) => void): void {
    started(() => {
      const before = now.step;
      signal(figure, 'kubepaths:play', where);
      then?.(typeof where === 'number' ? now.step === where : now.step !== before);
    });
  }

  function set(query: string): void {
    const { theme, step } = optionsOf(query);
    showTheme(theme);
    started(() => play(step ?? now.first));
  }

  return {
    state: () => ({ step: now.step, path, query: '' }),
    play,
    start: () => started(() => play(optionsOf(asked).step ?? now.first)),
    reset: () => set(asked),
    set,
    // A key that leads nowhere belongs to the host.
    needs: (key) => (key === 'ArrowRight' && now.step < now.last) || (key === 'ArrowLeft' && now.step > now.first),
  };
}
