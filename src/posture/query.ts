/** What an address says apart from the state: how the map is looked at. Needs no facts. */

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

export interface Look {
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

/** The parameters of an address, and what of them could not be followed so far. */
export class Query {
  readonly notices: Notice[] = [];
  readonly #raw: ReadonlyMap<string, string>;

  constructor(query: string) {
    const pairs = query
      .replace(/^\?/, '')
      .split('&')
      .map((pair) => cut(pair, '='));
    // The first of a name counts.
    this.#raw = new Map(pairs.reverse());
  }

  /** A parameter as it stands, not decoded, since encoded and bare separators differ. */
  raw(parameter: Notice['parameter']): string {
    return this.#raw.get(parameter) ?? '';
  }

  note(parameter: Notice['parameter'], value: string, why: Notice['why'], setting?: string): null {
    this.notices.push({ parameter, value: value.slice(0, 80), why, ...(setting === undefined ? {} : { setting }) });
    return null;
  }

  text(parameter: Notice['parameter']): string | null {
    const value = this.raw(parameter);
    return value === '' ? null : (decode(value) ?? this.note(parameter, value, 'invalid'));
  }

  /** A parameter that is one of several words. */
  word<T extends string>(parameter: Notice['parameter'], words: readonly T[]): T | null {
    const value = this.text(parameter);
    return value === null ? null : (words.find((one) => one === value) ?? this.note(parameter, value, 'unknown'));
  }

  /** A parameter that is a number from 1 to 999, or two of them. */
  numbers(parameter: Notice['parameter'], form: RegExp): [number, number] | null {
    const value = this.text(parameter);
    if (value === null) return null;
    const [, first, last = first] = form.exec(value) ?? [];
    return Number(first) <= Number(last) ? [Number(first), Number(last)] : this.note(parameter, value, 'invalid');
  }
}

/** How a query asks for the map to be looked at. */
export function look(query: Query): Look {
  const controls = (query.text('controls') ?? '').split(/[+ ]/).flatMap((name) => {
    const control = CONTROLS.find((one) => one === name);
    if (control === undefined && name !== '') query.note('controls', name, 'unknown');
    return control ?? [];
  });
  return {
    step: query.numbers('step', /^([1-9]\d{0,2})$/)?.[0] ?? null,
    theme: query.word('theme', THEMES),
    embed: {
      controls: CONTROLS.filter((one) => controls.includes(one)),
      keys: query.word('keys', KEYS) ?? 'diagram',
      steps: query.numbers('steps', /^([1-9]\d{0,2})(?:-([1-9]\d{0,2}))?$/),
      languages: query.word('languages', SWITCH) === 'on',
    },
  };
}

/** A text without percent-encoding; nothing where it is encoded wrongly. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A text at its first separator. @example cut('a:b:c', ':') → ['a', 'b:c'] */
export function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
