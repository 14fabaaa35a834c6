import type {
  Channel,
  ChannelUse,
  Condition,
  Guarantee,
  Hop,
  Model,
  Path,
  Scenario,
  Setting,
  Value,
  Weakness,
} from '../../src/model/types.ts';

/** A small language for models: a test writes the few facts that it is about, everything else is plain. */

const sources = ['S'];

type Mark = '+' | '-' | '?';
const TRUTHS = { '+': true, '-': false, '?': 'unknown' } as const;

/**
 * A channel by its four guarantees: encrypted, server-verified, client-authenticated, authorized.
 * @example channel('++-?', { authorized: { setting: 'kubelet.mode', is: 'Webhook' } })
 */
export function channel(
  marks: `${Mark}${Mark}${Mark}${Mark}`,
  conditions: Partial<Record<Guarantee, Condition>> = {},
): Channel {
  const [encrypted, server, client, authorized] = Array.from(marks, (mark) => TRUTHS[mark as Mark]);
  const given = (guarantee: Guarantee, holds: Condition | undefined) => ({
    holds: conditions[guarantee] ?? holds ?? 'unknown',
    sources,
  });
  return {
    protocol: 'TLS',
    encrypted: given('encrypted', encrypted),
    'server-verified': given('server-verified', server),
    'client-authenticated': given('client-authenticated', client),
    authorized: given('authorized', authorized),
    'server-shows': [{ kind: 'nothing' }],
    'client-shows': [{ kind: 'nothing' }],
  };
}

/** A hop by its name and its ends, in the direction of the dial. @example hop('tunnel: agent > server') */
export function hop(said: string, more: Partial<Hop> = {}): Hop {
  const [, id = '', from = '', to = ''] = /^([\w-]+): ([\w-]+) > ([\w-]+)$/.exec(said) ?? [];
  return { id, from: [from], to, ...more };
}

/** A channel in use. @example use('tls over front tunnel', { when: false }) */
export function use(said: string, more: Partial<ChannelUse> = {}): ChannelUse {
  const [name = '', spans = ''] = said.split(' over ');
  return { channel: name, spans: spans.split(' '), ...more };
}

/** A path with one route that is always taken, or with the routes that are given. */
export function path(parts: {
  hops?: Hop[];
  channels?: ChannelUse[];
  routes?: Path['routes'];
  variants?: (Partial<Path['variants'][number]> & { id: string })[];
  releases?: Path['releases'];
  tunnel?: string;
}): Path {
  return {
    id: 'path',
    from: ['hub'],
    to: ['kubelet'],
    order: 1,
    releases: parts.releases,
    tunnel: parts.tunnel,
    routes: parts.routes ?? [{ id: 'direct', when: true, hops: parts.hops ?? [], channels: parts.channels ?? [] }],
    variants: (parts.variants ?? []).map((variant) => ({ brokenWhen: false, ...variant })),
    sources,
  };
}

/** A setting by its default value, or by several defaults with their origins, releases and conditions. */
export function setting(defaults: Value | Setting['defaults'], more: Partial<Setting> = {}): Setting {
  const several = Array.isArray(defaults) && defaults.every((entry) => typeof entry === 'object');
  return { type: 'string', defaults: several ? defaults : [{ value: defaults }], sources, ...more };
}

export function scenario(settings: Record<string, Value> = {}, more: Partial<Scenario> = {}): Scenario {
  return { order: 1, release: '1.30', releases: { from: '1.20', until: '1.35' }, settings, sources, ...more };
}

/** A weakness of the path `path` that needs no credential. */
export function weakness(parts: Partial<Weakness>): Weakness {
  return { paths: ['path'], when: true, from: [], credential: false, severity: 'high', sources, ...parts };
}

/** A model with a hub and a server in the control plane, and an agent, a kubelet and a Pod among the nodes. */
export function model(parts: Partial<Model>): Model {
  return {
    components: {
      hub: { zone: 'control-plane', hub: true },
      server: { zone: 'control-plane' },
      agent: { zone: 'node' },
      kubelet: { zone: 'node' },
      pod: { zone: 'node' },
    },
    ports: {},
    releases: [],
    sources: {},
    conditions: {},
    settings: {},
    channels: {},
    tunnels: {},
    paths: {},
    weaknesses: {},
    scenarios: { plain: scenario() },
    changes: {},
    switches: {},
    listeners: {},
    log: {},
    tours: {},
    exercises: {},
    ...parts,
  };
}
