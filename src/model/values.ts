import { guess } from './desk.ts';
import type { Model, Setting, Value, Weakness } from './types.ts';

/** A fact that prose asks for, or why there is none. */
export type Answer<T> = { readonly value: T } | { readonly problem: string };

type Origin = 'flags' | 'file';
type Cve = NonNullable<Weakness['cves']>[number];

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
  const found = defaultOf(model, of, { origin });
  if ('problem' in found) return found;
  return isPort(found.value)
    ? { value: String(found.value) }
    : { problem: `the default of "${of}" is ${said(found.value)}, which is no port.` };
}

/** Which default of a setting is meant, as a writer types it. */
export interface Asked {
  /** Flags or a configuration file, where these differ. */
  readonly origin?: string | undefined;
  /** The release, where it is not the newest. */
  readonly in?: string | undefined;
  /** `otherwise` where the default hangs on other settings: the one that is left when none of those cases holds. */
  readonly when?: string | undefined;
}

/** The default of a setting. */
export function defaultOf(model: Model, of: string, asked: Asked = {}): Answer<Value> {
  const { origin, in: release, when } = asked;
  const setting = model.settings[of];
  if (setting === undefined) return { problem: `unknown setting "${of}".${guess(of, Object.keys(model.settings))}` };
  if (origin !== undefined && origin !== 'flags' && origin !== 'file')
    return { problem: `"${origin}" is no origin. It is "flags" or "file".` };
  if (when !== undefined && when !== 'otherwise') return { problem: `"${when}" is no case. It is "otherwise".` };
  const releases = model.releases.map(({ id }) => id);
  const at = release ?? releases.at(-1) ?? '';
  if (!releases.includes(at)) return { problem: `unknown release "${at}".${guess(at, releases)}` };
  if (!within(at, { from: setting.since, until: setting.until }))
    return { problem: `"${of}" does not exist in ${at}. Say its default in words.` };
  const origins: readonly Origin[] = origin === undefined ? ['flags', 'file'] : [origin];
  const entries = origins.map((one) => inForce(setting, one, at, when !== undefined));
  const [first, second = first] = entries;
  if (first === undefined || second === undefined || typeof first === 'string')
    return { problem: `"${of}" has no one default in ${at} that could be shown. Say it in words.` };
  if (JSON.stringify(first) !== JSON.stringify(second))
    return { problem: `the default of "${of}" depends on where it is set. Say origin="flags" or origin="file".` };
  return { value: first.value };
}

/** The CVE numbers of a weakness, or the one of them that is asked for; none where it has none. */
export function recordsOf(model: Model, of: string, cve?: string): Answer<readonly string[]> {
  const found = cvesOf(model, of, cve);
  return 'problem' in found ? found : { value: found.value.map(({ id }) => id) };
}

/** The patch releases in which a weakness is fixed, bare; which of its CVEs is meant must be said where they differ. */
export function fixedOf(model: Model, of: string, cve?: string): Answer<readonly string[]> {
  const found = cvesOf(model, of, cve);
  if ('problem' in found) return found;
  const [first = [], ...others] = found.value.map(({ fixed = [] }) => fixed.map(bare));
  if (others.some((one) => one.join() !== first.join()))
    return { problem: `the CVEs of "${of}" differ in their fixes. Say which one with cve="…".` };
  return first.length === 0 ? { problem: `no fix of "${cve ?? of}" is known. Say so in words.` } : { value: first };
}

/** A patch release without the name of its product. @example bare('K3s 1.32.4') → '1.32.4' */
export function bare(fixed: string): string {
  return /\d+(?:\.\d+)+/.exec(fixed)?.[0] ?? fixed;
}

function cvesOf(model: Model, of: string, cve?: string): Answer<readonly Cve[]> {
  const weakness = model.weaknesses[of];
  if (weakness === undefined)
    return { problem: `unknown weakness "${of}".${guess(of, Object.keys(model.weaknesses))}` };
  const all = weakness.cves ?? [];
  if (cve === undefined) return { value: all };
  const ids = all.map(({ id }) => id);
  return ids.includes(cve)
    ? { value: all.filter(({ id }) => id === cve) }
    : { problem: `"${cve}" is no CVE of "${of}".${guess(cve, ids)}` };
}

/** The entry in force, or why it is not certain. */
function inForce(
  setting: Setting,
  origin: Origin,
  release: string,
  otherwise: boolean,
): { value: Value } | 'uncertain' | undefined {
  const entry = setting.defaults.find(
    (one) => (one.origin ?? origin) === origin && within(release, one) && !(otherwise && one.when !== undefined),
  );
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
