import type { StyleName } from './styles.ts';

type Shape = readonly [style: StyleName, element: string];

const SHIELD = 'M0-9.5 8-6.4V.4C8 5.2 4.3 8 0 10-4.3 8-8 5.2-8 .4V-6.4Z';
const RING_SHIELD = 'M0-11.3 9.5-7.5V.4C9.5 6.2 5.1 9.5 0 11.6-5.1 9.5-9.5 6.2-9.5 .4V-7.5Z';
const card = (grow: number): string =>
  `x="${String(-6.6 - grow)}" y="${String(-8.4 - grow)}" width="${String(13.2 + 2 * grow)}" height="${String(16.8 + 2 * grow)}" rx="${String(2.6 + grow)}"`;

/**
 * The marks at scale 1, centred on 0,0, each with a ring in the colour of the island that keeps it clear of lines.
 * A shield stands at the server's end, a badge at the client's; filled says proven, hollow says not.
 */
export const MARKS = {
  'shield-yes': [
    ['ring', `path d="${RING_SHIELD}"`],
    ['solid', `path d="${SHIELD}"`],
    ['sign', 'path d="M-3.6.2-1 2.9 3.8-2.8"'],
  ],
  'shield-no': [
    ['ring', `path d="${RING_SHIELD}"`],
    ['hole', `path d="${SHIELD}"`],
    ['ask', 'path d="M-2.6-2.5C-2.6-5.6 2.7-5.6 2.7-2.5 2.7-.5 0-.3 0 1.9"'],
    ['solid', 'circle cy="4.7" r="1.1"'],
  ],
  'badge-yes': [
    ['ring', `rect ${card(1.4)}`],
    ['solid', `rect ${card(0)}`],
    ['slot', 'path d="M-2.2-5.8H2.2"'],
    ['face', 'circle cy="-1.2" r="2.3"'],
    ['face', 'path d="M-4 6.3C-4 1.2 4 1.2 4 6.3Z"'],
  ],
  'badge-no': [
    ['ring', `rect ${card(1.4)}`],
    ['hole', `rect ${card(0)}`],
    ['ask', 'path d="M-2.2-5.6H2.2"'],
    ['ask', 'path d="M-3 1.4H3"'],
  ],
  'badge-unknown': [
    ['ring', `rect ${card(1.4)}`],
    ['hole', `rect ${card(0)}`],
    ['ask', 'path d="M-2.2-1.6C-2.2-4.2 2.3-4.2 2.3-1.6 2.3 0 0 .2 0 2.1"'],
    ['solid', 'circle cy="4.7" r="1.1"'],
  ],
  wreck: [
    ['wreck-ring', 'circle r="11"'],
    ['wreck', 'path d="M-7 0H7M-3.5-4V4M0-5V5M3.5-4V4"'],
  ],
} as const satisfies Record<string, readonly Shape[]>;

export type MarkName = keyof typeof MARKS;
