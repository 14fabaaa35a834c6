import { guess } from './desk.ts';
import type { Model, Setting, Value } from './types.ts';

/** A fact that prose asks for, or why there is none. */
export type Answer<T> = { readonly value: T } | { readonly problem: string };

type Origin = 'flags' | 'file';

/** Every id that `<Port of="…" />` may name: components and settings that have a port, and the ports beside them. */
export function portIds(model: Model): string[] {
  const components = Object.keys(model.components).filter((id) => model.components[id]?.port !== undefined);
  const settings = Object.keys(model.settings).filter((id) =>
    model.settings[id]?.defaults.some(({ value }) => isPort(value)),
  );
  return [...components, ...Object.keys(model.ports), ...settings];
}

/** The port of a component, of a setting by default, or of the register beside them. */
export function portOf(model: Model, of: string, origin?: string): Answer<string> {
  const port = model.components[of]?.port ?? model.ports[of]?.port;
  if (port !== undefined) return { value: port };
  if (!(of in model.settings)) return { problem: `unknown port "${of}".${guess(of, portIds(model))}` };
  const found = defaultOf(model, of, origin);
  if ('problem' in found) return found;
  return isPort(found.value)
    ? { value: String(found.value) }
    : { problem: `the default of "${of}" is ${said(found.value)}, which is no port.` };
}

/** The default of a setting in the newest release; the origin must be said where flags and a file differ. */
export function defaultOf(model: Model, of: string, origin?: string): Answer<Value> {
  const setting = model.settings[of];
  if (setting === undefined) return { problem: `unknown setting "${of}".${guess(of, Object.keys(model.settings))}` };
  if (origin !== undefined && origin !== 'flags' && origin !== 'file')
    return { problem: `"${origin}" is no origin. It is "flags" or "file".` };
  const newest = model.releases.at(-1)?.id ?? '';
  if (!within(newest, { from: setting.since, until: setting.until }))
    return { problem: `"${of}" does not exist in ${newest}. Say its default in words.` };
  const origins: readonly Origin[] = origin === undefined ? ['flags', 'file'] : [origin];
  const entries = origins.map((one) => inForce(setting, one, newest));
  const [first, second = first] = entries;
  if (first === undefined || second === undefined || typeof first === 'string')
    return { problem: `"${of}" has no one default in ${newest} that could be shown. Say it in words.` };
  if (JSON.stringify(first) !== JSON.stringify(second))
    return { problem: `the default of "${of}" depends on where it is set. Say origin="flags" or origin="file".` };
  return { value: first.value };
}

/** The entry in force, or why it is not certain. */
function inForce(setting: Setting, origin: Origin, release: string): { value: Value } | 'uncertain' | undefined {
  const entry = setting.defaults.find((one) => (one.origin ?? origin) === origin && within(release, one));
  if (entry === undefined) return undefined;
  const { value, when } = entry;
  return when !== undefined || isUnknown(value) ? 'uncertain' : { value };
}

/** The number of a minor. @example minor('1.34') → 34 */
export function minor(release: string): number {
  return Number(release.slice(release.indexOf('.') + 1));
}

function within(release: string, range: { from?: string | undefined; until?: string | undefined }): boolean {
  return minor(range.from ?? release) <= minor(release) && minor(release) <= minor(range.until ?? release);
}

function isUnknown(value: Setting['defaults'][number]['value']): value is { unknown: true } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPort(value: Setting['defaults'][number]['value']): value is number {
  return typeof value === 'number' && value > 0 && value < 65536;
}

function said(value: Value): string {
  return value === null ? 'not set' : String(value);
}
