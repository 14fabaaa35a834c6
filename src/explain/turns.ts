import type { Model, Position } from '../model/types.ts';
import type { Notice } from '../posture/query.ts';
import { causes } from '../posture/causes.ts';
import type { changed, PathDifference, SettingDifference, Turn } from '../posture/compare.ts';
import type { PathPosture } from '../posture/posture.ts';
import { joined, type Voice } from './voice.ts';

/** What changed on a path between two states, and which changes of settings or release brought it about. */
export function explainChange(
  voice: Voice,
  model: Model,
  position: Position,
  difference: PathDifference,
  settings: readonly SettingDifference[],
  releases: { readonly before: string; readonly after: string },
): string[] {
  const { t } = voice;
  const { before, after } = difference;
  const path = voice.path(difference.path);
  const word = (of: PathPosture): string => t(`verdict.${of.verdict}`);
  const inside = (of: PathPosture): string => t(`verdict.${(of.remainder ?? of).verdict}`);
  const said: string[] = [];
  if (difference.verdict) said.push(t('explain.change.verdict', { path, before: word(before), after: word(after) }));
  else if (difference.remainder)
    said.push(t('explain.change.inside', { path, before: inside(before), after: inside(after) }));
  if (difference.route && before.route !== null && after.route !== null)
    said.push(
      t('explain.change.route', { path, before: route(voice, before.route), after: route(voice, after.route) }),
    );
  for (const id of difference.appearing) said.push(t('explain.change.appears', { weakness: voice.weakness(id) }));
  for (const id of difference.vanishing) said.push(t('explain.change.vanishes', { weakness: voice.weakness(id) }));
  if (said.length === 0) return [];
  if (releases.before !== releases.after) said.push(t('explain.change.release', releases));
  const decisive = new Set([...decidedBy(model, before, position), ...decidedBy(model, after, position)]);
  for (const { setting, before: then, after: now } of settings)
    if (decisive.has(setting))
      said.push(
        t('explain.change.setting', {
          setting: setting.startsWith('assumption.') ? voice.effect(setting) : voice.setting(setting),
          before: voice.value(setting, then.value),
          after: voice.value(setting, now.value),
        }),
      );
  return said;
}

/** What a live region says after a change: how many paths turned, how, and which. */
export function announce(voice: Voice, turned: ReturnType<typeof changed>): string {
  const said = (Object.entries(turned) as [Exclude<Turn, 'same'>, readonly string[]][]).flatMap(([turn, paths]) =>
    paths.length === 0
      ? []
      : [voice.t(`explain.turn.${turn}`, { count: paths.length, paths: voice.list(paths.map(voice.path)) })],
  );
  return said.length === 0 ? voice.t('explain.turn.none') : joined(voice, said);
}

/** What an address asked for and did not get. */
export function explainNotice(voice: Voice, release: string, { parameter, value, setting, why }: Notice): string {
  const { t } = voice;
  if (setting !== undefined && why === 'outside')
    return t('explain.notice.outside', { setting: voice.setting(setting), release });
  if (setting !== undefined) return t('explain.notice.value', { setting: voice.setting(setting), value });
  return t(why === 'unknown' ? 'explain.notice.unknown' : 'explain.notice.invalid', { parameter, value });
}

/** The settings in the traces of a verdict, of its route and of its weaknesses. */
function decidedBy(model: Model, path: PathPosture, position: Position): string[] {
  const traces = [path.routing, ...causes(model, path, position).map(({ trace }) => trace), ...path.weaknesses];
  const broken = path.variants.map((variant) => variant.broken);
  const guarantees = path.hops.flatMap((hop) => Object.values(hop.guarantees));
  return [...traces, ...broken, ...guarantees].flatMap(({ because }) =>
    because.flatMap((reason) => (reason.kind === 'setting' ? [reason.setting] : [])),
  );
}

function route({ t, path }: Voice, id: string): string {
  if (id === 'direct') return t('explain.route.direct');
  return id === 'agent-tunnel' ? t('explain.route.agents') : path(id);
}
