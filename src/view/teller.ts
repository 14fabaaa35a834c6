import type { Key, Translate } from '../i18n/strings.ts';
import type { Guarantee, Model, Row, Severity, Value, Words } from '../model/types.ts';
import type { Origin, Reason, Truth } from '../posture/evaluate.ts';
import type { HopPosture } from '../posture/guarantees.ts';
import type { PathPosture } from '../posture/posture.ts';
import { isWorse, type Verdict } from '../posture/verdict.ts';
import { pathIn, presented, type Shown } from './shown.ts';

export const FACTS = {
  transport: 'encrypted',
  'server-authentication': 'server-verified',
  'client-authentication': 'client-authenticated',
  authorization: 'authorized',
} as const satisfies Record<string, Guarantee>;

export type FactName = keyof typeof FACTS;

export interface ReasonView {
  readonly code: string;
  readonly value: string;
  readonly origin: string;
}

export interface FactView {
  readonly name: FactName;
  readonly state: Truth;
  /** The question and its answer in short, such as "Server: not verified". */
  readonly line: string;
  readonly text: string;
  readonly because: readonly ReasonView[];
}

export interface ChipView {
  readonly verdict: Verdict;
  readonly word: string;
}

export interface AppliedView {
  readonly id: string;
  readonly title: string;
  readonly state: Truth;
  readonly severity: Severity;
}

export interface PathView {
  readonly id: string;
  readonly label: string;
  readonly carries: string;
  readonly chip: ChipView;
  readonly remainder: ChipView | null;
  readonly sentence: string;
  readonly port: string;
  readonly protocol: string;
  readonly clientShows: string;
  /** Where the path is absent: the state that shows it instead. */
  readonly exemplar: {
    readonly scenario: string;
    readonly release: string;
    readonly chip: ChipView;
    readonly sentence: string;
  } | null;
  readonly facts: readonly FactView[];
  readonly variants: readonly { readonly id: string; readonly name: string; readonly chip: ChipView }[];
  readonly weaknesses: readonly AppliedView[];
}

/** What a teller speaks with: the facts, the words of one language, and its strings. */
export interface Speech {
  readonly model: Model;
  readonly words: Omit<Words, 'pages' | 'tours'>;
  readonly t: Translate;
  readonly tag: string;
}

const RANK: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** Says in one language what follows from a state; the same at build time and in the browser. */
export class Teller {
  readonly model: Model;
  readonly words: Omit<Words, 'pages' | 'tours'>;
  readonly t: Translate;
  readonly tag: string;

  constructor({ model, words, t, tag }: Speech) {
    this.model = model;
    this.words = words;
    this.t = t;
    this.tag = tag;
  }

  verdict(verdict: Verdict): ChipView {
    return { verdict, word: this.t(`verdict.${verdict}`) };
  }

  scenario(id: string): string {
    return this.words.scenarios[id]?.name ?? id;
  }

  component(id: string): string {
    return this.words.components[id]?.name ?? id;
  }

  label(path: string): string {
    return this.words.paths[path]?.label ?? path;
  }

  /**
   * A path as its panel and the table show it.
   * @param instead the state whose facts stand in where the path is absent here
   */
  tell(id: string, here: Shown, instead: Shown | null): PathView {
    const state = pathIn(here, id);
    const seen = instead ?? here;
    const there = pathIn(seen, id);
    const hop = decisive(there.hops);
    return {
      id,
      label: this.label(id),
      carries: this.words.paths[id]?.carries ?? '',
      chip: this.verdict(state.verdict),
      remainder: state.remainder ? this.verdict(state.remainder.verdict) : null,
      sentence: this.sentence(id, state.row),
      port: [...new Set(there.hops.map(({ hop: { port } }) => port).filter((port) => port !== undefined))].join(', '),
      protocol: hop ? this.protocolOf(hop) : '',
      clientShows: hop ? this.clientShows(hop, seen) : '',
      exemplar:
        instead === null
          ? null
          : {
              scenario: this.scenario(instead.state.scenario),
              release: instead.posture.release,
              chip: this.verdict(there.verdict),
              sentence: this.sentence(id, there.row),
            },
      facts: hop ? this.factsOf(hop, seen) : [],
      variants:
        there.variants.length > 1
          ? there.variants.map(({ id: variant, outcome }) => ({
              id: variant,
              name: this.t(`variant.${variant}` as Key),
              chip: this.verdict(outcome.verdict),
            }))
          : [],
      weaknesses: this.applied(there),
    };
  }

  /** The verdict as a sentence: the path's own words for this row of the table, or the general ones. */
  sentence(path: string, row: Row): string {
    return this.words.paths[path]?.verdicts[row] ?? this.t(`row.${row}`);
  }

  factsOf(hop: HopPosture, here: Shown): FactView[] {
    return (Object.keys(FACTS) as FactName[]).map((name) => {
      const guarantee = FACTS[name];
      const { truth, channel, because } = hop.guarantees[guarantee];
      const text = this.answerText(channel, guarantee, truth);
      return {
        name,
        state: truth,
        line: this.t('fact.line', {
          title: this.t(`fact.${name}`),
          answer: this.t(`answer.${guarantee}.${saying(truth)}`),
        }),
        text,
        // A setting that the sentence already names need not be named again.
        because: because
          .flatMap((reason) => this.reason(reason, here.state.scenario))
          .filter(({ code }) => !text.includes(code)),
      };
    });
  }

  private answerText(channel: string | null, guarantee: Guarantee, truth: Truth): string {
    const said = channel === null ? undefined : this.words.channels[channel]?.[guarantee];
    return said?.[saying(truth)] ?? this.t('answer.open');
  }

  private reason(reason: Reason, scenario: string): ReasonView[] {
    if (reason.kind !== 'setting') return [];
    const { setting, value, origin } = reason;
    return [
      {
        code: this.settingName(setting, scenario),
        value: this.value(setting, value),
        origin: this.origin(origin, value),
      },
    ];
  }

  /** A setting as people write it: the field where a file configures the component, else the flag. */
  settingName(id: string, scenario: string): string {
    if (isAssumption(id)) return this.t('assumption.name');
    return `\`${this.settingCode(id, scenario)}\``;
  }

  /** The flag or field of a setting, bare. */
  settingCode(id: string, scenario: string): string {
    const setting = this.model.settings[id];
    const component = id.slice(0, id.indexOf('.'));
    const origin = this.model.scenarios[scenario]?.origins?.[component] ?? 'flags';
    const name = origin === 'file' ? (setting?.field ?? setting?.flag) : (setting?.flag ?? setting?.field);
    return name ?? id;
  }

  /** Where a value comes from, in brackets; a scenario that sets nothing leaves something out. */
  origin(origin: Origin, value: Value | undefined): string {
    const key = origin === 'scenario' && value === null ? 'left' : origin;
    return this.t('origin.wrap', { origin: this.t(`origin.${key}`) });
  }

  value(setting: string, value: Value | undefined): string {
    if (value === undefined) return this.t('value.unknown');
    if (value === null) return this.t('value.unset');
    if (isAssumption(setting)) return this.t(`assumption.${String(value)}` as Key);
    if (Array.isArray(value))
      return value.length === 0 ? this.t('value.empty') : value.map((item) => `\`${item}\``).join(', ');
    return `\`${String(value)}\``;
  }

  /** The weaknesses of a path, the gravest first. */
  applied(state: PathPosture): AppliedView[] {
    return state.weaknesses
      .map(({ id, applies, severity }) => ({
        id,
        title: this.words.weaknesses[id]?.title ?? id,
        state: applies,
        severity,
      }))
      .sort((a, b) => RANK.indexOf(a.severity) - RANK.indexOf(b.severity));
  }

  list(items: readonly string[]): string {
    const said = new Intl.ListFormat(this.tag, { type: 'conjunction' }).format(items);
    // Chinese has no space before its "and", but one between Han and Latin letters.
    return said.replace(/(?<=[!-~])(\p{Script=Han})(?=[!-~])/gu, ' $1 ');
  }

  private protocolOf({ hop, channels }: HopPosture): string {
    const channel = channels.at(-1);
    const protocol = channel === undefined ? '' : (this.model.channels[channel]?.protocol ?? '');
    const named = protocol === 'socket' ? this.t('closeUp.socket') : protocol;
    return [named, hop.port].filter(Boolean).join(' ');
  }

  private clientShows({ channels }: HopPosture, here: Shown): string {
    const kinds = channels.map((channel) => presented(this.model, channel, 'client', here)?.kind ?? 'nothing');
    return this.t(`shows.${kinds.find((kind) => kind !== 'nothing') ?? 'nothing'}`);
  }
}

/** The hop whose facts a panel shows: the worst of those that cross the moat, or of all where none does. */
export function decisive(hops: readonly HopPosture[]): HopPosture | undefined {
  const crossing = hops.filter(({ crosses }) => crosses === true);
  const [first, ...others] = crossing.length > 0 ? crossing : hops;
  return others.reduce(
    (worst, hop) => (worst === undefined || isWorse(hop.outcome, worst.outcome) ? hop : worst),
    first,
  );
}

/** The name of a truth in the words of answers. */
export function saying(truth: Truth): 'yes' | 'no' | 'unknown' {
  if (truth === 'unknown') return 'unknown';
  return truth ? 'yes' : 'no';
}

/** Whether a setting stands for what no flag shows. */
export function isAssumption(setting: string): boolean {
  return setting.startsWith('assumption.');
}
