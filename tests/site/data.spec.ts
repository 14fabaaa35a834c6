import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from '@playwright/test';
import { LANGUAGES, languages } from '../../src/i18n/languages.ts';
import { files, paths, read } from './built.ts';

type Facts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const json = (name: string) => JSON.parse(read(`data/v1/${name}`)) as Facts;
const NAMED = ['components', 'paths', 'settings', 'weaknesses', 'scenarios', 'releases', 'sources'];

test('a tool validates the facts and the words of every language against the published schema', () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(json('schema.json'));
  for (const name of ['model.json', ...languages.map((language) => `${language}.json`)]) {
    validate(json(name));
    expect(validate.errors ?? [], name).toEqual([]);
  }
});

test('the schema is no empty promise: what breaks the shape is refused', () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(json('schema.json'));
  const model = json('model.json');
  for (const wrong of [
    {},
    { ...model, surplus: 1 },
    { ...model, sources: { X: { title: 'no address' } } },
    { ...model, weaknesses: { x: { ...Object.values(model['weaknesses'] ?? {})[0]!, sources: [] } } },
    { ...json('en.json'), settings: { 'kubelet.readOnlyPort': 1 } },
  ])
    expect(validate(wrong)).toBe(false);
});

test('a tool finds every fact by its id, and behind every statement its sources', () => {
  const model = json('model.json');
  for (const key of NAMED) expect(Object.keys(model[key] ?? {}).length, key).toBeGreaterThan(0);
  expect(Object.keys(model['paths'] ?? {}).sort()).toEqual(paths);
  const cited = new Set<string>();
  const sources = (holder: unknown, place: string): void => {
    const named = (holder as { sources?: string[] }).sources ?? [];
    expect(named.length, place).toBeGreaterThan(0);
    for (const source of named) cited.add(source);
  };
  for (const [id, weakness] of Object.entries(model['weaknesses'] ?? {})) sources(weakness, id);
  for (const [id, setting] of Object.entries(model['settings'] ?? {}))
    for (const one of (setting as { defaults: unknown[] }).defaults) sources(one, id);
  for (const [id, channel] of Object.entries(model['channels'] ?? {}))
    for (const guarantee of ['encrypted', 'server-verified', 'client-authenticated', 'authorized'])
      sources((channel as Record<string, unknown>)[guarantee], `${id}.${guarantee}`);
  for (const source of cited) expect(model['sources'], source).toHaveProperty([source]);
});

test('a tool finds the words of every language under the same ids', () => {
  const model = json('model.json');
  for (const language of languages) {
    const words = json(`${language}.json`);
    expect(words['language']).toBe(LANGUAGES[language].tag);
    for (const key of ['components', 'paths', 'settings', 'weaknesses', 'scenarios', 'channels'])
      expect(Object.keys(words[key] ?? {}).sort(), `${language} ${key}`).toEqual(Object.keys(model[key] ?? {}).sort());
  }
});

test('the data says what it is and under which licence, and nothing that changes from build to build', () => {
  for (const name of files().filter((one) => /^data\/v1\/(model|\w\w)\.json$/.test(one))) {
    const text = read(name);
    const document = JSON.parse(text) as Record<string, unknown>;
    expect(document['version']).toBe('1');
    expect(document['revision']).toMatch(/^[0-9a-f]{16}$/);
    expect(document['license']).toContain('creativecommons.org/licenses/by/4.0');
    expect(text, name).not.toMatch(/\d{4}-\d{2}-\d{2}T\d{2}:/);
  }
});
