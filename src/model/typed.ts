import { literalsIn, type Literal } from './literals.ts';
import { replaceCode, replaceTags, withoutComments } from './markup.ts';
import type { Model, Value } from './types.ts';
import { bare, defaultOf, fixedOf, portIds, portOf, recordsOf, type Asked } from './values.ts';

/** A fact that prose states by hand, and how it is asked for instead. */
export interface Slip {
  readonly literal: string;
  readonly remedy: string;
}

/** What prose must not type, with the elements that print it. */
export class Held {
  readonly #model: Model;
  readonly #ports: ReadonlySet<string>;
  /** CVE numbers and the patch releases that fix them. */
  readonly #records: ReadonlyMap<string, readonly string[]>;
  readonly #settings: ReadonlyMap<string, readonly string[]>;

  constructor(model: Model, ports: ReadonlySet<string>) {
    this.#model = model;
    this.#ports = ports;
    this.#records = recordsIn(model);
    this.#settings = settingsByName(model);
  }

  /** Ports, CVE numbers of weaknesses and the patch releases that fix these, wherever prose types them. */
  literals(literals: readonly Literal[]): Slip[] {
    return literals.flatMap(({ kind, text }): Slip[] => {
      if (kind === 'number' && this.#ports.has(text)) return [{ literal: text, remedy: this.#port(text) }];
      const asked = kind === 'cve' || kind === 'version' || kind === 'code' ? this.#records.get(text) : undefined;
      return asked === undefined ? [] : [{ literal: text, remedy: `${asked.join(' or ')}.` }];
    });
  }

  /**
   * Defaults that are typed: in a sentence that says "default" and names a setting, a value which that setting has
   * without being set.
   * @param word how the language says "default"
   */
  defaults(text: string, word: RegExp): Slip[] {
    return sentencesOf(text).flatMap(([before, sentence]) => {
      if (!word.test(sentence)) return [];
      const here = codeIn(sentence);
      // "Its default" speaks of what the sentence before has named.
      const names = new Set([...codeIn(before), ...here].map(({ name }) => name));
      const plain = outside(sentence);
      return [...names].flatMap((name) =>
        [...this.#defaultsOf(name)].flatMap(([value, elements]): Slip[] => {
          const inCode = here.some((one) => one.name === value || (one.name === name && one.value === value));
          return inCode || hasWord(plain, value) ? [{ literal: value, remedy: `${elements.join(' or ')}.` }] : [];
        }),
      );
    });
  }

  /** How a port is written so that it cannot drift. */
  #port(port: string): string {
    const model = this.#model;
    const ids = portIds(model).filter((id) => {
      const found = portOf(model, id, id in model.settings ? 'flags' : undefined);
      return 'value' in found && found.value === port;
    });
    const shown = ids.map((id) => `<Port of="${id}"${id in model.settings ? ' origin="flags"' : ''} />`);
    return shown.length === 0
      ? '<Port of="…" />, with its id from components.yaml or ports.yaml.'
      : `${shown.join(' or ')}.`;
  }

  /** The defaults that settings of this name can be asked for, each with one element for each setting that has it. */
  #defaultsOf(name: string): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const id of this.#settings.get(name) ?? [])
      for (const [value, asked] of defaultsIn(this.#model, id))
        found.set(value, [...(found.get(value) ?? []), element('Default', { of: id, ...asked })]);
    return found;
  }
}

/** The defaults of a setting as prose would type them, each with the first way to ask for it. */
function defaultsIn(model: Model, id: string): Map<string, Asked> {
  const found = new Map<string, Asked>();
  for (const asked of casesOf(model, id)) {
    const answer = defaultOf(model, id, asked);
    const value = 'value' in answer ? typedAs(answer.value) : undefined;
    if (value !== undefined && !found.has(value)) found.set(value, asked);
  }
  return found;
}

/** The ways to ask for a default of a setting: in the newest release and where it changes, by origin. */
function casesOf(model: Model, id: string): Asked[] {
  const { defaults = [], until } = model.settings[id] ?? {};
  const changes = [until, ...defaults.flatMap((one) => [one.from, one.until])].filter((one) => one !== undefined);
  const before = changes.flatMap((one) => previous(model, one));
  return [undefined, ...new Set([...changes, ...before])].flatMap((release) =>
    [undefined, 'otherwise'].flatMap((when) =>
      [undefined, 'flags', 'file'].map((origin): Asked => ({ origin, in: release, when })),
    ),
  );
}

/** The release before one. */
function previous({ releases }: Model, release: string): string[] {
  const ids = releases.map(({ id }) => id);
  return ids.slice(0, ids.indexOf(release)).slice(-1);
}

function recordsIn(model: Model): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (text: string, name: string, of: string, cve: string | undefined): void => {
    found.set(text, [...new Set([...(found.get(text) ?? []), element(name, { of, cve })])]);
  };
  for (const [id, { cves = [] }] of Object.entries(model.weaknesses))
    for (const { id: cve, fixed = [] } of cves) {
      const all = recordsOf(model, id);
      add(cve, 'Weakness', id, 'value' in all && all.value.length === 1 ? undefined : cve);
      for (const one of fixed) add(bare(one), 'Fixed', id, 'value' in fixedOf(model, id) ? undefined : cve);
    }
  return found;
}

/** Settings by what prose calls them: flag, gate, field, and the last words of a field. */
function settingsByName(model: Model): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [id, { flag, field }] of Object.entries(model.settings)) {
    const gate = /\.feature-gates\.(.+)$/.exec(id)?.[1];
    const segments = field?.split('.') ?? [];
    const tails = segments.map((_, index) => segments.slice(index).join('.'));
    for (const name of new Set([gate ?? flag ?? '', ...tails])) found.set(name, [...(found.get(name) ?? []), id]);
  }
  return found;
}

function element(name: string, attributes: Readonly<Record<string, string | undefined>>): string {
  const typed = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${value}"`));
  return `<${name}${typed.join('')} />`;
}

/** How prose would type a value; what is not set has no value to type. */
function typedAs(value: Value): string | undefined {
  const text = value === null ? '' : String(value);
  return text === '' ? undefined : text;
}

/** Where a paragraph ends: at an empty line, at the next item of a list, at the next row of a table. */
const PARAGRAPH = /\n\s*\n|\n(?=\s*(?:[-*+|]|\d+\.)\s)/;

/** The sentences of a text, each after the one before it in its paragraph. A full stop in code ends none. */
function sentencesOf(text: string): [before: string, sentence: string][] {
  const code: string[] = [];
  const closed = replaceCode(withoutComments(text), (said) => `\uE000${String(code.push(said) - 1)}\uE000`);
  return closed.split(PARAGRAPH).flatMap((paragraph) =>
    paragraph
      .split(/(?<=[.!?])\s+|(?<=[。！？])/)
      .map((sentence) =>
        sentence.replace(/\uE000(\d+)\uE000/g, (_, index: string) => `\`${code[Number(index)] ?? ''}\``),
      )
      .map((sentence, index, all): [string, string] => [all[index - 1] ?? '', sentence]),
  );
}

/** The code and the flags of a sentence: a setting with its value, as in `name=value` and `name: value`, or a name. */
function codeIn(sentence: string): { name: string; value?: string }[] {
  return literalsIn(sentence).flatMap(({ kind, text }) => {
    if (kind !== 'code' && kind !== 'flag') return [];
    const [, name = text, value] = /^([\w.[\]-]+)(?:=|: )(.+)$/.exec(text) ?? [];
    return value === undefined ? [{ name }] : [{ name, value }];
  });
}

function outside(text: string): string {
  return replaceTags(
    replaceCode(text, () => ' '),
    () => ' ',
  );
}

/** Whether a text has a value as a word of its own. */
function hasWord(text: string, value: string): boolean {
  const quoted = value.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`(?<![\\p{Script=Latin}\\p{N}._/-])${quoted}(?![\\p{Script=Latin}\\p{N}_/-]|\\.\\w)`, 'u').test(
    text,
  );
}
