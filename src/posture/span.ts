import type { Model, Severity, Weakness } from '../model/types.ts';
import { evaluate, type Context } from './evaluate.ts';
import { within } from './release.ts';

/** Neighbouring releases about which the same is said; both ends count. */
export interface Run<T> {
  readonly from: string;
  readonly until: string;
  readonly value: T;
}

/** The releases in which a weakness can apply under some settings, on a path that exists there. */
export function releasesOf(model: Model, weakness: Weakness): string[] {
  return model.releases
    .map(({ id }) => id)
    .filter((release) => weakness.paths.some((path) => within(release, model.paths[path]?.releases ?? {})))
    .filter((release) => evaluate(weakness.when, unsettled(model, release)).truth !== false);
}

/** The severities that a weakness can have where it can apply, in the order in which its facts try them. */
export function severitiesOf(model: Model, weakness: Weakness): Severity[] {
  const { severity } = weakness;
  if (typeof severity === 'string') return [severity];
  const found = new Set<Severity>();
  for (const release of releasesOf(model, weakness)) {
    const context = unsettled(model, release);
    for (const { level, when = true } of severity) {
      const { truth } = evaluate(when, context);
      if (truth !== false) found.add(level);
      if (truth === true) break;
    }
  }
  return severity.map(({ level }) => level).filter((level) => found.has(level));
}

/** A release with all of its settings open; what does not exist there is not set. */
function unsettled(model: Model, release: string): Context {
  return {
    release,
    conditions: model.conditions,
    lookup: (id) => {
      const setting = model.settings[id];
      return within(release, { from: setting?.since, until: setting?.until })
        ? { value: undefined, origin: 'unknown' }
        : { value: null, origin: 'outside' };
    },
  };
}

/**
 * What is said of each release, drawn together where neighbours say the same.
 * @example runs(['1.10', '1.11', '1.12'], (id) => id === '1.12') → 1.10 to 1.11 false, 1.12 to 1.12 true
 */
export function runs<T>(releases: readonly string[], say: (release: string) => T): Run<T>[] {
  const found: Run<T>[] = [];
  for (const release of releases) {
    const value = say(release);
    const last = found.at(-1);
    if (last && JSON.stringify(last.value) === JSON.stringify(value))
      found[found.length - 1] = { ...last, until: release };
    else found.push({ from: release, until: release, value });
  }
  return found;
}
