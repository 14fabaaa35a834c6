import { LANGUAGES, type Language } from '../i18n/languages.ts';
import { strings } from '../i18n/strings.ts';
import type { Position, Source, Weakness, Words } from '../model/types.ts';
import type { Context } from '../posture/evaluate.ts';
import type { PathPosture, Posture } from '../posture/posture.ts';
import { pathIn, presented, shown, type Shown } from '../view/shown.ts';
import { Teller, type AppliedView, type PathView } from '../view/teller.ts';
import { content } from './content.ts';

/** The scenario on which the site opens. */
export const OPENING = 'kubeadm-default';

/** A weakness with all that its catalogue entry says. */
export interface WeaknessView extends AppliedView {
  readonly summary: string;
  readonly applies: string;
  readonly mitigation: string;
  readonly breaks?: string | undefined;
  readonly facts: Weakness;
  readonly sources: readonly SourceView[];
}

export interface SourceView extends Source {
  readonly id: string;
}

const known = new Map<string, Shown>();

/** A scenario at its own release with all that follows, worked out once. */
export function shownOf(scenario: string, position: Position = 'moat'): Shown {
  const key = `${scenario}/${position}`;
  const state = known.get(key) ?? shown(content().model, { scenario }, position);
  known.set(key, state);
  return state;
}

/** The posture of a scenario at its own release. */
export function postureOf(scenario: string, position: Position = 'moat'): Posture {
  return shownOf(scenario, position).posture;
}

/** The settings of a scenario at its own release. */
export function contextOf(scenario: string): Context {
  return shownOf(scenario).context;
}

/** Everything that the pages of one language show, worked out from the model and its words. */
export class View extends Teller {
  readonly language: Language;
  override readonly words: Words;

  constructor(language: Language) {
    const { model, words } = content();
    super({ model, words: words[language], t: strings(language), tag: LANGUAGES[language].tag });
    this.language = language;
    this.words = words[language];
  }

  paths(): PathView[] {
    return Object.keys(this.model.paths).map((id) => this.path(id));
  }

  /** A path as its panel and the table show it, from the moat in the opening scenario. */
  path(id: string): PathView {
    const scenario = this.shownIn(id);
    return this.tell(id, shownOf(OPENING), scenario === OPENING ? null : shownOf(scenario));
  }

  /** The scenario in which a path is shown: the opening one, or where that lacks it the one named in its facts. */
  shownIn(path: string): string {
    const absent = this.stateOf(OPENING, path).verdict === 'absent';
    return (absent ? this.model.paths[path]?.exemplar : undefined) ?? OPENING;
  }

  stateOf(scenario: string, path: string): PathPosture {
    return pathIn(shownOf(scenario), path);
  }

  weaknessesOf(state: PathPosture): WeaknessView[] {
    return this.applied(state).flatMap((applied): WeaknessView[] => {
      const facts = this.model.weaknesses[applied.id];
      const words = this.words.weaknesses[applied.id];
      return facts && words ? [{ ...applied, ...words, facts, sources: this.sources(facts.sources) }] : [];
    });
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

  /** The kind of what an end of a channel shows in a scenario. */
  shows(channel: string, end: 'client' | 'server', scenario: string) {
    return this.presented(channel, end, scenario)?.kind ?? 'nothing';
  }

  presented(channel: string, end: 'client' | 'server', scenario: string) {
    return presented(this.model, channel, end, shownOf(scenario));
  }
}
