import fc from 'fast-check';
import { languages } from '../../src/i18n/languages.ts';
import { assemble } from '../../src/model/assemble.ts';
import type { Setting, Value } from '../../src/model/types.ts';
import { POSITIONS } from '../../src/posture/address.ts';
import type { State } from '../../src/posture/resolve.ts';
import { read } from '../../src/site/content.ts';

/** The site's own facts; mistakes in some language's words are content.spec.ts's to report. */
export const { model } = assemble(read('content').files, languages);

const ids = Object.keys(model.settings);

/** Values that a setting may be given: its defaults, what conditions ask for, and some typical ones; `null` is "not set". */
export function valuesOf(id: string): Value[] {
  const setting = model.settings[id]!;
  const { defaults, hardened = null, opens = null } = setting;
  const known = defaults.flatMap(({ value }) => (isValue(value) ? [value] : []));
  const all = [null, hardened, opens, ...known, ...askedOf(id), ...typical(setting)];
  return [...new Map(all.map((value) => [JSON.stringify(value), value])).values()];
}

function typical({ type, values }: Setting): Value[] {
  if (type === 'boolean') return [true, false];
  if (type === 'number') return [0, 10255];
  if (type === 'list') return [[], ...(values ?? []).map((value) => [value])];
  if (type === 'choice') return values ?? [];
  return ['/some/value'];
}

/** The values of a setting that some condition asks for. */
function askedOf(id: string): Value[] {
  const found: Value[] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('setting' in part && part.setting === id)
      for (const [test, value] of Object.entries(part) as [string, Value][])
        if (test === 'includes') found.push([String(value)]);
        else if (test.startsWith('is')) found.push(value);
    Object.values(part).forEach(walk);
  };
  walk([model.conditions, model.channels, model.paths, model.tunnels, model.weaknesses, model.settings]);
  return found;
}

function isValue(value: Setting['defaults'][number]['value']): value is Value {
  return typeof value !== 'object' || value === null || Array.isArray(value);
}

/** Settings on which some verdict may turn; they are more interesting than the others. */
const telling = ids.filter((id) => {
  const { hardened, opens } = model.settings[id]!;
  return hardened !== undefined || opens !== undefined || id.startsWith('assumption.');
});

export const positions = fc.constantFrom(...POSITIONS);

export const settingIds = fc.constantFrom(...ids);

/** A setting with one of its values; `undefined` makes it unknown. */
const override = fc
  .oneof(settingIds, fc.constantFrom(...telling))
  .chain((id) => fc.constantFrom<Value | undefined>(undefined, ...valuesOf(id)).map((value) => [id, value] as const));

/** States that a reader can bring about. */
export const states: fc.Arbitrary<State> = fc.record({
  scenario: fc.constantFrom(...Object.keys(model.scenarios)),
  release: fc.constantFrom(undefined, ...model.releases.map(({ id }) => id)),
  set: fc.uniqueArray(override, { maxLength: 6, selector: ([id]) => id }).map((entries) => Object.fromEntries(entries)),
});
