import type { Model, Position, Setting, Value } from '../model/types.ts';
import { same } from './evaluate.ts';
import { within } from './release.ts';
import { resolve, type State } from './resolve.ts';

/**
 * The one grammar of state, for pages and embeds: `path=&release=&scenario=&set=id:value,id:value&from=&step=&theme=` and
 * the options of embeds. In a value `,` and `:` are percent-encoded, `+` joins lists, `unset` and `unknown` stand for
 * what they say; a text that reads like one of these two begins with an encoded letter.
 */

/** The scenario on which the site opens, at its own release. */
export const OPENING = 'kubeadm-default';

export const POSITIONS = ['moat', 'node-network', 'pod'] as const satisfies readonly Position[];
export const CONTROLS = ['scenario', 'release', 'set', 'from'] as const;
const THEMES = ['light', 'dark'] as const;
const KEYS = ['diagram', 'none'] as const;
const SWITCH = ['off', 'on'] as const;

export type Theme = (typeof THEMES)[number];
export type Control = (typeof CONTROLS)[number];

export interface EmbedOptions {
  readonly controls: readonly Control[];
  /** Whether the diagram takes the keys that it needs, or leaves all of them to its host. */
  readonly keys: (typeof KEYS)[number];
  /** The first and the last step that are shown. */
  readonly steps: readonly [number, number] | null;
  /** Whether the languages can be chosen. */
  readonly languages: boolean;
}

export interface Address {
  readonly state: State;
  readonly position: Position;
  readonly path: string | null;
  readonly step: number | null;
  readonly theme: Theme | null;
  readonly embed: EmbedOptions;
}

/** A part of an address that is not followed. */
export interface Notice {
  readonly parameter: 'path' | 'release' | 'scenario' | 'set' | 'from' | 'step' | 'theme' | keyof EmbedOptions;
  /** What stands there, cut where it is long. */
  readonly value: string;
  readonly setting?: string;
  /** No such thing, no value of it, or a setting that the release does not have. */
  readonly why: 'unknown' | 'invalid' | 'outside';
}

/** Reads the query of an address; what cannot be followed is left out and named, never thrown. */
export function parse(query: string, model: Model): Address & { readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const raw = rawParameters(query);

  const note = (parameter: Notice['parameter'], value: string, why: Notice['why'], setting?: string): null => {
    notices.push({ parameter, value: value.slice(0, 80), why, ...(setting === undefined ? {} : { setting }) });
    return null;
  };
  const text = (parameter: Notice['parameter']): string | null => {
    const value = raw.get(parameter);
    return value === undefined || value === '' ? null : (decode(value) ?? note(parameter, value, 'invalid'));
  };
  /** A parameter that is one of several words. */
  const word = <T extends string>(
    parameter: Notice['parameter'],
    words: readonly T[],
    why: Notice['why'],
  ): T | null => {
    const value = text(parameter);
    return value === null ? null : (words.find((one) => one === value) ?? note(parameter, value, why));
  };
  /** A parameter that is a number from 1 to 999, or two of them. */
  const numbers = (parameter: Notice['parameter'], form: RegExp): [number, number] | null => {
    const value = text(parameter);
    if (value === null) return null;
    const [, first, last = first] = form.exec(value) ?? [];
    return Number(first) <= Number(last) ? [Number(first), Number(last)] : note(parameter, value, 'invalid');
  };

  const path = word('path', Object.keys(model.paths), 'unknown');
  const scenario = word('scenario', Object.keys(model.scenarios), 'unknown') ?? OPENING;
  const releases = model.releases.map(({ id }) => id);
  const asked = word('release', releases, 'unknown');
  const own = model.scenarios[scenario]?.release;
  const set: Record<string, Value | undefined> = {};
  for (const item of itemsOf(raw.get('set') ?? '')) {
    const [name, value] = cut(item, ':');
    const id = decode(name) ?? name;
    const setting = Object.hasOwn(model.settings, id) ? model.settings[id] : undefined;
    const read = setting && readValue(setting, value);
    if (!setting) note('set', id, 'unknown');
    else if (!read) note('set', decode(value) ?? value, 'invalid', id);
    else if (!within(asked ?? own ?? '', { from: setting.since, until: setting.until }))
      note('set', decode(value) ?? value, 'outside', id);
    else set[id] = read.value;
  }
  const controls = (text('controls') ?? '').split(/[+ ]/).flatMap((name) => {
    const control = CONTROLS.find((one) => one === name);
    if (control === undefined && name !== '') note('controls', name, 'unknown');
    return control ?? [];
  });
  return {
    state: nominal(model, { scenario, set, ...(asked === null ? {} : { release: asked }) }),
    position: word('from', POSITIONS, 'unknown') ?? 'moat',
    path,
    step: numbers('step', /^([1-9]\d{0,2})$/)?.[0] ?? null,
    theme: word('theme', THEMES, 'unknown'),
    embed: {
      controls: CONTROLS.filter((one) => controls.includes(one)),
      keys: word('keys', KEYS, 'unknown') ?? 'diagram',
      steps: numbers('steps', /^([1-9]\d{0,2})(?:-([1-9]\d{0,2}))?$/),
      languages: word('languages', SWITCH, 'unknown') === 'on',
    },
    notices,
  };
}

/** The query of an address, without `?`, in one order and with only what differs from the opening state. */
export function format({ state, position, path, step, theme, embed }: Partial<Address>, model: Model): string {
  const { scenario, release, set = {} } = nominal(model, state ?? { scenario: OPENING });
  const settings = Object.entries(set).map(([id, value]) => `${id}:${writeValue(value)}`);
  const [first, last] = embed?.steps ?? [];
  const parameters: Record<string, string | number | false | null | undefined> = {
    path,
    release,
    scenario: scenario !== OPENING && scenario,
    set: settings.join(','),
    from: position !== 'moat' && position,
    step,
    theme,
    controls: embed?.controls.join('+'),
    keys: embed?.keys !== 'diagram' && embed?.keys,
    steps: first === last ? first : `${first ?? ''}-${last ?? ''}`,
    languages: embed?.languages && 'on',
  };
  return Object.entries(parameters)
    .flatMap(([name, value]) => (value ? [`${name}=${value}`] : []))
    .join('&');
}

/** A state without what changes nothing: its scenario's own release, and settings that would have the same value anyway. */
export function nominal(model: Model, { scenario, release, set = {} }: State): State {
  const known = Object.hasOwn(model.scenarios, scenario) ? scenario : OPENING;
  const here: State = {
    scenario: known,
    ...(release === undefined || release === model.scenarios[known]?.release ? {} : { release }),
  };
  const kept: Record<string, Value | undefined> = Object.fromEntries(
    Object.entries(set)
      .filter(([id]) => Object.hasOwn(model.settings, id))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  for (const id of Object.keys(kept)) {
    const { [id]: _, ...others } = kept;
    const [withIt, without] = [kept, others].map((each) => resolve(model, { ...here, set: each }).lookup(id).value);
    if (same(withIt, without)) Reflect.deleteProperty(kept, id);
  }
  return { ...here, ...(Object.keys(kept).length > 0 ? { set: kept } : {}) };
}

/** A value of a setting as it stands in an address; nothing where it is none. */
export function readValue(setting: Setting, raw: string): { readonly value: Value | undefined } | undefined {
  if (raw === 'unset') return { value: null };
  if (raw === 'unknown') return { value: undefined };
  if (setting.type === 'list') {
    const items = raw === '' ? [] : raw.split('+').map(decode);
    const known = (item: string | undefined): item is string => item !== undefined && isListed(setting, item);
    return items.every(known) ? { value: items } : undefined;
  }
  const text = decode(raw);
  if (text === undefined) return undefined;
  if (setting.type === 'boolean') return text === 'true' || text === 'false' ? { value: text === 'true' } : undefined;
  if (setting.type === 'number') return /^-?\d{1,9}$/.test(text) ? { value: Number(text) } : undefined;
  return isListed(setting, text) ? { value: text } : undefined;
}

/** A value as an address spells it. @example writeValue(['/livez', '/readyz']) → '/livez+/readyz' */
export function writeValue(value: Value | undefined): string {
  if (value === undefined) return 'unknown';
  if (value === null) return 'unset';
  return Array.isArray(value) ? value.map(encode).join('+') : encode(String(value));
}

/** Whether a text may be a value: one of those that the setting lists, or any where it lists none. */
function isListed(setting: Setting, text: string): boolean {
  return setting.values?.includes(text) ?? text !== '';
}

/** Percent-encodes all but slashes, and the first letter of what would read as a word of the grammar. */
function encode(text: string): string {
  // Half a character cannot be encoded.
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, ''))
    .replaceAll('%2F', '/')
    .replace(/^u(?=nset$|nknown$)/, '%75');
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Parameters as they stand, not decoded, since encoded and bare separators differ; the first of a name counts. */
function rawParameters(query: string): ReadonlyMap<string, string> {
  const pairs = query
    .replace(/^\?/, '')
    .split('&')
    .map((pair) => cut(pair, '='))
    .reverse();
  return new Map(pairs);
}

/** The items of `set`; a tool that encodes the separators as well is understood. */
function itemsOf(set: string): string[] {
  const bare = set.includes(':') ? set : set.replaceAll(/%3a/gi, ':').replaceAll(/%2c/gi, ',');
  return bare.split(',').filter((item) => item !== '');
}

/** A text at its first separator. @example cut('a:b:c', ':') → ['a', 'b:c'] */
function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
