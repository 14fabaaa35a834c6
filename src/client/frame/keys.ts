const EDITED = 'input, select, textarea, [contenteditable]';
const PRESSED = 'a[href], button, summary, label, ' + EDITED;

/**
 * Gives the keys back to the host that nothing here needs.
 * @param needs whether what is shown has a use for a key
 * @param forward told of each key that it has none for; says whether the host took it
 */
export function handBack(
  needs: (key: string, target: Element | null) => boolean,
  forward: (event: KeyboardEvent) => boolean,
): void {
  addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : null;
      if (works(event.key, target) || needs(event.key, target)) return;
      // On a deck the arrows turn slides and do not scroll the frame.
      if (forward(event)) event.preventDefault();
      event.stopPropagation();
    },
    // Before the chart hears of it.
    { capture: true },
  );
}

/** Whether a key works a control or leads to the next one. */
function works(key: string, target: Element | null): boolean {
  if (key === 'Tab' || key === 'Shift' || target?.closest(EDITED)) return true;
  return (key === 'Enter' || key === ' ') && target !== null && target.closest(PRESSED) !== null;
}

/** The number that a key had before it had a name; nothing for keys that a deck has no use for. */
export function codeOf(key: string): number | null {
  const named = CODES[key];
  if (named !== undefined) return named;
  return /^[a-z0-9]$/i.test(key) ? key.toUpperCase().charCodeAt(0) : null;
}

const CODES: Readonly<Record<string, number>> = {
  Enter: 13,
  Escape: 27,
  ' ': 32,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  '.': 190,
  '?': 191,
};
