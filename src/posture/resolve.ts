import type { Model, Setting, Value } from '../model/types.ts';
import { evaluate, type Context, type Resolved } from './evaluate.ts';
import { within } from './release.ts';

export interface State {
  readonly scenario: string;
  /** The scenario's own release where nothing is said. */
  readonly release?: string | undefined;
  /** What overrides the scenario: `null` takes a setting back to its default, `undefined` makes it unknown. */
  readonly set?: Readonly<Record<string, Value | undefined>> | undefined;
}

/**
 * The settings in force: what was given, else what the scenario says, else the default of that release and origin.
 * A setting outside its since and until does not exist and counts as not set.
 */
export function resolve(model: Model, state: State): Context {
  const scenario = model.scenarios[state.scenario];
  if (!scenario) throw new Error(`unknown scenario: ${state.scenario}`);
  const release = state.release ?? scenario.release;
  const sourced = within(release, scenario.releases);
  const cache = new Map<string, Resolved>();

  function lookup(id: string): Resolved {
    const known = cache.get(id);
    if (known) return known;
    const setting = model.settings[id];
    if (!setting) throw new Error(`unknown setting: ${id}`);
    // A default that depends on itself stays unknown instead of running for ever.
    cache.set(id, { value: undefined, origin: 'unknown' });
    const resolved = inForce(id, setting);
    cache.set(id, resolved);
    return resolved;
  }

  function inForce(id: string, setting: Setting): Resolved {
    if (!within(release, { from: setting.since, until: setting.until })) return { value: null, origin: 'outside' };
    if (state.set && id in state.set) {
      const value = state.set[id] === null ? defaultOf(id, setting).value : state.set[id];
      return { value, origin: value === undefined ? 'unknown' : 'given' };
    }
    if (scenario?.unknown?.includes(id)) return { value: undefined, origin: 'unknown' };
    if (scenario && id in scenario.settings) {
      return sourced ? { value: scenario.settings[id], origin: 'scenario' } : { value: undefined, origin: 'unknown' };
    }
    return scenario?.others === 'unknown' ? { value: undefined, origin: 'unknown' } : defaultOf(id, setting);
  }

  function defaultOf(id: string, setting: Setting): Resolved {
    const component = id.slice(0, id.indexOf('.'));
    const origin = scenario?.origins?.[component] ?? 'flags';
    for (const entry of setting.defaults) {
      if ((entry.origin ?? origin) !== origin || !within(release, entry)) continue;
      const fits = entry.when === undefined ? true : evaluate(entry.when, context).truth;
      if (fits === false) continue;
      if (fits === 'unknown' || isUnknown(entry.value)) return { value: undefined, origin: 'unknown' };
      return { value: entry.value, origin: 'default' };
    }
    return { value: undefined, origin: 'unknown' };
  }

  const context: Context = { release, lookup, conditions: model.conditions };
  return context;
}

function isUnknown(value: Setting['defaults'][number]['value']): value is { unknown: true } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
