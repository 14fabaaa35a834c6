import { expect, test } from '@playwright/test';
import type { Condition, Model, Position, Route } from '../../src/model/types.ts';
import { posture, type PathPosture } from '../../src/posture/posture.ts';
import type { State } from '../../src/posture/resolve.ts';
import { channel, hop, model, path, scenario, setting, use, weakness } from './fixture-model.ts';

/** The posture of the one path of a model. */
function seen(facts: Model, position: Position = 'moat', state: Partial<State> = {}): PathPosture {
  return posture(facts, { scenario: 'plain', ...state }, position).paths['path']!;
}

/** A verdict and the row that gave it. */
const said = ({ verdict, row }: { verdict: string; row: string }): string => `${verdict}: ${row}`;

/** Settings that a condition can ask for: `on` is true, `off` is false, `open` is unknown. */
const settings = { 's.on': setting(true), 's.off': setting(false), 's.open': setting([{ value: { unknown: true } }]) };
const on: Condition = { setting: 's.on', is: true };
const off: Condition = { setting: 's.off', is: true };
const open: Condition = { setting: 's.open', is: true };

const CROSSING = hop('tunnel: server > kubelet');
const LAST = hop('last: kubelet > pod');

test.describe('guarantees', () => {
  const outer = channel('+--+');
  const inner = channel('-++-');

  test('a hop that no channel spans is plain text', () => {
    const bare = seen(model({ paths: { path: path({ hops: [CROSSING] }) } }));
    expect(said(bare)).toBe('unsafe: plain-text');
    expect(bare.hops[0]!.guarantees.encrypted).toEqual({
      truth: false,
      because: [{ kind: 'nature', holds: false }],
      channel: null,
      sources: [],
    });
  });

  test('a guarantee holds on a hop if any channel that spans it gives it', () => {
    const nested = seen(
      model({
        channels: { outer, inner },
        paths: {
          path: path({ hops: [CROSSING, LAST], channels: [use('outer over tunnel'), use('inner over tunnel last')] }),
        },
      }),
      'node-network',
    );
    const held = nested.hops.map(({ guarantees }) => Object.values(guarantees).map(({ truth }) => truth));
    expect(held).toEqual([
      [true, true, true, true],
      [false, true, true, false],
    ]);
    expect(nested.hops.map(({ outcomes }) => outcomes.map(said))).toEqual([['safe: proven'], ['unsafe: plain-text']]);
  });

  test('a guarantee names the channel that gives it, or the innermost one that withholds it', () => {
    const [crossing] = seen(
      model({
        channels: { outer: channel('+---'), inner: channel('--+-') },
        paths: { path: path({ hops: [CROSSING], channels: [use('outer over tunnel'), use('inner over tunnel')] }) },
      }),
    ).hops;
    expect(
      Object.entries(crossing!.guarantees).map(([name, { channel: given }]) => `${name}: ${String(given)}`),
    ).toEqual(['encrypted: outer', 'server-verified: inner', 'client-authenticated: inner', 'authorized: inner']);
  });

  test('a channel gives nothing while it is not in use, and nothing for certain while that is open', () => {
    const tls = (when: Condition): PathPosture =>
      seen(
        model({
          settings,
          channels: { tls: channel('++++') },
          paths: { path: path({ hops: [CROSSING], channels: [use('tls over tunnel', { when })] }) },
        }),
      );
    expect(said(tls(on))).toBe('safe: proven');
    expect(said(tls(off))).toBe('unsafe: plain-text');
    expect(said(tls(open))).toBe('unknown: unknown');
    expect(tls(off).hops[0]!.channels).toEqual([]);
    expect(tls(open).hops[0]!.channels).toEqual(['tls']);
    expect(tls(off).hops[0]!.guarantees.encrypted.because).toEqual([
      { kind: 'setting', setting: 's.off', value: false, origin: 'default' },
    ]);
  });

  test('the trace of a guarantee is that of its condition', () => {
    const checked = seen(
      model({
        settings,
        channels: { tls: channel('++++', { 'server-verified': { any: [off, on] } }) },
        paths: { path: path({ hops: [CROSSING], channels: [use('tls over tunnel')] }) },
      }),
    );
    expect(checked.hops[0]!.guarantees['server-verified']).toEqual({
      truth: true,
      because: [{ kind: 'setting', setting: 's.on', value: true, origin: 'default' }],
      channel: 'tls',
      sources: ['S'],
    });
  });

  test('in a channel that is dialled against the request, server and client change places', () => {
    const carried = (more: { reversed?: true }): boolean[] => {
      const facts = model({
        channels: { tls: channel('++-+') },
        paths: { path: path({ hops: [hop('tunnel: agent > server')], channels: [use('tls over tunnel', more)] }) },
      });
      const { guarantees } = seen(facts).hops[0]!;
      return [guarantees['server-verified'].truth === true, guarantees['client-authenticated'].truth === true];
    };
    expect(carried({})).toEqual([true, false]);
    expect(carried({ reversed: true })).toEqual([false, true]);
  });
});

test.describe('tunnels', () => {
  const tunnelled = (tunnel: ReturnType<typeof channel>, inside: ReturnType<typeof channel>): Model =>
    model({
      channels: { tunnel, inside },
      paths: {
        path: path({
          hops: [hop('front: hub > server'), CROSSING, LAST],
          channels: [use('tunnel over front tunnel')],
          variants: [{ id: 'request', channel: 'inside' }],
        }),
      },
    });

  test('the verdict is that of the crossing, and what the attacker does not touch is the remainder', () => {
    const carried = seen(tunnelled(channel('++++'), channel('----')));
    expect(said(carried)).toBe('safe: proven');
    expect(said(carried.remainder!)).toBe('unsafe: plain-text');
  });

  test('a remainder that is no worse than the verdict is not told', () => {
    expect(seen(tunnelled(channel('++++'), channel('++++'))).remainder).toBeNull();
    expect(seen(tunnelled(channel('+---'), channel('+---'))).remainder).toBeNull();
    expect(seen(tunnelled(channel('----'), channel('+--+'))).remainder).toBeNull();
  });

  test('in the node network the last hop counts', () => {
    const carried = seen(tunnelled(channel('++++'), channel('----')), 'node-network');
    expect(said(carried)).toBe('unsafe: plain-text');
    expect(carried.remainder).toBeNull();
  });
});

test.describe('variants', () => {
  const facts = (more: Partial<Record<'http' | 'tls', Condition>>, http = channel('----')): Model =>
    model({
      settings,
      channels: { http, tls: channel('++++') },
      paths: {
        path: path({
          hops: [CROSSING],
          variants: [
            { id: 'http', channel: 'http', brokenWhen: more.http ?? false },
            { id: 'tls', channel: 'tls', brokenWhen: more.tls ?? false },
          ],
        }),
      },
    });
  const each = ({ variants }: PathPosture): string[] => variants.map(({ id, outcome }) => `${id} ${said(outcome)}`);

  test('the worst variant gives the verdict and the hops; all are listed', () => {
    const choices = seen(facts({}));
    expect(said(choices)).toBe('unsafe: plain-text');
    expect(choices.hops[0]!.channels).toEqual(['http']);
    expect(each(choices)).toEqual(['http unsafe: plain-text', 'tls safe: proven']);
  });

  test('a variant that does not work endangers nobody', () => {
    const choices = seen(facts({ http: on }));
    expect(said(choices)).toBe('safe: proven');
    expect(choices.hops[0]!.channels).toEqual(['tls']);
    expect(each(choices)).toEqual(['http broken: broken', 'tls safe: proven']);
    expect(choices.variants[0]!.broken.because).toMatchObject([{ setting: 's.on' }]);
  });

  test('a path is broken when no variant works', () => {
    const broken = seen(facts({ http: on, tls: on }));
    expect(said(broken)).toBe('broken: broken');
    expect(broken.route).toBe('direct');
    expect(broken.hops).not.toHaveLength(0);
    expect(broken.remainder).toBeNull();
  });

  test('a variant that may be broken leaves the verdict open only where it would turn it', () => {
    expect(said(seen(facts({ http: open })))).toBe('unknown: unknown');
    expect(said(seen(facts({ http: on, tls: open })))).toBe('unknown: unknown');
    expect(said(seen(facts({ tls: open })))).toBe('unsafe: plain-text');
    expect(said(seen(facts({ tls: open }, channel('++++'))))).toBe('safe: proven');
  });

  test('the hops are those of the variant that decides, not of one that is open', () => {
    const choices = seen(
      model({
        settings,
        channels: { http: channel('----'), tls: channel('+?++') },
        paths: {
          path: path({
            hops: [CROSSING],
            variants: [
              { id: 'tls', channel: 'tls' },
              { id: 'http', channel: 'http' },
            ],
          }),
        },
      }),
    );
    expect(said(choices)).toBe('unsafe: plain-text');
    expect(choices.hops[0]!.channels).toEqual(['http']);
  });
});

test.describe('positions', () => {
  const at = (facts: Model): Record<Position, string> => ({
    moat: said(seen(facts, 'moat')),
    'node-network': said(seen(facts, 'node-network')),
    pod: said(seen(facts, 'pod')),
  });
  const one = (where: ReturnType<typeof hop>, tls: ReturnType<typeof channel>): Model =>
    model({
      settings,
      channels: { tls },
      paths: { path: path({ hops: [where], channels: [use(`tls over ${where.id}`)] }) },
    });

  test('a hop between two zones is touched from everywhere', () => {
    expect(at(one(CROSSING, channel('++-+')))).toEqual({
      moat: 'weak: knock',
      'node-network': 'weak: knock',
      pod: 'weak: knock',
    });
  });

  test('a hop inside the control plane is out of reach', () => {
    expect(at(one(hop('inner: hub > server'), channel('----')))).toEqual({
      moat: 'safe: out-of-reach',
      'node-network': 'safe: out-of-reach',
      pod: 'safe: out-of-reach',
    });
  });

  test('a hop between two nodes is touched from the node network and from a Pod, not from the moat', () => {
    expect(at(one(LAST, channel('+---')))).toEqual({
      moat: 'safe: out-of-reach',
      'node-network': 'unsafe: unverified-server',
      pod: 'unsafe: open',
    });
  });

  test('a Pod dials and answers, but does not sit on the way', () => {
    expect(at(one(CROSSING, channel('--++'))).pod).toBe('safe: proven');
    expect(at(one(CROSSING, channel('--+-'))).pod).toBe('weak: any-credential');
    expect(at(one(CROSSING, channel('----'))).pod).toBe('unsafe: open');
  });

  test('a hop crosses the moat when its zones say so, or its own condition', () => {
    const inner = (crosses: Condition): string =>
      at(one(hop('inner: hub > server', { crosses }), channel('----'))).moat;
    expect([inner(on), inner(off), inner(open)]).toEqual([
      'unsafe: plain-text',
      'safe: out-of-reach',
      'unknown: unknown',
    ]);
  });

  test('the verdict is the worst over the hops that the position touches', () => {
    const two = model({
      channels: { good: channel('++++'), bad: channel('++-+') },
      paths: {
        path: path({
          hops: [hop('kubelet: kubelet > hub'), hop('pod: pod > hub')],
          channels: [use('good over kubelet'), use('bad over pod')],
        }),
      },
    });
    expect(at(two).moat).toBe('weak: knock');
  });
});

test.describe('weaknesses', () => {
  const weakened = (tls: ReturnType<typeof channel>, parts: Parameters<typeof weakness>[0]): Model =>
    model({
      settings,
      channels: { tls },
      paths: { path: path({ hops: [CROSSING], channels: [use('tls over tunnel')] }) },
      weaknesses: { flaw: weakness(parts) },
    });
  const verdict = (parts: Parameters<typeof weakness>[0], position: Position = 'moat'): string =>
    said(seen(weakened(channel('++++'), parts), position));

  test('one of severity high or more turns safe into weak, from where it can be used', () => {
    expect(verdict({ from: ['moat'] })).toBe('weak: weakness');
    expect(verdict({ from: ['moat'], severity: 'critical' })).toBe('weak: weakness');
    expect(verdict({ from: ['moat'] }, 'pod')).toBe('safe: proven');
    expect(verdict({ from: ['pod'] }, 'pod')).toBe('weak: weakness');
  });

  test('one of less severity, one that needs a credential and one of another path turn nothing', () => {
    expect(verdict({ from: ['moat'], severity: 'medium' })).toBe('safe: proven');
    expect(verdict({ from: [] })).toBe('safe: proven');
    expect(verdict({ from: ['moat'], paths: ['elsewhere'] })).toBe('safe: proven');
    expect(verdict({ from: ['moat'], when: off })).toBe('safe: proven');
  });

  test('one that may apply leaves a safe path unknown', () => {
    expect(verdict({ from: ['moat'], when: open })).toBe('unknown: unknown');
  });

  test('one does not mend what is worse than weak, and never adds to weak', () => {
    expect(said(seen(weakened(channel('----'), { from: ['moat'] })))).toBe('unsafe: plain-text');
    expect(said(seen(weakened(channel('++-+'), { from: ['moat'], when: open })))).toBe('weak: knock');
  });

  test('all of a path are listed, with whether they apply, why, and how severe they are here', () => {
    const flaws = seen(
      weakened(channel('++++'), { when: off, severity: [{ level: 'critical', when: off }, { level: 'low' }] }),
    ).weaknesses;
    expect(flaws).toEqual([
      {
        id: 'flaw',
        applies: false,
        because: [{ kind: 'setting', setting: 's.off', value: false, origin: 'default' }],
        severity: 'low',
      },
    ]);
  });

  test('a severity whose condition is open counts with the worst that it may be', () => {
    const severity = (levels: Parameters<typeof weakness>[0]['severity']): string =>
      seen(weakened(channel('++++'), levels === undefined ? {} : { severity: levels })).weaknesses[0]!.severity;
    expect(severity([{ level: 'high', when: open }, { level: 'low' }])).toBe('high');
    expect(severity([{ level: 'low', when: open }, { level: 'high' }])).toBe('high');
    expect(severity([{ level: 'low', when: on }, { level: 'high' }])).toBe('low');
  });
});

test.describe('routes', () => {
  const routed = (direct: Condition, tunnel: Condition, plain = channel('----')): Model => {
    const route = (id: string, when: Condition): Route => ({
      id,
      when,
      hops: [CROSSING],
      channels: [use(`${id} over tunnel`)],
    });
    return model({
      settings,
      channels: { direct: plain, tunnel: channel('++++') },
      paths: { path: path({ routes: [route('direct', direct), route('tunnel', tunnel)] }) },
    });
  };

  test('the route whose condition holds is the one in force', () => {
    expect(seen(routed(off, on))).toMatchObject({ route: 'tunnel', verdict: 'safe' });
    expect(seen(routed(on, off))).toMatchObject({ route: 'direct', verdict: 'unsafe' });
  });

  test('one that holds for certain leaves no room for one that is open', () => {
    expect(seen(routed(open, on))).toMatchObject({ route: 'tunnel', verdict: 'safe' });
  });

  test('routes that cannot be told apart give a verdict where they agree', () => {
    expect(seen(routed(open, open))).toMatchObject({ route: null, verdict: 'unknown' });
    expect(seen(routed(open, open, channel('++++')))).toMatchObject({ route: null, verdict: 'safe' });
  });

  test('a path without a route, or outside its releases, is absent and has no hops', () => {
    expect(seen(routed(off, off))).toMatchObject({
      route: null,
      verdict: 'absent',
      row: 'absent',
      hops: [],
      variants: [],
    });
    const once = model({ paths: { path: path({ hops: [CROSSING], releases: { from: '1.10', until: '1.21' } }) } });
    expect(seen(once).verdict).toBe('absent');
    expect(seen(once, 'moat', { release: '1.21' }).verdict).toBe('unsafe');
  });

  test('an absent path still lists its weaknesses', () => {
    const gone: Model = { ...routed(off, off), weaknesses: { removed: weakness({ severity: 'info' }) } };
    expect(seen(gone).weaknesses).toMatchObject([{ id: 'removed', applies: true }]);
  });

  test('a tunnel that may not exist is unknown, since it may be absent', () => {
    const dug = (when: Condition): PathPosture =>
      seen(
        model({
          settings,
          channels: { tls: channel('++++') },
          paths: {
            path: path({
              tunnel: 'tunnel',
              routes: [{ id: 'tunnel', when, hops: [CROSSING], channels: [use('tls over tunnel')] }],
            }),
          },
        }),
      );
    expect(dug(on).verdict).toBe('safe');
    expect(dug(off).verdict).toBe('absent');
    expect(dug(open).verdict).toBe('unknown');
  });
});

test('posture(state) says for what it speaks, and counts every path once', () => {
  const facts = model({
    channels: { tls: channel('++++') },
    paths: {
      path: path({ hops: [CROSSING] }),
      bare: { ...path({ hops: [CROSSING] }), id: 'bare' },
      safe: { ...path({ hops: [CROSSING], channels: [use('tls over tunnel')] }), id: 'safe' },
      gone: { ...path({ routes: [] }), id: 'gone' },
    },
    scenarios: { plain: scenario() },
  });
  const whole = posture(facts, { scenario: 'plain', release: '1.22' }, 'node-network');
  expect(whole).toMatchObject({ scenario: 'plain', release: '1.22', position: 'node-network' });
  expect(whole.tally).toEqual({ safe: 1, weak: 0, unsafe: 2, unknown: 0, broken: 0, absent: 1 });
});
