import { voiceOf } from '../explain/voice-of.ts';
import { quiz, type Question } from '../quiz/questions.ts';
import { say } from '../quiz/said.ts';
import { COURSE, parts, tourOf } from './parts.ts';
import type { View } from './view.ts';

/** A question of a bank, in the words of one language; code stands between backticks. */
export interface Asked {
  readonly id: string;
  readonly prompt: string;
  readonly options: readonly string[];
  /** The place of the right one. */
  readonly right: number;
  readonly why: string;
}

/** Other questions than those of the page, and enough of them that every path has some. */
const SEED = 5;
const DRAWN = 280;
const MOST = { path: 12, course: 60 };

let drawn: readonly Question[] | undefined;

/** The question bank of a language: for each path what is asked about it, and for the course some of everything. */
export function questionBank(view: View): Readonly<Record<string, readonly Asked[]>> {
  drawn ??= quiz(view.model, SEED, DRAWN);
  const all = drawn;
  return Object.fromEntries(
    parts(view)
      .filter((part) => tourOf(part) === null)
      .map((part) => [
        part,
        (part === COURSE ? fromEach(all) : all.filter((question) => pathOf(question) === part).slice(0, MOST.path)).map(
          (question, index) => asked(view, question, `${part}-${index + 1}`),
        ),
      ]),
  );
}

/** Questions of every path and of none in turn, so that no path fills the course. */
function fromEach(all: readonly Question[]): Question[] {
  const groups = Object.values(Object.groupBy(all, (question) => pathOf(question) ?? ''));
  const rounds = Array.from({ length: MOST.course }, (_, round) => groups.flatMap((group) => group?.[round] ?? []));
  return rounds.flat().slice(0, MOST.course);
}

function pathOf({ subject }: Question): string | undefined {
  return 'path' in subject ? subject.path : undefined;
}

function asked(view: View, question: Question, id: string): Asked {
  const voice = { ...voiceOf(view, question.state.scenario), scenario: (scenario: string) => view.scenario(scenario) };
  const { state, prompt, options, right, why } = say(voice, view.model, question);
  return { id, prompt: view.t('site.join', { first: state, second: prompt }), options, right, why };
}
