import type { z } from 'zod';
import { guess, type Desk } from './desk.ts';
import type { Literal } from './literals.ts';
import { stringsIn } from './passages.ts';
import * as shape from './schema.ts';
import type { Model, Setting } from './types.ts';

export type Register = z.infer<typeof shape.literals>;

const NUMBERED = /\d+(?:\.\d+)+/g;

/** Everything that prose may name, because a fact, a snippet or the register of literals does. */
export class Known {
  /** Names with digits in them that are no versions, the longest first. */
  readonly names: readonly string[];
  readonly ports: ReadonlySet<string>;
  readonly #code: ReadonlySet<string>;
  readonly #versions: ReadonlySet<string>;
  readonly #records: ReadonlySet<string>;
  readonly #numbers: ReadonlySet<string>;
  readonly #addresses: ReadonlySet<string>;
  readonly #settings: ReadonlyMap<string, Setting>;
  readonly #snippets: readonly string[];

  constructor(desk: Desk, model: Model) {
    const register = desk.read('literals.yaml', shape.literals) ?? {};
    const named = (...kinds: (keyof Register)[]): string[] =>
      kinds.flatMap((kind) => register[kind]?.flatMap(({ names }) => names) ?? []);
    const all = named(...(Object.keys(register) as (keyof Register)[]));
    const settings = Object.values(model.settings);
    this.names = named('name')
      .filter((name) => /\d/.test(name))
      .sort((a, b) => b.length - a.length);
    this.ports = portsIn(model);
    this.#code = new Set([...all, ...this.ports, ...codeIn(model)]);
    this.#versions = versionsIn(model, named('version'));
    this.#records = new Set(
      JSON.stringify([model.weaknesses, model.sources]).match(/\b(?:CVE-\d{4}-\d+|KEP-\d+)\b/g) ?? [],
    );
    this.#numbers = new Set(named('number'));
    this.#addresses = new Set([...all, ...settings.flatMap(valuesOf)]);
    this.#settings = new Map(
      settings.flatMap((setting) => namesOf(setting).map((name): [string, Setting] => [name, setting])),
    );
    this.#snippets = desk.files.flatMap(({ file, data }) =>
      file.includes('/snippets/') && typeof data === 'string' ? [data.replace(/\s*# @\S+\s*$/gm, '')] : [],
    );
  }

  /** Whether the facts know a literal. */
  has({ kind, text }: Literal): boolean {
    switch (kind) {
      case 'code':
      case 'flag':
        return this.#knowsCode(text);
      case 'cve':
      case 'kep':
        return this.#records.has(text);
      case 'version':
        return this.#versions.has(text);
      case 'number':
        return this.#numbers.has(text) || this.ports.has(text) || /^(?:19|20)\d\d$/.test(text);
      case 'address':
        return this.#addresses.has(text) || this.#addresses.has(text.replace(/:\d+$/, ''));
      case 'name':
      case 'fact':
      case 'snippet':
      case 'link':
        return true;
    }
  }

  /** The known literal that an unknown one may stand for, as a question. */
  guess({ kind, text }: Literal): string {
    const near = { cve: this.#records, kep: this.#records, version: this.#versions, number: this.ports }[
      kind as string
    ];
    return guess(text, [...(near ?? this.#code)]);
  }

  #knowsCode(text: string): boolean {
    if (this.#code.has(text) || this.#versions.has(text) || this.#numbers.has(text)) return true;
    const pair = /^([\w.-]+)=(.+)$/.exec(text) ?? /^([\w.[\]-]+): (.+)$/.exec(text);
    if (pair) {
      const [, name = '', value = ''] = pair;
      return this.#code.has(name) && this.#takes(this.#settings.get(name), value);
    }
    const parts = text.split(',');
    if (parts.length > 1) return parts.every((part) => this.#code.has(part.trim()));
    return this.#snippets.some((snippet) => holds(snippet, text));
  }

  /** Whether a value fits a setting; of what is no setting of ours, any known value will do. */
  #takes(setting: Setting | undefined, value: string): boolean {
    if (setting?.type === 'boolean') return value === 'true' || value === 'false';
    if (setting?.type === 'number') return /^\d+$/.test(value);
    if (setting?.type === 'duration') return /^(?:\d+(?:h|m|s|ms))+$|^0$/.test(value);
    if (value === 'true' || value === 'false') return setting === undefined;
    return value.split(',').every((one) => this.#code.has(one));
  }
}

function namesOf({ flag, field }: Setting): string[] {
  const segments = field?.split('.') ?? [];
  // A field is also called by its last words alone, such as clientCAFile.
  const tails = segments.map((_, index) => segments.slice(index).join('.'));
  return [...(flag === undefined ? [] : [flag]), ...tails];
}

function valuesOf({ values, defaults, hardened, example }: Setting): string[] {
  const given = [...defaults.map(({ value }) => value), hardened, example];
  return [...(values ?? []), ...given.flatMap((value) => stringsIn(value).map(({ text }) => text))];
}

/** Flags, fields, values, ids of components and what the ends of channels show. */
function codeIn(model: Model): string[] {
  const settings = Object.values(model.settings).flatMap((setting) => [
    ...namesOf(setting),
    ...valuesOf(setting),
    ...(setting.check === undefined ? [] : [setting.check]),
  ]);
  const components = Object.entries(model.components).flatMap(([id, { code }]) => [id, code ?? id]);
  const shown = Object.values(model.channels).flatMap((channel) => [
    channel.protocol,
    ...[...channel['server-shows'], ...channel['client-shows']].flatMap(({ fields }) => [
      ...Object.keys(fields ?? {}),
      ...Object.values(fields ?? {}),
    ]),
  ]);
  const chosen = Object.values(model.scenarios).flatMap(({ settings: set }) => stringsIn(set).map(({ text }) => text));
  return [...settings, ...components, ...shown, ...chosen, 'true', 'false'];
}

function portsIn(model: Model): Set<string> {
  const hops = [...Object.values(model.paths).flatMap(({ routes }) => routes), ...Object.values(model.tunnels)].flatMap(
    (route) => route.hops.map(({ port }) => port),
  );
  const given = [...Object.values(model.components), ...Object.values(model.channels)].map(({ port }) => port);
  const registered = Object.values(model.ports).map(({ port }) => port);
  const defaults = Object.values(model.settings).flatMap(({ type, defaults: entries }) =>
    type === 'number' ? entries.flatMap(({ value }) => (typeof value === 'number' ? [String(value)] : [])) : [],
  );
  return new Set([...hops, ...given, ...registered, ...defaults].flatMap((port) => port?.match(/\d+/g) ?? []));
}

/** Releases, patch releases, versions and controls of the benchmark, scores, and what is registered beside them. */
function versionsIn(model: Model, registered: readonly string[]): Set<string> {
  const releases = model.releases.map(({ id }) => id);
  const weaknesses = Object.values(model.weaknesses);
  const fixed = [
    ...weaknesses.flatMap(({ cves }) => cves?.flatMap((cve) => cve.fixed ?? []) ?? []),
    ...Object.values(model.changes).flatMap(({ patches }) => patches ?? []),
  ].flatMap((text) => text.match(NUMBERED) ?? []);
  const affected = weaknesses.flatMap(({ cves }) => cves?.flatMap((cve) => cve.affected?.match(NUMBERED) ?? []) ?? []);
  const controls = weaknesses.flatMap(({ cis }) => Object.entries(cis ?? {}).flat(2));
  const scores = weaknesses.flatMap(({ cves }) => cves?.map(({ score }) => score?.toFixed(1) ?? '') ?? []);
  return new Set([
    ...releases,
    ...releases.map((release) => `${release}.0`),
    ...fixed,
    ...fixed.flatMap(before),
    ...affected,
    ...controls,
    ...scores,
    ...registered,
  ]);
}

/** The last patch release that lacks a fix. @example before('1.24.8') → ['1.24.7'] */
function before(patch: string): string[] {
  const [, minor, last] = /^(\d+\.\d+)\.(\d+)$/.exec(patch) ?? [];
  return minor === undefined || last === undefined || last === '0' ? [] : [`${minor}.${String(Number(last) - 1)}`];
}

/** Whether a snippet has a text as whole words. */
function holds(snippet: string, text: string): boolean {
  const at = snippet.indexOf(text);
  if (at === -1) return false;
  const word = /[\w-]/;
  const [previous = ' ', next = ' '] = [snippet[at - 1], snippet[at + text.length]];
  return !(word.test(previous) && word.test(text[0] ?? '')) && !(word.test(next) && word.test(text.at(-1) ?? ''));
}
