/**
 * What a frame of ours and its host say to each other with `postMessage`. Our own messages are objects with
 * `kubepaths: 1`; some hosts have forms of their own for a height and for a key, and get those as well.
 */

export const VERSION = 1;

/** What a host may ask of a frame; an `id` is sent back with the reply. */
export type Command = { readonly id?: string | number } & (
  | { readonly type: 'next' | 'previous' }
  | { readonly type: 'reset' | 'start' | 'state' }
  | { readonly type: 'goTo'; readonly step: number }
  | { readonly type: 'set'; readonly query: string }
);

/** What a frame tells its host without being asked, and how it replies. */
export type Told =
  | { readonly type: 'ready'; readonly title: string; readonly language: string; readonly path: string | null }
  | { readonly type: 'height'; readonly height: number }
  | { readonly type: 'pathselect'; readonly path: string | null }
  | { readonly type: 'stepchange'; readonly step: number; readonly first: number; readonly last: number }
  | {
      readonly type: 'posturechange';
      /** The state in the grammar of addresses. */
      readonly query: string;
      readonly release: string;
      readonly verdicts: Readonly<Record<string, string>>;
    }
  | { readonly type: 'complete'; readonly score: number; readonly max: number }
  | { readonly type: 'key'; readonly key: string; readonly code: string; readonly shiftKey: boolean }
  | {
      readonly type: 'reply';
      readonly id: string | number;
      readonly ok: boolean;
      readonly step: number;
      readonly path: string | null;
      readonly query: string;
    };

/** The longest address that a host may set. */
const LONGEST = 8_000;

/**
 * Reads a message from a host; whatever has not the shape of a command is nothing.
 *
 * @example command('slide:stop') → { type: 'reset' }
 */
export function command(data: unknown): Command | null {
  // reveal.js says this to every frame on a slide that it opens or leaves.
  if (data === 'slide:start') return { type: 'start' };
  if (data === 'slide:stop') return { type: 'reset' };
  if (!isOurs(data)) return null;
  const { type, step, query } = data;
  const id = typeof data['id'] === 'string' ? data['id'].slice(0, 200) : data['id'];
  const named = typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id)) ? { id } : {};
  switch (type) {
    case 'next':
    case 'previous':
    case 'reset':
    case 'start':
    case 'state':
      return { ...named, type };
    case 'goTo':
      return isStep(step) ? { ...named, type, step } : null;
    case 'set':
      return typeof query === 'string' && query.length <= LONGEST ? { ...named, type, query } : null;
    default:
      return null;
  }
}

/** Reads a message from a frame, as the custom element does. */
export function told(data: unknown): Told | null {
  if (!isOurs(data)) return null;
  const { type, height, path, step } = data;
  const place = path === null || typeof path === 'string';
  switch (type) {
    case 'ready':
    case 'pathselect':
      return place ? (data as unknown as Told) : null;
    case 'height':
      return typeof height === 'number' && height > 0 && height < 50_000 ? { type, height } : null;
    case 'stepchange':
      return isStep(step) ? (data as unknown as Told) : null;
    case 'posturechange':
      return typeof data['query'] === 'string' ? (data as unknown as Told) : null;
    case 'complete':
      return isStep(data['score']) && isStep(data['max']) ? (data as unknown as Told) : null;
    case 'key':
      return typeof data['key'] === 'string' ? (data as unknown as Told) : null;
    case 'reply':
      return typeof data['ok'] === 'boolean' ? (data as unknown as Told) : null;
    default:
      return null;
  }
}

/** A message of ours as it is sent. */
export function ours<T extends Command | Told>(message: T): T & { readonly kubepaths: typeof VERSION } {
  return { kubepaths: VERSION, ...message };
}

/** A height in every form that a host may understand: ours, that of H5P, that of Canvas, that of OpenLearning. */
export function heights(height: number, h5p: boolean): (string | object)[] {
  return [
    ours({ type: 'height', height }),
    // Its resizer first read `height` and now reads `scrollHeight`. Only a host that has answered gets it.
    ...(h5p ? [{ context: 'h5p', action: 'resize', height, scrollHeight: height, clientHeight: height }] : []),
    JSON.stringify({ subject: 'lti.frameResize', height }),
    JSON.stringify({ action: 'resize', height }),
  ];
}

/** The greeting of H5P; a host that knows it sends it back, and `resize` when its own window has changed. */
export const H5P_HELLO = { context: 'h5p', action: 'hello' };

/** What a host with the resizer of H5P says; nothing for anything else. */
export function h5p(data: unknown): 'hello' | 'resize' | null {
  if (!isObject(data) || data['context'] !== 'h5p') return null;
  return data['action'] === 'hello' || data['action'] === 'resize' ? data['action'] : null;
}

/** A key in the form in which reveal.js takes it. */
export function revealKey(keyCode: number): string {
  return JSON.stringify({ method: 'triggerKey', args: [keyCode] });
}

function isOurs(data: unknown): data is Readonly<Record<string, unknown>> {
  return isObject(data) && data['kubepaths'] === VERSION;
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}

function isStep(step: unknown): step is number {
  return typeof step === 'number' && Number.isInteger(step) && step >= 0 && step <= 999;
}
