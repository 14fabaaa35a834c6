import type { Channel, ChannelUse, Guarantee, Hop, Model, Route, Variant } from '../model/types.ts';
import { evaluate, every, type Answer, type Context, type Truth } from './evaluate.ts';
import { possible, settle, type Outcome } from './verdict.ts';

/** A guarantee on a hop: its value, the channel that gives or withholds it, and the trace. */
export interface Decided extends Answer {
  readonly channel: string | null;
  /** What supports the rule that the channel states of this guarantee. */
  readonly sources: readonly string[];
}

export interface HopPosture {
  readonly hop: Hop;
  readonly crosses: Truth;
  readonly channels: readonly string[];
  readonly guarantees: Readonly<Record<Guarantee, Decided>>;
  /** What unknown guarantees leave possible, and what they settle to together. */
  readonly outcomes: readonly Outcome[];
  readonly outcome: Outcome;
}

/** The four guarantees on each hop of a route, for one variant of the request. */
export function hopsOf(model: Model, route: Route, variant: Variant | undefined, context: Context): HopPosture[] {
  const uses = usesOf(route, variant);
  return route.hops.map((hop) => {
    const spanning = uses.filter(({ spans }) => spans.includes(hop.id));
    const guarantees = byGuarantee((guarantee) => hold(model, spanning, guarantee, context));
    const outcomes = possible(byGuarantee((guarantee) => guarantees[guarantee].truth));
    return {
      hop,
      crosses: crosses(model, hop, context),
      channels: spanning
        .filter((use) => use.when === undefined || evaluate(use.when, context).truth !== false)
        .map(({ channel }) => channel),
      guarantees,
      outcomes,
      outcome: settle(outcomes),
    };
  });
}

/** The channels of a route, the request's own last: it runs end to end. */
export function usesOf(route: Route, variant: Variant | undefined): ChannelUse[] {
  if (variant?.channel === undefined) return [...route.channels];
  return [...route.channels, { channel: variant.channel, spans: route.hops.map(({ id }) => id) }];
}

/** Whether a hop crosses the moat: its ends lie in different zones, or a condition says so. */
function crosses(model: Model, hop: Hop, context: Context): Truth {
  if (hop.crosses !== undefined) return evaluate(hop.crosses, context).truth;
  const target = model.components[hop.to]?.zone;
  return hop.from.some((dialler) => model.components[dialler]?.zone !== target);
}

/** A guarantee holds if any channel that spans the hop gives it; otherwise the innermost channel explains why not. */
function hold(model: Model, uses: readonly ChannelUse[], guarantee: Guarantee, context: Context): Decided {
  const answers = uses.map((use): Decided => {
    const channel = model.channels[use.channel];
    if (!channel) throw new Error(`unknown channel: ${use.channel}`);
    const { holds, sources } = asked(channel, use, guarantee);
    const inUse = use.when === undefined ? [] : [evaluate(use.when, context)];
    return { ...every([...inUse, evaluate(holds, context)]), channel: use.channel, sources };
  });
  return (
    answers.find(({ truth }) => truth === true) ??
    answers.find(({ truth }) => truth === 'unknown') ??
    answers.at(-1) ?? { truth: false, because: [{ kind: 'nature', holds: false }], channel: null, sources: [] }
  );
}

/** In a channel dialled against the request, who serves and who calls change places. */
export function asked(channel: Channel, use: ChannelUse, guarantee: Guarantee): Channel[Guarantee] {
  if (!use.reversed) return channel[guarantee];
  if (guarantee === 'server-verified') return channel['client-authenticated'];
  if (guarantee === 'client-authenticated') return channel['server-verified'];
  return channel[guarantee];
}

function byGuarantee<T>(value: (guarantee: Guarantee) => T): Record<Guarantee, T> {
  return {
    encrypted: value('encrypted'),
    'server-verified': value('server-verified'),
    'client-authenticated': value('client-authenticated'),
    authorized: value('authorized'),
  };
}
