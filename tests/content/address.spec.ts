import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { format, nominal, parse, readValue, writeValue, type Address } from '../../src/posture/address.ts';
import { CONTROLS } from '../../src/posture/query.ts';
import { within } from '../../src/posture/release.ts';
import { resolve } from '../../src/posture/resolve.ts';
import { model, positions, states } from './states.ts';

const number = fc.integer({ min: 1, max: 999 });

const addresses: fc.Arbitrary<Address> = fc.record({
  state: states,
  position: positions,
  path: fc.constantFrom(null, ...Object.keys(model.paths)),
  step: fc.option(number),
  theme: fc.constantFrom(null, 'light', 'dark'),
  embed: fc.record({
    controls: fc.subarray([...CONTROLS]),
    keys: fc.constantFrom('diagram', 'none'),
    steps: fc.option(fc.tuple(number, number).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])),
    languages: fc.boolean(),
  }),
});

test.describe('for any address', () => {
  test('what is written is read back, without a notice', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const { notices, ...read } = parse(format(address, model), model);
        expect(notices).toEqual([]);
        expect(read).toEqual({ ...address, state: nominal(model, address.state) });
      }),
      { numRuns: 300 },
    );
  });

  test('what was left out of it changes nothing', () => {
    fc.assert(
      fc.property(states, (state) => {
        const [full, short] = [state, nominal(model, state)].map((each) => resolve(model, each));
        for (const id of Object.keys(model.settings))
          expect(short!.lookup(id).value, id).toEqual(full!.lookup(id).value);
      }),
    );
  });

  test('an address is its own canonical form', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const once = format(address, model);
        expect(format(parse(once, model), model)).toBe(once);
      }),
    );
  });

  test('nothing that someone types throws, and what is read is a state that the model has', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('set=', 'set=:,:', 'set=__proto__:1', 'scenario=constructor', 'set=%', 'path=%E0%A4%A', '%3f&&='),
      fc
        .array(fc.tuple(fc.constantFrom('set', 'release', 'scenario', 'from', 'steps', 'x'), fc.string()))
        .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&')),
    );
    fc.assert(
      fc.property(odd, (query) => {
        const { state, notices } = parse(query, model);
        expect(Object.keys(model.scenarios)).toContain(state.scenario);
        expect(Object.keys(model.settings)).toEqual(expect.arrayContaining(Object.keys(state.set ?? {})));
        expect(notices.every(({ value }) => value.length <= 80)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

test('the opening state needs no words', () => {
  expect(format({}, model)).toBe('');
  expect(format(parse('', model), model)).toBe('');
  expect(format({ state: { scenario: 'kubeadm-default', release: '1.37' }, position: 'moat' }, model)).toBe('');
});

test('parameters stand in one order, and settings by their names', () => {
  const asked =
    '?theme=dark&step=2&from=pod&set=kubelet.readOnlyPort:10255,kube-apiserver.profiling:false' +
    '&scenario=konnectivity-uds-grpc&release=1.30&path=konnectivity&languages=on&keys=none&controls=from+release&steps=2-5';
  expect(format(parse(asked, model), model)).toBe(
    'path=konnectivity&release=1.30&scenario=konnectivity-uds-grpc' +
      '&set=kube-apiserver.profiling:false,kubelet.readOnlyPort:10255' +
      '&from=pod&step=2&theme=dark&controls=release+from&keys=none&steps=2-5&languages=on',
  );
});

test.describe('values', () => {
  const read = (id: string, raw: string): unknown => readValue(model.settings[id]!, raw);

  for (const [id, raw, value] of [
    ['kubelet.readOnlyPort', '10255', 10255],
    ['kubelet.serverTLSBootstrap', 'true', true],
    ['kube-apiserver.authorization-mode', 'Node+RBAC', ['Node', 'RBAC']],
    ['kube-apiserver.authorization-mode', '', []],
    ['kube-apiserver.kubelet-certificate-authority', '/etc/kubernetes/pki/ca.crt', '/etc/kubernetes/pki/ca.crt'],
    ['konnectivity-server.authentication-audience', 'system%3Akonnectivity-server', 'system:konnectivity-server'],
    ['kube-apiserver.ssh-user', '%75nset', 'unset'],
    ['kube-apiserver.ssh-user', '%75nknown', 'unknown'],
    ['kube-apiserver.ssh-user', 'a%2Cb%3Ac%2Bd', 'a,b:c+d'],
    ['kubelet.tlsCertFile', 'unset', null],
    ['kubelet.tlsCertFile', 'unknown', undefined],
  ] as const)
    test(`${id}:${raw}`, () => {
      expect(read(id, raw)).toEqual({ value });
      expect(writeValue(typeof value === 'object' && value !== null ? [...value] : value)).toBe(raw);
    });

  for (const [id, raw] of [
    ['kubelet.readOnlyPort', 'many'],
    ['kubelet.readOnlyPort', '1e99'],
    ['kubelet.serverTLSBootstrap', 'yes'],
    ['kubelet.authorization.mode', 'RBAC'],
    ['kube-apiserver.authorization-mode', 'Node+Nobody'],
    ['kubelet.tlsCertFile', '%E0%A4%A'],
  ] as const)
    test(`${id} has no value ${raw}`, () => {
      expect(read(id, raw)).toBeUndefined();
    });

  test('"unset" is the default of the release and origin, whatever the scenario says', () => {
    const { state } = parse('set=kubelet.rotateCertificates:unset', model);
    expect(resolve(model, state).lookup('kubelet.rotateCertificates')).toEqual({ value: false, origin: 'given' });
  });

  test('every value of a scenario can be written and read', () => {
    for (const { settings } of Object.values(model.scenarios))
      for (const [id, value] of Object.entries(settings)) expect(read(id, writeValue(value)), id).toEqual({ value });
  });
});

test.describe('what an address cannot have is left out and named', () => {
  for (const [query, notice] of [
    ['path=kubelt', { parameter: 'path', value: 'kubelt', why: 'unknown' }],
    ['scenario=toString', { parameter: 'scenario', value: 'toString', why: 'unknown' }],
    ['release=1.99', { parameter: 'release', value: '1.99', why: 'unknown' }],
    ['from=moon', { parameter: 'from', value: 'moon', why: 'unknown' }],
    ['step=0', { parameter: 'step', value: '0', why: 'invalid' }],
    ['steps=5-2', { parameter: 'steps', value: '5-2', why: 'invalid' }],
    ['theme=blue', { parameter: 'theme', value: 'blue', why: 'unknown' }],
    ['controls=scenario+wheel', { parameter: 'controls', value: 'wheel', why: 'unknown' }],
    ['set=kubelet.door:1', { parameter: 'set', value: 'kubelet.door', why: 'unknown' }],
    [
      'set=kubelet.readOnlyPort:many',
      { parameter: 'set', setting: 'kubelet.readOnlyPort', value: 'many', why: 'invalid' },
    ],
    [
      'set=kube-apiserver.ssh-user:tunnel',
      { parameter: 'set', setting: 'kube-apiserver.ssh-user', value: 'tunnel', why: 'outside' },
    ],
  ] as const)
    test(query, () => {
      const { notices, ...read } = parse(query, model);
      expect(notices).toEqual([notice]);
      const { notices: _, ...opening } = parse('', model);
      expect({ ...read, embed: { ...read.embed, controls: [] } }).toEqual(opening);
    });

  test('a setting that another release has is kept there', () => {
    const { state, notices } = parse('release=1.21&set=kube-apiserver.ssh-user:tunnel', model);
    expect(notices).toEqual([]);
    expect(state.set).toEqual({ 'kube-apiserver.ssh-user': 'tunnel' });
  });

  test('parameters that it does not know are nobody’s business', () => {
    expect(parse('utm_source=x&lang=it', model).notices).toEqual([]);
  });
});

test('separators that some tool has encoded are understood', () => {
  const { state, notices } = parse('set=kubelet.readOnlyPort%3A10255%2Ckube-apiserver.profiling%3Afalse', model);
  expect(notices).toEqual([]);
  expect(state.set).toEqual({ 'kube-apiserver.profiling': false, 'kubelet.readOnlyPort': 10255 });
});

test('settings outside their releases never reach an address', () => {
  fc.assert(
    fc.property(states, (state) => {
      const { set = {}, release = model.scenarios[state.scenario]!.release } = nominal(model, state);
      const outside = Object.keys(set).filter((id) => {
        const { since: from, until } = model.settings[id]!;
        return !within(release, { from, until });
      });
      expect(outside).toEqual([]);
    }),
  );
});
