import { voiceOf } from '../explain/voice-of.ts';
import type { Language } from '../i18n/languages.ts';
import { Urls } from '../i18n/urls.ts';
import type { Exercise } from '../model/types.ts';
import { format } from '../posture/address.ts';
import { plan } from '../posture/plan.ts';
import { posture } from '../posture/posture.ts';
import { startOf } from '../quiz/exercise.ts';
import type { View } from './view.ts';

export interface ExerciseView {
  readonly id: string;
  readonly title: string;
  readonly task: string;
  readonly hint: string;
  readonly goal: string;
  readonly limit: string;
  /** One solution: settings with their values, or the path. */
  readonly solution: readonly string[];
  readonly href: string;
}

/** The scripts that open and check exercises, the facts first. */
export function exerciseScripts(language: Language, base: string): string[] {
  const urls = new Urls(base);
  return [`${urls.base}scripts/data.${language}.js`, `${urls.base}scripts/exercise.js`];
}

/** Every exercise with its goal in words and a solution that was searched for. */
export function exerciseViews(view: View): ExerciseView[] {
  const { t, model, words } = view;
  return Object.entries(model.exercises).map(([id, exercise]) => {
    const { state, position } = startOf(exercise);
    const start = format({ state, position }, model);
    const { goal } = exercise;
    return {
      id,
      ...(words.exercises[id] ?? { title: id, task: '', hint: '' }),
      goal:
        'paths' in goal
          ? t('learn.exercise.goal', {
              paths: view.list(goal.paths.map((path) => t('learn.exercise.path', { path: view.label(path) }))),
              verdict: t(`verdict.${goal.verdict}`),
            })
          : t('learn.exercise.find', { verdict: t(`verdict.${goal.find}`) }),
      limit: exercise.changes === 0 ? t('learn.exercise.look') : t('learn.exercise.limit', { count: exercise.changes }),
      solution: solutionOf(view, exercise),
      href: `?exercise=${id}${start === '' ? '' : `&${start}`}`,
    };
  });
}

function solutionOf(view: View, exercise: Exercise): string[] {
  const { model, t } = view;
  const { state, position } = startOf(exercise);
  const { goal } = exercise;
  if (!('paths' in goal)) {
    const { paths } = posture(model, state, position);
    return goal.among
      .filter((path) => paths[path]?.verdict === goal.find)
      .map((path) => t('learn.exercise.answer', { path: view.label(path) }));
  }
  const voice = voiceOf(view, state.scenario);
  return plan(model, state, position, goal.paths[0] ?? '').steps.map(({ setting, to }) =>
    t('learn.exercise.set', { setting: voice.setting(setting), value: voice.value(setting, to) }),
  );
}
