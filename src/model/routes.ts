import type { Condition, Model, Path, PathFacts } from './types.ts';

/** A path with its routes written out: the tunnels that may carry it, and the direct way that is left when none does. */
export function expand(id: string, facts: PathFacts, tunnels: Model['tunnels']): Path {
  return {
    id,
    from: facts.from,
    to: facts.to,
    order: facts.order,
    releases: facts.releases,
    exemplar: facts.exemplar,
    tunnel: facts.tunnel,
    routes: routesOf(id, facts, tunnels),
    variants: (facts.variants ?? []).map((variant) => ({
      id: variant.id,
      channel: variant.channel,
      brokenWhen: variant['broken-when'] ?? false,
    })),
    sources: facts.sources,
  };
}

function routesOf(id: string, facts: PathFacts, tunnels: Model['tunnels']): Path['routes'] {
  if (facts.route) return [{ id: 'direct', when: true, hops: facts.route.hops, channels: facts.route.channels }];
  if (facts.tunnel !== undefined) {
    const tunnel = tunnels[facts.tunnel];
    if (!tunnel) return [];
    return [{ id: facts.tunnel, when: tunnel.when, hops: tunnel.hops, channels: tunnel.channels }];
  }
  const target = facts.to[0] ?? '';
  const carrying = Object.entries(tunnels).map(([name, tunnel]) => {
    const carried = tunnel.carries?.[id];
    const when: Condition = carried === undefined ? tunnel.when : { all: [tunnel.when, carried] };
    const against = new Set(tunnel.hops.filter(({ request }) => request === 'against').map((hop) => hop.id));
    return {
      id: name,
      when,
      hops: [...tunnel.hops, { id: 'last', from: [tunnel.exit], to: target, ...facts.direct }],
      channels: tunnel.channels.map((use) =>
        use.spans.some((hop) => against.has(hop)) ? { ...use, reversed: true as const } : use,
      ),
    };
  });
  const direct = {
    id: 'direct',
    when: { not: { any: carrying.map(({ when }) => when) } },
    hops: [{ id: 'direct', from: facts.from, to: target, ...facts.direct }],
    channels: [],
  };
  return [direct, ...carrying];
}
