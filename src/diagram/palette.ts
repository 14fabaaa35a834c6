/** The colours of the chart, by their meaning. Contrast was computed against each ground on which they stand. */
export const PALETTE = {
  light: {
    paper: '#FCFAF5',
    land: '#F6F0E0',
    island: '#FDFBF5',
    water: '#D8E6EA',
    waterline: '#7C9BA6',
    shore: '#2B4450',
    ink: '#14232E',
    'ink-2': '#46545E',
    rule: '#CFC6B1',
    hair: '#E3DCCB',
    safe: '#00675F',
    weak: '#855A00',
    unsafe: '#9C1040',
    broken: '#5531A4',
    unknown: '#56626C',
    absent: '#5B666C',
    'absent-line': '#87939A',
    tube: '#CDD7EC',
    'tube-edge': '#3F559F',
    link: '#1D4C8A',
    hub: '#14232E',
    'hub-ink': '#FCFAF5',
    code: '#F2ECDC',
    'safe-tint': '#DDEDE6',
    'weak-tint': '#F6E8CC',
    'unsafe-tint': '#F8E1E4',
    'broken-tint': '#E9E1F4',
    'unknown-tint': '#E8E8E4',
    'absent-tint': '#F0EDE4',
  },
  dark: {
    paper: '#101619',
    land: '#191F20',
    island: '#1E2628',
    water: '#0C222C',
    waterline: '#3C6474',
    shore: '#8FB0BA',
    ink: '#ECE6D8',
    'ink-2': '#A9B1AE',
    rule: '#3B4444',
    hair: '#2A3234',
    safe: '#5FD3BB',
    weak: '#F2C55C',
    unsafe: '#FA7E8E',
    broken: '#B798EE',
    unknown: '#A6AFB6',
    absent: '#8F9A9C',
    'absent-line': '#667478',
    tube: '#2A3664',
    'tube-edge': '#93A6F0',
    link: '#8FB8F2',
    hub: '#ECE6D8',
    'hub-ink': '#14191B',
    code: '#1A2123',
    'safe-tint': '#16302B',
    'weak-tint': '#352A14',
    'unsafe-tint': '#3B1E26',
    'broken-tint': '#2A2340',
    'unknown-tint': '#252B2E',
    'absent-tint': '#1F2527',
  },
} as const;

export type Theme = keyof typeof PALETTE;
export type Colour = keyof (typeof PALETTE)['light'];

/** Two colours mixed in sRGB: what a quiet line looks like on land. @example mix('#000000', '#ffffff', 0.5) → '#808080' */
export function mix(colour: string, ground: string, share: number): string {
  const part = (hex: string, index: number): number => Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16);
  const parts = [0, 1, 2].map((index) => Math.round(part(colour, index) * share + part(ground, index) * (1 - share)));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
