import { voiceOf } from '../explain/voice-of.ts';
import { Urls } from '../i18n/urls.ts';
import { say, type Said } from '../quiz/said.ts';
import { quiz } from '../quiz/questions.ts';
import type { View } from './view.ts';

/** The seed and the number of the questions that stand in the page. */
const SEED = 1;
export const QUESTIONS = 10;

export interface QuizView {
  readonly questions: readonly Said[];
  readonly scripts: readonly string[];
  readonly count: number;
}

/** The questions that the page holds for readers without script, with their answers. */
export function quizView(view: View, base: string): QuizView {
  const urls = new Urls(base);
  return {
    questions: quiz(view.model, SEED, QUESTIONS).map((question) =>
      say({ ...voiceOf(view, question.state.scenario), scenario: (id) => view.scenario(id) }, view.model, question),
    ),
    scripts: [`${urls.base}scripts/data.${view.language}.js`, `${urls.base}scripts/quiz.js`],
    count: QUESTIONS,
  };
}
