import type { z } from 'zod';
import { nearest, type Problem } from './problem.ts';
import * as shape from './schema.ts';
import {
  GUARANTEES,
  type Channel,
  type Condition,
  type Model,
  type Path,
  type PathFacts,
  type Words,
} from './types.ts';

/** A file of `content/`, parsed: YAML and front matter as data, a snippet as its text. */
export interface ContentFile {
  readonly file: string;
  readonly data: unknown;
}

export interface Assembled {
  readonly model: Model;
  readonly words: Readonly<Record<string, Words>>;
  readonly problems: readonly Problem[];
}

type WordKind = 'components' | 'scenarios' | 'channels' | 'weaknesses' | 'settings';
const MARKER = /# @(\S+)\s*$/gm;

/**
 * The content as one linked model, with everything that is wrong in it. The model is whole only without problems.
 * @param files every file under `content/`, by its path from there
 * @param languages the languages that each text must have
 */
export function assemble(files: readonly ContentFile[], languages: readonly string[]): Assembled {
  const problems: Problem[] = [];
  const byName = new Map(files.map(({ file, data }) => [file, data]));
  const note = (file: string, at: string, code: Problem['code'], message: string): void => {
    problems.push({ file, at, code, message });
  };

  function read<T extends z.ZodType>(file: string, type: T, fallback: z.infer<T>): z.infer<T> {
    if (!byName.has(file)) {
      note(file, '', 'MISSING_FILE', 'missing.');
      return fallback;
    }
    const result = type.safeParse(byName.get(file));
    if (result.success) return result.data;
    for (const issue of result.error.issues) note(file, place(issue.path), 'SHAPE', issue.message);
    return fallback;
  }

  /** Every file that fits a pattern, with the part of its name that the pattern captures. */
  function matching(pattern: RegExp): { file: string; name: string }[] {
    return files.flatMap(({ file }) => {
      const match = pattern.exec(file);
      return match?.[1] === undefined ? [] : [{ file, name: match[1] }];
    });
  }

  function merged<T>(pattern: RegExp, type: z.ZodType<Record<string, T>>, key: (name: string, id: string) => string) {
    const all: Record<string, T> = {};
    const home: Record<string, string> = {};
    for (const { file, name } of matching(pattern))
      for (const [id, fact] of Object.entries(read(file, type, {}))) {
        const full = key(name, id);
        if (full in all) note(file, id, 'DUPLICATE_ID', `"${id}" is also in ${home[full] ?? ''}. Keep one of them.`);
        all[full] = fact;
        home[full] = file;
      }
    return { all, home };
  }

  const components = read('components.yaml', shape.components, {});
  const releases = read('releases.yaml', shape.releases, []);
  const sources = read('sources.yaml', shape.sourceRegister, {});
  const conditions = read('conditions.yaml', shape.conditions, {});
  const channels = read('channels.yaml', shape.channels, {});
  const tunnels = read('tunnels.yaml', shape.tunnels, {});
  const settings = merged(/^settings\/([^/]+)\.yaml$/, shape.settings, (component, id) => `${component}.${id}`);
  const weaknesses = merged(/^weaknesses\/([^/]+)\.yaml$/, shape.weaknesses, (_, id) => id);
  const scenarios = Object.fromEntries(
    matching(/^scenarios\/([^/]+)\.yaml$/).flatMap(({ file, name }) => {
      const result = shape.scenario.safeParse(byName.get(file));
      if (result.success) return [[name, result.data]];
      for (const issue of result.error.issues) note(file, place(issue.path), 'SHAPE', issue.message);
      return [];
    }),
  );
  const pathFacts = Object.fromEntries(
    matching(/^paths\/([^/]+)\/facts\.yaml$/).flatMap(({ file, name }) => {
      const result = shape.path.safeParse(byName.get(file));
      if (result.success) return [[name, result.data]];
      for (const issue of result.error.issues) note(file, place(issue.path), 'SHAPE', issue.message);
      return [];
    }),
  );

  const paths = Object.fromEntries(
    Object.entries(pathFacts)
      .sort(([, a], [, b]) => a.order - b.order)
      .map(([id, facts]) => [id, expand(id, facts, tunnels)]),
  );
  const model: Model = {
    components,
    releases,
    sources,
    conditions,
    settings: settings.all,
    channels,
    tunnels,
    paths,
    weaknesses: weaknesses.all,
    scenarios,
  };

  checkReferences();
  const words = Object.fromEntries(languages.map((language) => [language, wordsOf(language)]));
  checkPathWords();
  checkInterface();
  checkSnippets();
  return { model, words, problems };

  function known(file: string, at: string, kind: string, id: string, ids: readonly string[]): void {
    if (ids.includes(id)) return;
    const guess = nearest(id, ids);
    note(file, at, 'UNKNOWN_ID', `unknown ${kind} "${id}".${guess === undefined ? '' : ` Did you mean "${guess}"?`}`);
  }

  function checkReferences(): void {
    const settingIds = Object.keys(settings.all);
    const conditionIds = Object.keys(conditions);
    walk('components.yaml', components);
    for (const { file } of files)
      if (file.endsWith('.yaml') && !/^(words|interface)\/|snippets\//.test(file)) walk(file, byName.get(file));
    for (const [id, facts] of Object.entries(pathFacts)) {
      const file = `paths/${id}/facts.yaml`;
      for (const end of [...facts.from, ...facts.to])
        known(file, 'from, to', 'component', end, Object.keys(components));
      if (facts.exemplar !== undefined) known(file, 'exemplar', 'scenario', facts.exemplar, Object.keys(scenarios));
      if (facts.tunnel !== undefined) known(file, 'tunnel', 'tunnel', facts.tunnel, Object.keys(tunnels));
      for (const use of [...(facts.route?.channels ?? []), ...(facts.variants ?? [])])
        if (use.channel !== undefined) known(file, 'channel', 'channel', use.channel, Object.keys(channels));
    }
    for (const [id, tunnel] of Object.entries(tunnels)) {
      for (const use of tunnel.channels) known('tunnels.yaml', id, 'channel', use.channel, Object.keys(channels));
      for (const path of Object.keys(tunnel.carries ?? {})) known('tunnels.yaml', id, 'path', path, Object.keys(paths));
    }
    for (const [id, weakness] of Object.entries(weaknesses.all)) {
      const file = weaknesses.home[id] ?? '';
      for (const path of weakness.paths) known(file, `${id}.paths`, 'path', path, Object.keys(paths));
      for (const setting of weakness.settings ?? []) known(file, `${id}.settings`, 'setting', setting, settingIds);
    }
    for (const [id, scenario] of Object.entries(scenarios))
      for (const setting of [...Object.keys(scenario.settings), ...(scenario.unknown ?? [])])
        known(`scenarios/${id}.yaml`, 'settings', 'setting', setting, settingIds);

    /** Finds, at any depth, what refers to a source, a setting or a named condition. */
    function walk(file: string, data: unknown, at = ''): void {
      if (Array.isArray(data)) {
        data.forEach((item, index) => {
          walk(file, item, `${at}[${String(index)}]`);
        });
        return;
      }
      if (typeof data !== 'object' || data === null) return;
      for (const [key, item] of Object.entries(data)) {
        const here = at === '' ? key : `${at}.${key}`;
        if (key === 'sources' && Array.isArray(item))
          for (const source of item) known(file, here, 'source', String(source), Object.keys(sources));
        else if (key === 'source' && typeof item === 'string') known(file, here, 'source', item, Object.keys(sources));
        else if (key === 'setting' && typeof item === 'string') known(file, here, 'setting', item, settingIds);
        else if (key === 'condition' && typeof item === 'string') known(file, here, 'condition', item, conditionIds);
        else walk(file, item, here);
      }
    }
  }

  function wordsOf(language: string): Words {
    const none = {};
    const of = <K extends WordKind>(kind: K): z.infer<(typeof shape.words)[K]> => {
      const file = `words/${language}/${kind}.yaml`;
      const said = read<z.ZodType<z.infer<(typeof shape.words)[K]>>>(
        file,
        shape.words[kind] as unknown as z.ZodType<z.infer<(typeof shape.words)[K]>>,
        none as z.infer<(typeof shape.words)[K]>,
      );
      // A file that cannot be read is one problem, not one for every fact.
      if (said === none) return said;
      const facts = Object.keys(model[kind]);
      for (const id of facts)
        if (!(id in said))
          note(file, id, 'MISSING_WORDS', `no words. The facts name "${id}", so every language says it.`);
      for (const id of Object.keys(said))
        if (!facts.includes(id)) {
          const guess = nearest(id, facts);
          note(file, id, 'SURPLUS_WORDS', `no such fact.${guess === undefined ? '' : ` Did you mean "${guess}"?`}`);
        }
      return said;
    };
    const said = {
      components: of('components'),
      scenarios: of('scenarios'),
      channels: of('channels'),
      weaknesses: of('weaknesses'),
      settings: of('settings'),
    };
    for (const [id, channel] of Object.entries(channels)) {
      const text = said.channels[id];
      for (const guarantee of text === undefined ? [] : GUARANTEES)
        for (const answer of answersOf(channel, guarantee))
          if (text?.[guarantee][answer] === undefined)
            note(
              `words/${language}/channels.yaml`,
              `${id}.${guarantee}.${answer}`,
              'MISSING_WORDS',
              'no words for an answer that this channel can give.',
            );
    }
    return {
      ...said,
      paths: texts(language, Object.keys(paths), 'paths', shape.pathWords),
      pages: texts(
        language,
        [...new Set(matching(/^pages\/([^/]+)\//).map(({ name }) => name))],
        'pages',
        shape.pageWords,
      ),
    };
  }

  /** The front matter of one language's texts; a language that lacks one is told which file to start from. */
  function texts<T>(language: string, ids: readonly string[], folder: string, type: z.ZodType<T>): Record<string, T> {
    return Object.fromEntries(
      ids.flatMap((id) => {
        const file = `${folder}/${id}/${language}.mdx`;
        if (!byName.has(file)) {
          note(
            file,
            '',
            'MISSING_LANGUAGE',
            'missing. Start from en.mdx: write the values and the text, keep the ids.',
          );
          return [];
        }
        const result = type.safeParse(byName.get(file));
        if (result.success) return [[id, result.data]];
        for (const issue of result.error.issues) note(file, place(issue.path), 'SHAPE', issue.message);
        return [];
      }),
    );
  }

  function checkPathWords(): void {
    for (const { file, name } of matching(/^(?:paths|pages)\/[^/]+\/([^/]+)\.mdx$/))
      if (!languages.includes(name))
        note(file, '', 'UNKNOWN_LANGUAGE', `"${name}" is no language of this site (${languages.join(', ')}).`);
    const [first = 'en', ...others] = languages;
    for (const id of Object.keys(paths)) {
      const expected = Object.keys(words[first]?.paths[id]?.verdicts ?? {});
      for (const language of others) {
        const said = words[language]?.paths[id];
        if (said === undefined) continue;
        const file = `paths/${id}/${language}.mdx`;
        for (const row of expected)
          if (!(row in said.verdicts))
            note(file, `verdicts.${row}`, 'MISSING_WORDS', `no sentence, while ${first}.mdx has one.`);
        for (const row of Object.keys(said.verdicts))
          if (!expected.includes(row))
            note(file, `verdicts.${row}`, 'SURPLUS_WORDS', `${first}.mdx has no such sentence.`);
      }
    }
  }

  function checkInterface(): void {
    const [first = 'en'] = languages;
    const strings = (language: string): Record<string, string> => flatten(byName.get(`interface/${language}.json`));
    const expected = strings(first);
    for (const language of languages) {
      const file = `interface/${language}.json`;
      if (!byName.has(file)) {
        note(file, '', 'MISSING_LANGUAGE', `missing. Start from ${first}.json.`);
        continue;
      }
      const said = strings(language);
      const plural = new Intl.PluralRules(language === 'pt' ? 'pt-BR' : language).resolvedOptions().pluralCategories;
      const keys = new Set(
        Object.keys(expected).flatMap((key) => {
          const counted = /^(.*)_(?:one|other|many)$/.exec(key)?.[1];
          return counted === undefined ? [key] : plural.map((category) => `${counted}_${category}`);
        }),
      );
      for (const key of keys)
        if (!(key in said))
          note(
            file,
            key,
            'MISSING_WORDS',
            `no text. ${first}.json says: ${expected[key] ?? expected[key.replace(/_\w+$/, '_other')] ?? ''}`,
          );
      for (const [key, text] of Object.entries(said)) {
        if (!keys.has(key)) note(file, key, 'SURPLUS_WORDS', `${first}.json has no such key.`);
        else if (slots(text) !== slots(expected[key] ?? expected[key.replace(/_\w+$/, '_other')] ?? text))
          note(file, key, 'SURPLUS_WORDS', `the slots differ from ${first}.json: ${slots(expected[key] ?? '')}.`);
      }
    }
  }

  function checkSnippets(): void {
    for (const { file, data } of files) {
      if (!file.includes('/snippets/') || typeof data !== 'string') continue;
      for (const [, id] of data.matchAll(MARKER))
        if (id !== undefined) known(file, `# @${id}`, 'setting', id, Object.keys(settings.all));
    }
  }
}

/** The answers that a channel can give on a guarantee, and so must have words for. */
function answersOf(channel: Channel, guarantee: (typeof GUARANTEES)[number]): ('yes' | 'no' | 'unknown')[] {
  const { holds } = channel[guarantee];
  if (holds === true) return ['yes'];
  if (holds === false) return ['no'];
  return holds === 'unknown' ? ['unknown'] : ['yes', 'no'];
}

/** A path with its routes written out: the tunnels that may carry it, and the direct way that is left when none does. */
function expand(id: string, facts: PathFacts, tunnels: Model['tunnels']): Path {
  return {
    id,
    from: facts.from,
    to: facts.to,
    order: facts.order,
    releases: facts.releases,
    exemplar: facts.exemplar,
    tunnel: facts.tunnel,
    routes: routesOf(id, facts, tunnels),
    variants: (facts.variants ?? []).map((variant) => ({
      id: variant.id,
      channel: variant.channel,
      brokenWhen: variant['broken-when'] ?? false,
    })),
    sources: facts.sources,
  };
}

function routesOf(id: string, facts: PathFacts, tunnels: Model['tunnels']): Path['routes'] {
  if (facts.route) return [{ id: 'direct', when: true, hops: facts.route.hops, channels: facts.route.channels }];
  if (facts.tunnel !== undefined) {
    const tunnel = tunnels[facts.tunnel];
    if (!tunnel) return [];
    return [{ id: facts.tunnel, when: tunnel.when, hops: tunnel.hops, channels: tunnel.channels }];
  }
  const target = facts.to[0] ?? '';
  const carrying = Object.entries(tunnels).map(([name, tunnel]) => {
    const carried = tunnel.carries?.[id];
    const when: Condition = carried === undefined ? tunnel.when : { all: [tunnel.when, carried] };
    const against = new Set(tunnel.hops.filter(({ request }) => request === 'against').map((hop) => hop.id));
    return {
      id: name,
      when,
      hops: [...tunnel.hops, { id: 'last', from: [tunnel.exit], to: target, ...facts.direct }],
      channels: tunnel.channels.map((use) =>
        use.spans.some((hop) => against.has(hop)) ? { ...use, reversed: true as const } : use,
      ),
    };
  });
  const direct = {
    id: 'direct',
    when: { not: { any: carrying.map(({ when }) => when) } },
    hops: [{ id: 'direct', from: facts.from, to: target, ...facts.direct }],
    channels: [],
  };
  return [direct, ...carrying];
}

/** Where in a file an issue lies. @example place(['routes', 1, 'when']) → 'routes[1].when' */
function place(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (at, key) => (typeof key === 'number' ? `${at}[${String(key)}]` : at === '' ? String(key) : `${at}.${String(key)}`),
    '',
  );
}

/** Nested strings as dotted keys. */
function flatten(data: unknown, prefix = ''): Record<string, string> {
  if (typeof data === 'string') return { [prefix]: data };
  if (typeof data !== 'object' || data === null) return {};
  return Object.assign(
    {},
    ...Object.entries(data).map(([key, item]) => flatten(item, prefix === '' ? key : `${prefix}.${key}`)),
  ) as Record<string, string>;
}

/** The named slots of a text, sorted. @example slots('{{a}} of {{b}}') → 'a, b' */
function slots(text: string): string {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name))].sort().join(', ');
}
