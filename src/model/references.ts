import type { Desk } from './desk.ts';
import type { Facts } from './facts.ts';
import type { Exercise, Hop } from './types.ts';

const MARKER = /# @(\S+)\s*$/gm;

/** Files that hold words: what they say refers to nothing by its key. */
const TEXTS = /^words\/|^tours\/[^/]+\/(?!steps\.)/;

/** Where the facts of each kind stand. */
const HOMES = {
  component: 'components.yaml',
  source: 'sources.yaml',
  setting: 'settings/',
  condition: 'conditions.yaml',
  channel: 'channels.yaml',
  tunnel: 'tunnels.yaml',
  path: 'paths/',
  scenario: 'scenarios/',
  weakness: 'weaknesses/',
} as const;

/** Notes every id that refers to nothing. */
export function checkReferences(desk: Desk, { model, paths, homes }: Facts): void {
  const ids = {
    component: Object.keys(model.components),
    source: Object.keys(model.sources),
    setting: Object.keys(model.settings),
    condition: Object.keys(model.conditions),
    channel: Object.keys(model.channels),
    tunnel: Object.keys(model.tunnels),
    path: Object.keys(model.paths),
    scenario: Object.keys(model.scenarios),
    weakness: Object.keys(model.weaknesses),
  };
  const known = (file: string, at: string, kind: keyof typeof ids, id: string): void => {
    // A slip in one file is one problem, not one for every reference to what stands in it.
    if (desk.isWhole(HOMES[kind])) desk.known(file, at, kind, id, ids[kind]);
  };

  for (const { file, data } of desk.files) {
    if (file.includes('/snippets/')) {
      if (typeof data === 'string')
        for (const [, id] of data.matchAll(MARKER)) if (id !== undefined) known(file, `# @${id}`, 'setting', id);
    } else if (file.endsWith('.yaml') && !TEXTS.test(file)) walk(file, data);
  }
  for (const [id, facts] of Object.entries(paths)) {
    const file = `paths/${id}/facts.yaml`;
    for (const end of [...facts.from, ...facts.to]) known(file, 'from, to', 'component', end);
    if (facts.exemplar !== undefined) known(file, 'exemplar', 'scenario', facts.exemplar);
    if (facts.tunnel !== undefined) known(file, 'tunnel', 'tunnel', facts.tunnel);
    for (const variant of facts.variants ?? [])
      if (variant.channel !== undefined) known(file, 'channel', 'channel', variant.channel);
    checkRoute(file, 'route', facts.route);
  }
  for (const [id, tunnel] of Object.entries(model.tunnels)) {
    for (const path of Object.keys(tunnel.carries ?? {})) known('tunnels.yaml', id, 'path', path);
    known('tunnels.yaml', `${id}.exit`, 'component', tunnel.exit);
    checkRoute('tunnels.yaml', id, tunnel);
  }
  for (const [id, channel] of Object.entries(model.channels))
    for (const end of [channel.client, channel.server])
      if (end !== undefined) known('channels.yaml', id, 'component', end);
  for (const [id, weakness] of Object.entries(model.weaknesses)) {
    const file = homes[id] ?? '';
    for (const path of weakness.paths) known(file, `${id}.paths`, 'path', path);
    for (const setting of weakness.settings ?? []) known(file, `${id}.settings`, 'setting', setting);
  }
  for (const [id, change] of Object.entries(model.changes)) {
    for (const path of change.paths) known('changes.yaml', `${id}.paths`, 'path', path);
    for (const setting of change.settings ?? []) known('changes.yaml', `${id}.settings`, 'setting', setting);
    for (const weakness of change.weaknesses ?? []) known('changes.yaml', `${id}.weaknesses`, 'weakness', weakness);
  }
  for (const [id, { shows, set, clear }] of Object.entries(model.switches))
    for (const setting of [shows, ...Object.keys(set), ...Object.keys(clear)])
      known('switches.yaml', id, 'setting', setting);
  for (const [id, { component }] of Object.entries(model.listeners))
    known('listeners.yaml', `${id}.component`, 'component', component);
  for (const [id, entry] of Object.entries(model.log)) {
    for (const path of entry.paths ?? []) known('log.yaml', `${id}.paths`, 'path', path);
    for (const setting of entry.settings ?? []) known('log.yaml', `${id}.settings`, 'setting', setting);
    for (const weakness of entry.weaknesses ?? []) known('log.yaml', `${id}.weaknesses`, 'weakness', weakness);
  }
  for (const [id, { steps }] of Object.entries(model.tours)) {
    const file = `tours/${id}/steps.yaml`;
    for (const step of steps) {
      checkStart(file, `steps.${step.id}`, step);
      if (step.path !== undefined) known(file, `steps.${step.id}.path`, 'path', step.path);
      const hops = model.paths[step.path ?? '']?.routes.flatMap((route) => route.hops.map((hop) => hop.id)) ?? [];
      if (step.focus?.hop !== undefined) desk.known(file, `steps.${step.id}.focus`, 'hop', step.focus.hop, hops);
    }
    const twice = steps.find((step, index) => steps.findIndex((other) => other.id === step.id) < index);
    if (twice) desk.note(file, twice.id, 'DUPLICATE_ID', `two steps are called "${twice.id}".`);
  }
  for (const [id, exercise] of Object.entries(model.exercises)) {
    checkStart('exercises.yaml', id, exercise);
    const { goal } = exercise;
    for (const path of 'paths' in goal ? goal.paths : goal.among) known('exercises.yaml', `${id}.goal`, 'path', path);
  }
  for (const [id, scenario] of Object.entries(model.scenarios))
    for (const setting of [...Object.keys(scenario.settings), ...(scenario.unknown ?? [])])
      known(`scenarios/${id}.yaml`, 'settings', 'setting', setting);

  /** The scenario and the settings of a lesson. */
  function checkStart(file: string, at: string, { scenario, set }: Pick<Exercise, 'scenario' | 'set'>): void {
    known(file, `${at}.scenario`, 'scenario', scenario);
    for (const setting of Object.keys(set ?? {})) known(file, `${at}.set`, 'setting', setting);
  }

  /** The ends of each hop are components, and what a channel spans are hops. */
  function checkRoute(
    file: string,
    at: string,
    route: { hops: readonly Hop[]; channels: readonly { channel: string; spans: readonly string[] }[] } | undefined,
  ): void {
    const hops = route?.hops.map(({ id }) => id) ?? [];
    for (const hop of route?.hops ?? [])
      for (const end of [...hop.from, hop.to]) known(file, `${at}.hops.${hop.id}`, 'component', end);
    for (const use of route?.channels ?? []) {
      known(file, at === 'route' ? 'channel' : at, 'channel', use.channel);
      for (const hop of use.spans) desk.known(file, `${at}.channels.${use.channel}.spans`, 'hop', hop, hops);
    }
  }

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
        for (const source of item) known(file, here, 'source', String(source));
      else if (key === 'excludes' && Array.isArray(item))
        for (const setting of item) known(file, here, 'setting', String(setting));
      else if (typeof item === 'string' && (key === 'source' || key === 'setting' || key === 'condition'))
        known(file, here, key, item);
      else walk(file, item, here);
    }
  }
}
