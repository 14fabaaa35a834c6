import type { Language } from '../i18n/languages.ts';
import { catalogue } from '../i18n/strings.ts';
import type { Model, Words } from '../model/types.ts';
import type { BrowserData } from '../view/browser-data.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { content } from './content.ts';
import { settingsMentioned } from './deciding.ts';
import { ARRANGEMENTS } from './map-view.ts';

/** The groups of interface strings that only pages use. */
const STATIC = [
  'nav',
  'home',
  'path',
  'legend',
  'about',
  'notFound',
  'snippet',
  'card',
  'column',
  'embed',
  'embedding',
];

/** The facts and words of one language as the browser needs them to work out any state; what only pages show stays away. */
export function browserData(language: Language): BrowserData {
  const { model, words } = content();
  const said = words[language];
  const deciding = new Set(settingsMentioned(model));
  // Of the lessons only the quiz is made in the browser.
  const { learn, ...groups } = Object.fromEntries(
    Object.entries(catalogue(language)).filter(([group]) => !STATIC.includes(group)),
  );
  const keep = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => deciding.has(id)));
  return {
    tag: LANGUAGES[language].tag,
    language,
    model: slim(model, keep),
    words: spoken(said, keep),
    arrangements: ARRANGEMENTS,
    strings: { ...groups, learn: { quiz: typeof learn === 'object' ? (learn['quiz'] ?? {}) : {} } },
  };
}

function slim(model: Model, keep: <T>(all: Readonly<Record<string, T>>) => Record<string, T>): Model {
  return {
    ...model,
    sources: {},
    tours: {},
    releases: model.releases.map(({ id }) => ({ id })),
    settings: each(keep(model.settings), (setting) => ({ ...setting, sources: [] })),
    paths: model.paths,
    weaknesses: each(model.weaknesses, ({ paths, when, from, credential, severity }) => ({
      paths,
      when,
      from,
      credential,
      severity,
      sources: [],
    })),
    scenarios: each(model.scenarios, (scenario) => ({ ...scenario, settings: keep(scenario.settings), sources: [] })),
    changes: each(model.changes, (change) => ({ ...change, sources: [] })),
  };
}

function spoken(words: Words, keep: <T>(all: Readonly<Record<string, T>>) => Record<string, T>): BrowserData['words'] {
  const { pages: _, tours: _tours, ...rest } = words;
  const nothing = { summary: '', applies: '', mitigation: '' };
  return {
    ...rest,
    exercises: {},
    weaknesses: each(words.weaknesses, ({ title }) => ({ title, ...nothing })),
    settings: keep(words.settings),
    paths: each(words.paths, ({ label, carries, verdicts }) => ({
      label,
      carries,
      verdicts,
      title: '',
      description: '',
    })),
  };
}

function each<T, U>(all: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(all).map(([id, value]) => [id, map(value)]));
}
