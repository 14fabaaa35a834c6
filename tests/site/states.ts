import type { Model, Setting, Value } from '../../src/model/types.ts';

interface State {
  readonly scenario: string;
  readonly release: string;
  readonly set: Readonly<Record<string, Value | undefined>>;
}

/** Settings as nobody would choose them, the same ones at every run: a scenario, a release, and a dozen changes. */
export function randomStates(model: Model, count: number): State[] {
  const random = numbers(7);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const settings = Object.entries(model.settings);
  const value = (setting: Setting): Value | undefined => {
    // What is not known is drawn otherwise than what is wrong.
    if (random() < 0.25) return undefined;
    if (setting.type === 'boolean') return random() < 0.5;
    if (setting.type === 'number') return pick([0, 10255]);
    if (setting.type === 'list') return setting.values ? [pick(setting.values)] : ['x'];
    return setting.values ? pick(setting.values) : pick([null, '/x']);
  };
  return Array.from({ length: count }, () => ({
    scenario: pick(Object.keys(model.scenarios)),
    release: pick(model.releases).id,
    set: Object.fromEntries(
      Array.from({ length: 12 }, () => pick(settings)).map(([id, setting]) => [id, value(setting)]),
    ),
  }));
}

/** Numbers from 0 to 1 that look random and never change. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}
