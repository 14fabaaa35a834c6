import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { voiceOf } from '../../src/explain/voice-of.ts';
import { languages, LANGUAGES } from '../../src/i18n/languages.ts';
import { strings } from '../../src/i18n/strings.ts';
import { assemble } from '../../src/model/assemble.ts';
import { plan } from '../../src/posture/plan.ts';
import { posture } from '../../src/posture/posture.ts';
import { resolve } from '../../src/posture/resolve.ts';
import { check, startOf } from '../../src/quiz/exercise.ts';
import { answers, groundOf, KINDS, quiz, type Question } from '../../src/quiz/questions.ts';
import { say } from '../../src/quiz/said.ts';
import { read } from '../../src/site/content.ts';
import { Teller } from '../../src/view/teller.ts';
import { model } from './states.ts';

const { words } = assemble(read('content').files, languages);
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

test('of the options of a question exactly one is right, and the others are known to be wrong', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      for (const { id, state, position, subject, options, right } of quiz(model, seed, 14)) {
        expect(new Set(options).size, id).toBe(4);
        const ground = groundOf(model, state, position);
        const holding = options.map((option) => answers(ground, subject, option));
        expect(holding, `${id} ${options.join(' ')}`).toEqual(options.map((option) => option === right));
      }
    }),
    { numRuns: 12 },
  );
});

/** The answer once more, read from the verdicts themselves and not through the module. */
function holds({ state, position, subject }: Question, option: string): boolean {
  const { paths } = posture(model, state, position);
  if (subject.kind === 'verdict') return paths[subject.path]!.verdict === option;
  if (subject.kind === 'breaks') {
    const after = posture(model, { ...state, set: { ...state.set, [subject.setting]: subject.value } }, position);
    return after.paths[option]!.verdict === 'broken';
  }
  if (subject.kind === 'verified')
    return paths[option]!.hops.every(({ guarantees }) => guarantees['server-verified'].truth === false);
  if (subject.kind === 'weakness')
    return Object.values(paths).some(({ weaknesses }) =>
      weaknesses.some(({ id, applies }) => id === option && applies === true),
    );
  if (subject.kind === 'port') return paths[subject.path]!.hops.some(({ hop }) => hop.port === option);
  if (subject.kind === 'dials')
    return paths[subject.path]!.hops.some(({ hop, crosses }) => crosses === true && hop.from.includes(option));
  const hop = paths[subject.path]!.hops.find((one) => one.hop.id === subject.hop)!;
  return hop.guarantees[subject.guarantee].because.some(
    (reason) => reason.kind === 'setting' && reason.setting === option,
  );
}

test('the right option holds in the state that is asked about', () => {
  const wrong = quiz(model, 7, 42).filter((question) => !holds(question, question.right));
  expect(wrong).toEqual([]);
});

test('the same seed asks the same, another one something else, and every kind is asked', () => {
  const ids = (seed: number): string[] => quiz(model, seed, 14).map(({ id }) => id);
  expect(ids(3)).toEqual(ids(3));
  expect(ids(3)).not.toEqual(ids(4));
  expect(new Set(ids(3)).size).toBe(14);
  expect(new Set(quiz(model, 3, 14).map(({ subject }) => subject.kind))).toEqual(new Set(KINDS));
});

for (const language of languages)
  test(`every question is said in whole sentences, with an explanation (${language})`, () => {
    const teller = new Teller({ model, words: words[language]!, t: strings(language), tag: LANGUAGES[language].tag });
    for (const question of quiz(model, 11, 28)) {
      const voice = { ...voiceOf(teller, question.state.scenario), scenario: (id: string) => teller.scenario(id) };
      const said = say(voice, model, question);
      expect(said.prompt, said.id).toMatch(/[?？”。][)）]?\.?$|\.$/u);
      expect(said.why, said.id).not.toBe('');
      expect(`${said.prompt} ${said.why} ${said.options.join(' ')}`, said.id).not.toMatch(/\{\{|undefined|learn\./);
      expect(new Set(said.options).size, `${said.id}: options that read the same`).toBe(4);
      expect(said.right).toBeGreaterThanOrEqual(0);
    }
  });

for (const [id, exercise] of Object.entries(model.exercises))
  test.describe(`the exercise ${id}`, () => {
    const { state, position } = startOf(exercise);
    const { goal, changes } = exercise;

    test('is not solved at its start', () => {
      expect(check(model, exercise, state, null).reached).toBe(false);
    });

    if ('paths' in goal) {
      const found = plan(model, state, position, goal.paths[0]!).steps;
      const last = found.at(-1)?.state ?? state;

      test('is solved by search, within its changes', () => {
        expect(check(model, exercise, last, null)).toEqual({ changes: found.length, reached: true, solved: true });
        expect(found.length).toBeLessThanOrEqual(changes);
      });

      test('takes all of its changes: none of them can be left out', () => {
        expect(found.length).toBe(changes);
        for (const { setting } of found) {
          const { [setting]: _, ...others } = last.set ?? {};
          expect(check(model, exercise, { ...last, set: others }, null).reached, setting).toBe(false);
        }
      });

      test('is not solved in another setup or release', () => {
        const older = { ...last, release: resolve(model, state).release === '1.36' ? '1.35' : '1.36' };
        expect(check(model, exercise, older, null).solved).toBe(false);
      });
    } else
      test('has one path to be found', () => {
        const right = goal.among.filter((path) => check(model, exercise, state, path).solved);
        expect(right).toHaveLength(1);
        expect(goal.among.length).toBeGreaterThan(3);
      });
  });
