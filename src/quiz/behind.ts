import type { Model } from '../model/types.ts';

const known = new WeakMap<Model, Map<string, ReadonlySet<string>>>();

/** Every setting on which anything about a path depends: its routes, its guarantees, and what those rest on. */
export function settingsBehind(model: Model, path: string): ReadonlySet<string> {
  const paths = known.get(model) ?? new Map<string, ReadonlySet<string>>();
  known.set(model, paths);
  const found = paths.get(path) ?? collect(model, path);
  paths.set(path, found);
  return found;
}

function collect(model: Model, id: string): ReadonlySet<string> {
  const path = model.paths[id];
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('setting' in part && typeof part.setting === 'string' && !found.has(part.setting)) {
      found.add(part.setting);
      visit(model.settings[part.setting]?.defaults);
    }
    if ('condition' in part && typeof part.condition === 'string' && !seen.has(part.condition)) {
      seen.add(part.condition);
      visit(model.conditions[part.condition]?.when);
    }
    Object.values(part).forEach(visit);
  };
  const channels = [
    ...(path?.routes.flatMap((route) => route.channels.map(({ channel }) => channel)) ?? []),
    ...(path?.variants.flatMap(({ channel }) => channel ?? []) ?? []),
  ];
  visit([path?.routes, path?.variants, channels.map((channel) => model.channels[channel])]);
  return found;
}
