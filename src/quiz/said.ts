import type { Model } from '../model/types.ts';
import { joined, type Voice } from '../explain/voice.ts';
import { explainBroken, explainGuarantee, explainVerdict, reasons } from '../explain/why.ts';
import { resolve } from '../posture/resolve.ts';
import { changed, crossing, groundOf, hopOf, type Ground, type Question, type Subject } from './questions.ts';

/** A question in the words of one language. */
export interface Said {
  readonly id: string;
  /** The state that it is asked in. */
  readonly state: string;
  readonly prompt: string;
  readonly options: readonly string[];
  /** The place of the right one. */
  readonly right: number;
  readonly why: string;
}

/** How a quiz speaks: as an explanation does, and with the names of scenarios. */
export interface QuizVoice extends Voice {
  readonly scenario: (id: string) => string;
}

/** Says a question, its options and why the right one is right. */
export function say(voice: QuizVoice, model: Model, question: Question): Said {
  const { state, position, subject, options, right } = question;
  const ground = groundOf(model, state, position);
  const { release } = ground.posture;
  return {
    id: question.id,
    state: voice.t('learn.quiz.in', { scenario: voice.scenario(state.scenario), release }),
    prompt: prompt(voice, ground, subject),
    options: options.map((option) => named(voice, subject, option)),
    right: options.indexOf(right),
    why: joined(voice, why(voice, ground, question)),
  };
}

function prompt(voice: QuizVoice, ground: Ground, subject: Subject): string {
  const { t } = voice;
  const position = t(`position.${ground.position}`);
  switch (subject.kind) {
    case 'dials':
      return t('learn.quiz.ask.dials', { path: voice.path(subject.path) });
    case 'port':
      return t('learn.quiz.ask.port', { path: voice.path(subject.path), hop: hopName(voice, ground, subject) });
    case 'verified':
      return t('learn.quiz.ask.verified');
    case 'setting': {
      const holds =
        hopOf(ground.posture.paths[subject.path], subject.hop)?.guarantees[subject.guarantee].truth === true;
      return t('learn.quiz.ask.setting', {
        path: voice.path(subject.path),
        claim: t(`explain.holds.${subject.guarantee}.${holds ? 'yes' : 'no'}`),
      });
    }
    case 'weakness':
      return t('learn.quiz.ask.weakness', { position });
    case 'breaks':
      return t('learn.quiz.ask.breaks', {
        setting: ofComponent(voice, subject.setting),
        value: voice.value(subject.setting, subject.value),
      });
    case 'verdict':
      return t('learn.quiz.ask.verdict', { path: voice.path(subject.path), position });
  }
}

function named(voice: QuizVoice, { kind }: Subject, option: string): string {
  switch (kind) {
    case 'dials':
      return voice.component(option);
    case 'port':
      return option;
    case 'verified':
    case 'breaks':
      return voice.path(option);
    case 'setting':
      return ofComponent(voice, option);
    case 'weakness':
      return voice.weakness(option);
    case 'verdict':
      return voice.t(`verdict.${option as 'safe'}`);
  }
}

function why(voice: QuizVoice, ground: Ground, { subject, right }: Question): string[] {
  const { model, posture, position, state } = ground;
  const { t } = voice;
  const { release } = posture;
  switch (subject.kind) {
    case 'dials': {
      const hop = crossing(posture.paths[subject.path]).find((one) => one.hop.from.includes(right))?.hop;
      return hop ? [t('learn.quiz.because.dials', { from: voice.component(right), to: voice.component(hop.to) })] : [];
    }
    case 'port':
      return [t('learn.quiz.because.port', { hop: hopName(voice, ground, subject), port: right })];
    case 'verified': {
      const hop = posture.paths[right]?.hops[0];
      return hop
        ? [explainGuarantee(voice, model, release, 'server-verified', hop.guarantees['server-verified']).text]
        : [];
    }
    case 'setting': {
      const trace = hopOf(posture.paths[subject.path], subject.hop)?.guarantees[subject.guarantee];
      return trace ? [explainGuarantee(voice, model, release, subject.guarantee, trace).text] : [];
    }
    case 'weakness': {
      const applied = Object.values(posture.paths)
        .flatMap(({ weaknesses }) => weaknesses)
        .find(({ id }) => id === right);
      return [
        t('learn.quiz.because.weakness', { weakness: voice.weakness(right) }),
        ...(applied ? reasons(voice, resolve(model, state).release, applied) : []),
      ];
    }
    case 'breaks': {
      const path = changed(ground, subject.setting, subject.value).paths[right];
      return path
        ? explainBroken(voice, model, release, path, '')
            .slice(1)
            .map(({ text }) => text)
        : [];
    }
    case 'verdict': {
      const path = posture.paths[subject.path];
      return path
        ? explainVerdict(voice, model, release, path, position)
            .slice(0, 2)
            .map(({ text }) => text)
        : [];
    }
  }
}

/** A setting with its component: several of them have flags of one name. */
function ofComponent(voice: QuizVoice, id: string): string {
  const setting = voice.setting(id);
  if (id.startsWith('assumption.')) return setting;
  return voice.t('learn.quiz.of', { setting, component: voice.component(id.slice(0, id.indexOf('.'))) });
}

function hopName(voice: QuizVoice, { posture }: Ground, { path, hop: id }: { path: string; hop: string }): string {
  const hop = hopOf(posture.paths[path], id)?.hop;
  if (!hop) return '';
  return voice.t('closeUp.hopOf', { from: voice.list(hop.from.map(voice.component)), to: voice.component(hop.to) });
}
