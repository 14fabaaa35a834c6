import { onSignal, signal, type Signals } from '../signals.ts';
import type { Host } from './host.ts';
import type { Lead } from './lead.ts';
import { optionsOf, showTheme } from './options.ts';

/** A tour in a frame: it plays itself, and tells and obeys through signals. */
export function tourLead(figure: HTMLElement, host: Host): Lead {
  const asked = location.search;
  let now: Signals['kubepaths:step'] = { step: 0, first: 1, last: 1 };
  let path: string | null = null;

  onSignal(figure, 'kubepaths:step', (detail) => {
    now = detail;
    host.tell({ type: 'stepchange', ...now });
  });
  onSignal(figure, 'kubepaths:chosen', (chosen) => {
    if (chosen === path) return;
    path = chosen;
    host.tell({ type: 'pathselect', path });
  });

  function play(where: number | 'next' | 'previous'): boolean {
    const before = now.step;
    signal(figure, 'kubepaths:play', where);
    return typeof where === 'number' ? now.step === where : now.step !== before;
  }

  function set(query: string): void {
    const { theme, step } = optionsOf(query);
    showTheme(theme);
    play(step ?? now.first);
  }

  return {
    state: () => ({ step: now.step, path, query: '' }),
    play: (where, then) => then(play(where)),
    start: () => void play(optionsOf(asked).step ?? now.first),
    reset: () => set(asked),
    set,
    // A key that leads nowhere belongs to the host.
    needs: (key) => (key === 'ArrowRight' && now.step < now.last) || (key === 'ArrowLeft' && now.step > now.first),
  };
}
