import { symbols } from '../diagram/symbols.ts';
import { PALETTE } from '../diagram/palette.ts';
import { stylesheet } from '../diagram/styles.ts';

/** The colours of both themes and the styles of the charts, as every page carries them. */
export function pageCss(): string {
  const colours = Object.entries(PALETTE.light)
    .map(([name, light]) => `--${name}:light-dark(${light},${PALETTE.dark[name as keyof typeof PALETTE.dark]})`)
    .join(';');
  return `:root{${colours}}@layer base,chart;@layer chart{${stylesheet()}}`;
}

export const marks = symbols();
