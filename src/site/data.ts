import { createHash } from 'node:crypto';
import { LANGUAGES, type Language } from '../i18n/languages.ts';
import { content } from './content.ts';

/** Rises when a tool that reads the data would have to change. */
const VERSION = '1';

const LICENSE = 'https://creativecommons.org/licenses/by/4.0/';

/** The facts for other people's tools: everything by its id, every statement with its sources. */
export function modelData() {
  const { model } = content();
  return document({
    components: model.components,
    paths: model.paths,
    settings: Object.fromEntries(
      Object.entries(model.settings).map(([id, setting]) => [
        id,
        { ...setting, defaults: setting.defaults.map((one) => ({ ...one, sources: setting.sources })) },
      ]),
    ),
    weaknesses: model.weaknesses,
    scenarios: model.scenarios,
    releases: Object.fromEntries(model.releases.map((release) => [release.id, release])),
    sources: model.sources,
    channels: model.channels,
    conditions: model.conditions,
    tunnels: model.tunnels,
    changes: model.changes,
    log: model.log,
  });
}

/** The words of one language, by the ids of the facts. */
export function wordsData(language: Language) {
  const { components, paths, settings, weaknesses, scenarios, channels, changes, log } = content().words[language];
  return document({
    language: LANGUAGES[language].tag,
    components,
    paths,
    settings,
    weaknesses,
    scenarios,
    channels,
    changes,
    log,
  });
}

/** Says what a document is; its revision follows from what it holds, so that the same facts give the same file. */
function document<T extends object>(facts: T) {
  const revision = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
  return { $schema: './schema.json', version: VERSION, revision, license: LICENSE, attribution: 'Kubepaths', ...facts };
}
