import type { z } from 'zod';
import { guess, type Desk } from './desk.ts';
import * as shape from './schema.ts';
import { GUARANTEES, type Channel, type Guarantee, type Model, type Words } from './types.ts';

/** The words of every language, checked against the facts: none missing, none too many. */
export function readWords(desk: Desk, model: Model, languages: readonly string[]): Record<string, Words> {
  for (const { file, name } of desk.matching(/^(?:paths|pages)\/[^/]+\/([^/]+)\.mdx$/))
    if (!languages.includes(name))
      desk.note(file, '', 'UNKNOWN_LANGUAGE', `"${name}" is no language of this site (${languages.join(', ')}).`);
  for (const { file, name } of desk.matching(/^tours\/[^/]+\/(?!steps\.)([^/]+)\.yaml$/))
    if (!languages.includes(name))
      desk.note(file, '', 'UNKNOWN_LANGUAGE', `"${name}" is no language of this site (${languages.join(', ')}).`);
  const words = Object.fromEntries(languages.map((language) => [language, wordsOf(desk, model, language)]));
  checkVerdicts(desk, model, words, languages);
  return words;
}

function wordsOf(desk: Desk, model: Model, language: string): Words {
  const pages = [...new Set(desk.matching(/^pages\/([^/]+)\//).map(({ name }) => name))];
  const channels = register(
    desk,
    `words/${language}/channels.yaml`,
    shape.words.channels,
    model.channels,
    'channels.yaml',
  );
  checkAnswers(desk, model, `words/${language}/channels.yaml`, channels);
  return {
    components: register(
      desk,
      `words/${language}/components.yaml`,
      shape.words.components,
      model.components,
      'components.yaml',
    ),
    scenarios: register(desk, `words/${language}/scenarios.yaml`, shape.words.scenarios, model.scenarios, 'scenarios/'),
    channels,
    weaknesses: register(
      desk,
      `words/${language}/weaknesses.yaml`,
      shape.words.weaknesses,
      model.weaknesses,
      'weaknesses/',
    ),
    settings: register(desk, `words/${language}/settings.yaml`, shape.words.settings, model.settings, 'settings/'),
    changes: register(desk, `words/${language}/changes.yaml`, shape.words.changes, model.changes, 'changes.yaml'),
    log: register(desk, `words/${language}/log.yaml`, shape.words.log, model.log, 'log.yaml'),
    paths: texts(desk, language, Object.keys(model.paths), 'paths', shape.pathWords),
    pages: texts(desk, language, pages, 'pages', shape.pageWords),
    tours: tourTexts(desk, model, language),
    exercises: register(
      desk,
      `words/${language}/exercises.yaml`,
      shape.words.exercises,
      model.exercises,
      'exercises.yaml',
    ),
  };
}

/** The words for one kind of fact. A file that cannot be read, here or at home, is one problem, not one for every fact. */
function register<T>(
  desk: Desk,
  file: string,
  type: z.ZodType<Record<string, T>>,
  facts: Readonly<Record<string, unknown>>,
  home: string,
): Record<string, T> {
  const said = desk.read(file, type);
  if (said === undefined || !desk.isWhole(home)) return said ?? {};
  const ids = Object.keys(facts);
  for (const id of ids)
    if (!(id in said))
      desk.note(file, id, 'MISSING_WORDS', `no words. The facts name "${id}", so every language says it.`);
  for (const id of Object.keys(said))
    if (!ids.includes(id)) desk.note(file, id, 'SURPLUS_WORDS', `no such fact.${guess(id, ids)}`);
  return said;
}

function checkAnswers(desk: Desk, model: Model, file: string, said: Words['channels']): void {
  for (const [id, channel] of Object.entries(model.channels)) {
    const text = said[id];
    if (text === undefined) continue;
    for (const guarantee of GUARANTEES)
      for (const answer of answersOf(channel, guarantee))
        if (text[guarantee][answer] === undefined)
          desk.note(
            file,
            `${id}.${guarantee}.${answer}`,
            'MISSING_WORDS',
            'no words for an answer that this channel can give.',
          );
  }
}

/** The answers that a channel can give on a guarantee, and so must have words for. */
function answersOf(channel: Channel, guarantee: Guarantee): ('yes' | 'no' | 'unknown')[] {
  const { holds } = channel[guarantee];
  if (holds === true) return ['yes'];
  if (holds === false) return ['no'];
  return holds === 'unknown' ? ['unknown'] : ['yes', 'no'];
}

/** The front matter of one language's texts; a language that lacks one is told which file to start from. */
function texts<T>(
  desk: Desk,
  language: string,
  ids: readonly string[],
  folder: string,
  type: z.ZodType<T>,
): Record<string, T> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const file = `${folder}/${id}/${language}.mdx`;
      if (!desk.has(file)) {
        desk.note(
          file,
          '',
          'MISSING_LANGUAGE',
          'missing. Start from en.mdx: write the values and the text, keep the ids.',
        );
        return [];
      }
      const said = desk.read(file, type);
      return said === undefined ? [] : [[id, said]];
    }),
  );
}

/** What each tour says at its steps, all of them and no others. */
function tourTexts(desk: Desk, model: Model, language: string): Words['tours'] {
  return Object.fromEntries(
    Object.entries(model.tours).flatMap(([id, { steps }]) => {
      const file = `tours/${id}/${language}.yaml`;
      if (!desk.has(file)) {
        desk.note(file, '', 'MISSING_LANGUAGE', 'missing. Start from en.yaml: write the texts, keep the ids.');
        return [];
      }
      const said = desk.read(file, shape.tourWords);
      if (said === undefined) return [];
      const ids = steps.map((step) => step.id);
      for (const step of ids)
        if (!(step in said.steps))
          desk.note(file, `steps.${step}`, 'MISSING_WORDS', `no words. steps.yaml has the step "${step}".`);
      for (const step of Object.keys(said.steps))
        if (!ids.includes(step)) desk.note(file, `steps.${step}`, 'SURPLUS_WORDS', `no such step.${guess(step, ids)}`);
      return [[id, said]];
    }),
  );
}

/** The sentences of a path's verdicts stand for the same rows in every language. */
function checkVerdicts(
  desk: Desk,
  model: Model,
  words: Readonly<Record<string, Words>>,
  [first = 'en', ...others]: readonly string[],
): void {
  for (const id of Object.keys(model.paths)) {
    const original = words[first]?.paths[id];
    if (original === undefined) continue;
    const expected = Object.keys(original.verdicts);
    for (const language of others) {
      const said = words[language]?.paths[id];
      if (said === undefined) continue;
      const file = `paths/${id}/${language}.mdx`;
      for (const row of expected)
        if (!(row in said.verdicts))
          desk.note(file, `verdicts.${row}`, 'MISSING_WORDS', `no sentence, while ${first}.mdx has one.`);
      for (const row of Object.keys(said.verdicts))
        if (!expected.includes(row))
          desk.note(file, `verdicts.${row}`, 'SURPLUS_WORDS', `${first}.mdx has no such sentence.`);
    }
  }
}
