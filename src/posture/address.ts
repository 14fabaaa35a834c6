import type { Model, Position, Setting, Value } from '../model/types.ts';
import { same } from './evaluate.ts';
import { cut, decode, look, Query, type Look, type Notice } from './query.ts';
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

export interface Address extends Look {
  readonly state: State;
  readonly position: Position;
  readonly path: string | null;
}

/** Reads the query of an address; what cannot be followed is left out and named, never thrown. */
export function parse(text: string, model: Model): Address & { readonly notices: readonly Notice[] } {
  const query = new Query(text);
  const path = query.word('path', Object.keys(model.paths));
  const scenario = query.word('scenario', Object.keys(model.scenarios)) ?? OPENING;
  const releases = model.releases.map(({ id }) => id);
  const asked = query.word('release', releases);
  const release = asked ?? model.scenarios[scenario]?.release ?? '';
  const set: Record<string, Value | undefined> = {};
  for (const item of itemsOf(query.raw('set'))) {
    const [name, value] = cut(item, ':');
    const id = decode(name) ?? name;
    const setting = Object.hasOwn(model.settings, id) ? model.settings[id] : undefined;
    const read = setting && readValue(setting, value);
    if (!setting) query.note('set', id, 'unknown');
    else if (!read) query.note('set', decode(value) ?? value, 'invalid', id);
    else if (!within(release, { from: setting.since, until: setting.until }))
      query.note('set', decode(value) ?? value, 'outside', id);
    else set[id] = read.value;
  }
  return {
    state: nominal(model, { scenario, set, ...(asked === null ? {} : { release: asked }) }),
    position: query.word('from', POSITIONS) ?? 'moat',
    path,
    ...look(query),
    notices: query.notices,
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

/** The items of `set`; a tool that encodes the separators as well is understood. */
function itemsOf(set: string): string[] {
  const bare = set.includes(':') ? set : set.replaceAll(/%3a/gi, ':').replaceAll(/%2c/gi, ',');
  return bare.split(',').filter((item) => item !== '');
}
