import { LANGUAGES, type Language } from '../i18n/languages.ts';
import { strings, type Key, type Translate } from '../i18n/strings.ts';
import type { Condition, Guarantee, Position, Row, Severity, Source, Value, Weakness } from '../model/types.ts';
import { evaluate, type Context, type Origin, type Reason, type Truth } from '../posture/evaluate.ts';
import type { HopPosture } from '../posture/guarantees.ts';
import { posture, type PathPosture, type Posture } from '../posture/posture.ts';
import { resolve } from '../posture/resolve.ts';
import { isWorse, type Verdict } from '../posture/verdict.ts';
import { content } from './content.ts';

/** The scenario on which the site opens. */
export const OPENING = 'kubeadm-default';

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

export interface WeaknessView {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly applies: string;
  readonly mitigation: string;
  readonly breaks?: string | undefined;
  readonly state: Truth;
  readonly severity: Severity;
  readonly facts: Weakness;
  readonly sources: readonly SourceView[];
}

export interface SourceView extends Source {
  readonly id: string;
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
  /** Where the opening scenario lacks the path: what is shown instead. */
  readonly exemplar: {
    readonly scenario: string;
    readonly release: string;
    readonly chip: ChipView;
    readonly sentence: string;
  } | null;
  readonly facts: readonly FactView[];
  readonly variants: readonly { readonly id: string; readonly name: string; readonly chip: ChipView }[];
  readonly weaknesses: readonly WeaknessView[];
}

const postures = new Map<string, Posture>();

/** The posture of a scenario at its own release, worked out once. */
export function postureOf(scenario: string, position: Position = 'moat'): Posture {
  const key = `${scenario}/${position}`;
  const known = postures.get(key) ?? posture(content().model, { scenario }, position);
  postures.set(key, known);
  return known;
}

/** Everything that the pages of one language show, worked out from the model and its words. */
export class View {
  readonly language: Language;
  readonly t: Translate;
  readonly tag: string;

  constructor(language: Language) {
    this.language = language;
    this.t = strings(language);
    this.tag = LANGUAGES[language].tag;
  }

  get words() {
    return content().words[this.language];
  }

  get model() {
    return content().model;
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

  paths(): PathView[] {
    return Object.keys(this.model.paths).map((id) => this.path(id));
  }

  /** A path as its panel and the table show it, from the moat in the opening scenario. */
  path(id: string): PathView {
    const here = this.stateOf(OPENING, id);
    const words = this.words.paths[id];
    const scenario = this.shownIn(id);
    const shown = this.stateOf(scenario, id);
    const hop = decisive(shown.hops);
    return {
      id,
      label: words?.label ?? id,
      carries: words?.carries ?? '',
      chip: this.verdict(here.verdict),
      remainder: here.remainder ? this.verdict(here.remainder.verdict) : null,
      sentence: this.sentence(id, here.row),
      port: [...new Set(shown.hops.map(({ hop: { port } }) => port).filter((port) => port !== undefined))].join(', '),
      protocol: hop ? this.protocolOf(hop) : '',
      clientShows: hop ? this.clientShows(hop, scenario) : '',
      exemplar:
        scenario === OPENING
          ? null
          : {
              scenario: this.scenario(scenario),
              release: postureOf(scenario).release,
              chip: this.verdict(shown.verdict),
              sentence: this.sentence(id, shown.row),
            },
      facts: hop ? this.factsOf(hop, scenario) : [],
      variants:
        shown.variants.length > 1
          ? shown.variants.map(({ id: variant, outcome }) => ({
              id: variant,
              name: this.t(`variant.${variant}` as Key),
              chip: this.verdict(outcome.verdict),
            }))
          : [],
      weaknesses: this.weaknessesOf(shown),
    };
  }

  /** The scenario in which a path is shown: the opening one, or where that lacks it the one named in its facts. */
  shownIn(path: string): string {
    const absent = this.stateOf(OPENING, path).verdict === 'absent';
    return (absent ? this.model.paths[path]?.exemplar : undefined) ?? OPENING;
  }

  stateOf(scenario: string, path: string): PathPosture {
    const state = postureOf(scenario).paths[path];
    if (!state) throw new Error(`unknown path: ${path}`);
    return state;
  }

  /** The verdict as a sentence: the path's own words for this row of the table, or the general ones. */
  sentence(path: string, row: Row): string {
    return this.words.paths[path]?.verdicts[row] ?? this.t(`row.${row}`);
  }

  factsOf(hop: HopPosture, scenario: string): FactView[] {
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
        because: because.flatMap((reason) => this.reason(reason, scenario)).filter(({ code }) => !text.includes(code)),
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
    const setting = this.model.settings[id];
    if (isAssumption(id)) return this.t('assumption.name');
    const component = id.slice(0, id.indexOf('.'));
    const origin = this.model.scenarios[scenario]?.origins?.[component] ?? 'flags';
    const name = origin === 'file' ? (setting?.field ?? setting?.flag) : (setting?.flag ?? setting?.field);
    return `\`${name ?? id}\``;
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

  weaknessesOf(state: PathPosture): WeaknessView[] {
    const rank: Severity[] = ['critical', 'high', 'medium', 'low', 'info'];
    return state.weaknesses
      .flatMap(({ id, applies, severity }): WeaknessView[] => {
        const facts = this.model.weaknesses[id];
        const words = this.words.weaknesses[id];
        if (!facts || !words) return [];
        return [{ id, ...words, state: applies, severity, facts, sources: this.sources(facts.sources) }];
      })
      .sort((a, b) => rank.indexOf(a.severity) - rank.indexOf(b.severity));
  }

  sources(ids: readonly string[]): SourceView[] {
    return [...new Set(ids)].flatMap((id) => {
      const source = this.model.sources[id];
      return source ? [{ id, ...source }] : [];
    });
  }

  date(iso: string): string {
    return new Intl.DateTimeFormat(this.tag, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${iso}T00:00:00Z`),
    );
  }

  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.tag, { type: 'conjunction' }).format(items);
  }

  private protocolOf({ hop, channels }: HopPosture): string {
    const channel = channels.at(-1);
    const protocol = channel === undefined ? '' : (this.model.channels[channel]?.protocol ?? '');
    const named = protocol === 'socket' ? this.t('closeUp.socket') : protocol;
    return [named, hop.port].filter(Boolean).join(' ');
  }

  private clientShows({ channels }: HopPosture, scenario: string): string {
    const shown = channels.map((channel) => this.shows(channel, 'client', scenario)).find((kind) => kind !== 'nothing');
    return this.t(`shows.${shown ?? 'nothing'}`);
  }

  /** The kind of what an end of a channel shows in a scenario: the first entry whose condition holds. */
  shows(channel: string, end: 'client' | 'server', scenario: string) {
    return this.presented(channel, end, scenario)?.kind ?? 'nothing';
  }

  presented(channel: string, end: 'client' | 'server', scenario: string) {
    const entries = this.model.channels[channel]?.[`${end}-shows`] ?? [];
    return entries.find(({ when }) => when === undefined || holds(when, scenario));
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

export function saying(truth: Truth): 'yes' | 'no' | 'unknown' {
  if (truth === 'unknown') return 'unknown';
  return truth ? 'yes' : 'no';
}

/** Whether a setting stands for what no flag shows. */
export function isAssumption(setting: string): boolean {
  return setting.startsWith('assumption.');
}

const contexts = new Map<string, Context>();

/** The settings of a scenario at its own release. */
export function contextOf(scenario: string): Context {
  const context = contexts.get(scenario) ?? resolve(content().model, { scenario });
  contexts.set(scenario, context);
  return context;
}

function holds(condition: Condition, scenario: string): boolean {
  return evaluate(condition, contextOf(scenario)).truth === true;
}
