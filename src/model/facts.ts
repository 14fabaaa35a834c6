import type { z } from 'zod';
import type { Desk } from './desk.ts';
import { expand } from './routes.ts';
import * as shape from './schema.ts';
import type { Model, PathFacts } from './types.ts';

export interface Facts {
  readonly model: Model;
  /** The paths as their files state them, before their routes are written out. */
  readonly paths: Readonly<Record<string, PathFacts>>;
  /** The file in which each weakness stands. */
  readonly homes: Readonly<Record<string, string>>;
}

/** Everything that the files state, as one model. */
export function readFacts(desk: Desk): Facts {
  const settings = merged(desk, /^settings\/([^/]+)\.yaml$/, shape.settings, (component, id) => `${component}.${id}`);
  const weaknesses = merged(desk, /^weaknesses\/([^/]+)\.yaml$/, shape.weaknesses, (_, id) => id);
  const tunnels = desk.read('tunnels.yaml', shape.tunnels) ?? {};
  const paths = desk.each(/^paths\/([^/]+)\/facts\.yaml$/, shape.path);
  const ordered = Object.entries(paths).sort(([, a], [, b]) => a.order - b.order);
  const model: Model = {
    components: desk.read('components.yaml', shape.components) ?? {},
    ports: desk.read('ports.yaml', shape.ports) ?? {},
    releases: desk.read('releases.yaml', shape.releases) ?? [],
    sources: desk.read('sources.yaml', shape.sourceRegister) ?? {},
    conditions: desk.read('conditions.yaml', shape.conditions) ?? {},
    settings: settings.all,
    channels: desk.read('channels.yaml', shape.channels) ?? {},
    tunnels,
    paths: Object.fromEntries(ordered.map(([id, facts]) => [id, expand(id, facts, tunnels)])),
    weaknesses: weaknesses.all,
    changes: desk.read('changes.yaml', shape.changes) ?? {},
    switches: desk.read('switches.yaml', shape.switches) ?? {},
    listeners: desk.read('listeners.yaml', shape.listeners) ?? {},
    log: desk.read('log.yaml', shape.log) ?? {},
    scenarios: desk.each(/^scenarios\/([^/]+)\.yaml$/, shape.scenario),
    tours: inOrder(desk.each(/^tours\/([^/]+)\/steps\.yaml$/, shape.tour)),
    exercises: inOrder(desk.read('exercises.yaml', shape.exercises) ?? {}),
  };
  return { model, paths, homes: weaknesses.homes };
}

function inOrder<T extends { readonly order: number }>(all: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(all).sort(([, a], [, b]) => a.order - b.order));
}

/** The facts of several files as one register; an id that stands twice is noted. */
function merged<T>(
  desk: Desk,
  pattern: RegExp,
  type: z.ZodType<Record<string, T>>,
  key: (name: string, id: string) => string,
): { all: Record<string, T>; homes: Record<string, string> } {
  const all: Record<string, T> = {};
  const homes: Record<string, string> = {};
  for (const { file, name } of desk.matching(pattern))
    for (const [id, fact] of Object.entries(desk.read(file, type) ?? {})) {
      const full = key(name, id);
      if (full in all)
        desk.note(file, id, 'DUPLICATE_ID', `"${id}" is also in ${homes[full] ?? ''}. Keep one of them.`);
      all[full] = fact;
      homes[full] = file;
    }
  return { all, homes };
}
