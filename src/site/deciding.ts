import type { Place } from '../diagram/tie.ts';
import { GUARANTEES, type Channel, type Condition, type Model } from '../model/types.ts';
import { settingsIn as settingsOf } from '../posture/plan.ts';
import type { PathPosture } from '../posture/posture.ts';

/** The settings whose values decide the route, the guarantees or the breaking of a path, in their order in the model. */
export function decidingSettings(model: Model, id: string): string[] {
  const path = model.paths[id];
  if (!path) return [];
  const found = settingsIn(model, [
    ...path.routes.flatMap(({ when, hops, channels }) => [
      when,
      ...hops.map(({ crosses }) => crosses),
      ...channels.map((use) => use.when),
    ]),
    ...path.variants.map(({ brokenWhen }) => brokenWhen),
    ...channelsOf(model, id).flatMap(conditionsOf),
  ]);
  return Object.keys(model.settings).filter((setting) => found.has(setting));
}

/** Those of them that decide the guarantees of a path on the route in force; the others decide which route that is. */
export function settingsInForce(model: Model, id: string, state: PathPosture): string[] {
  const inUse = new Set(state.variants.flatMap(({ hops }) => hops.flatMap(({ channels }) => channels)));
  const found = settingsIn(model, [
    ...(model.paths[id]?.variants.map(({ brokenWhen }) => brokenWhen) ?? []),
    ...[...inUse].flatMap((channel) => conditionsOf(model.channels[channel])),
  ]);
  return Object.keys(model.settings).filter((setting) => found.has(setting));
}

/** Every setting on which anything depends: a route, a guarantee, a weakness, a listener, another default, a switch. */
export function settingsMentioned({
  switches,
  sources: _,
  tours: _tours,
  exercises: _exercises,
  ...facts
}: Model): string[] {
  const found = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('setting' in part && typeof part.setting === 'string') found.add(part.setting);
    Object.values(part).forEach(visit);
  };
  visit(facts);
  for (const { shows, on, set, clear } of Object.values(switches)) {
    visit(on);
    for (const setting of [shows, ...Object.keys(set), ...Object.keys(clear)]) found.add(setting);
  }
  return Object.keys(facts.settings).filter((id) => found.has(id));
}

/** The paths that a setting decides, in their order. */
export function pathsDecidedBy(model: Model, setting: string): string[] {
  return Object.keys(model.paths).filter((id) => decidingSettings(model, id).includes(setting));
}

/** The place on a path's edge that a setting decides: a guarantee, or what one end shows. */
export function placeDecided(model: Model, id: string, setting: string): Place | null {
  const channels = channelsOf(model, id);
  const decides = (part: (channel: Channel) => (Condition | undefined)[]): boolean =>
    settingsIn(model, channels.flatMap(part)).has(setting);
  if (decides((channel) => [channel.encrypted.holds])) return 'transport';
  if (decides((channel) => [channel['server-verified'].holds, ...channel['server-shows'].map(({ when }) => when)]))
    return 'server';
  if (decides((channel) => [channel.authorized.holds])) return 'authorization';
  if (decides((channel) => [channel['client-authenticated'].holds, ...channel['client-shows'].map(({ when }) => when)]))
    return 'client';
  return null;
}

/** Every channel that a path may run through: those of its routes and of its variants. */
export function channelIds(model: Model, id: string): string[] {
  const path = model.paths[id];
  if (!path) return [];
  return [
    ...path.routes.flatMap(({ channels }) => channels.map(({ channel }) => channel)),
    ...path.variants.flatMap(({ channel }) => channel ?? []),
  ];
}

function channelsOf(model: Model, id: string): Channel[] {
  return channelIds(model, id).flatMap((channel) => model.channels[channel] ?? []);
}

function conditionsOf(channel: Channel | undefined): Condition[] {
  return channel ? GUARANTEES.map((guarantee) => channel[guarantee].holds) : [];
}

/** The settings that conditions mention, named conditions followed. */
export function settingsIn(model: Model, conditions: readonly (Condition | undefined)[]): Set<string> {
  return new Set(conditions.flatMap((condition) => (condition === undefined ? [] : settingsOf(model, condition))));
}
