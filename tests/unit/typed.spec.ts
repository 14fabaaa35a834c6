import { expect, test } from '@playwright/test';
import { literalsIn } from '../../src/model/literals.ts';
import { verdictsIn } from '../../src/model/reserved.ts';
import { Held } from '../../src/model/typed.ts';
import { model, setting, weakness } from './fixture-model.ts';

const facts = model({
  releases: [{ id: '1.29' }, { id: '1.30' }, { id: '1.31' }],
  components: { kubelet: { zone: 'node', port: '10250' } },
  settings: {
    'kubelet.mode': setting(
      [
        { value: 'AlwaysAllow', origin: 'flags' },
        { value: 'Webhook', origin: 'file' },
      ],
      { flag: '--mode', field: 'authorization.mode' },
    ),
    'kubelet.rotate': setting([{ value: true, from: '1.31' }, { value: false }], { field: 'rotate' }),
    'server.feature-gates.Strict': setting(true, { flag: '--feature-gates' }),
    'server.anonymous': setting([{ value: false, when: { setting: 'kubelet.rotate', is: true } }, { value: true }], {
      flag: '--anonymous',
    }),
    'server.ca': setting(null, { flag: '--ca' }),
  },
  weaknesses: {
    one: weakness({ cves: [{ id: 'CVE-2020-0001', fixed: ['1.29.3', '1.30.1'] }] }),
    two: weakness({
      cves: [
        { id: 'CVE-2020-0002', fixed: ['K3s 1.28.9'] },
        { id: 'CVE-2020-0003', fixed: ['1.27.4'] },
      ],
    }),
  },
});
const held = new Held(facts, new Set(['10250']));

function literals(text: string): string[] {
  return held.literals(literalsIn(text)).map(({ literal, remedy }) => `${literal} ${remedy}`);
}

function defaults(text: string, word = /default/i): string[] {
  return held.defaults(text, word).map(({ literal, remedy }) => `${literal} ${remedy}`);
}

test('ports, CVE numbers and fixes are found with the element that prints them', () => {
  expect(literals('On 10250, CVE-2020-0001 (fixed in 1.29.3 and v1.30.1).')).toEqual([
    'CVE-2020-0001 <Weakness of="one" />.',
    '1.29.3 <Fixed of="one" />.',
    '1.30.1 <Fixed of="one" />.',
    '10250 <Port of="kubelet" />.',
  ]);
  expect(literals('CVE-2020-0003, `1.28.9`')).toEqual([
    '1.28.9 <Fixed of="two" cve="CVE-2020-0002" />.',
    'CVE-2020-0003 <Weakness of="two" cve="CVE-2020-0003" />.',
  ]);
  expect(literals('<Weakness of="two" cve="CVE-2020-0003" />, CVE-2020-0004, 1.30, 1.29.2')).toEqual([]);
});

test('a default is found in code and in words, by flag, field and gate', () => {
  expect(defaults('By default `--mode` is `AlwaysAllow`.')).toEqual([
    'AlwaysAllow <Default of="kubelet.mode" origin="flags" />.',
  ]);
  expect(defaults('The default of `mode` is Webhook.')).toEqual([
    'Webhook <Default of="kubelet.mode" origin="file" />.',
  ]);
  expect(defaults('By default `rotate: true` holds.')).toEqual(['true <Default of="kubelet.rotate" />.']);
  expect(defaults('The gate `Strict` is true by default.')).toEqual([
    'true <Default of="server.feature-gates.Strict" />.',
  ]);
});

test('a default of an older release, or beside a condition, is asked for as such', () => {
  expect(defaults('Up to 1.30 `rotate` is false by default.')).toEqual([
    'false <Default of="kubelet.rotate" in="1.30" />.',
  ]);
  expect(defaults('`--anonymous` defaults to true.')).toEqual([
    'true <Default of="server.anonymous" when="otherwise" />.',
  ]);
});

test('the setting may be named in the sentence before, in the same paragraph', () => {
  expect(defaults('`rotate` renews it. The default is true.')).toHaveLength(1);
  expect(defaults('`rotate` renews it.\nThe default\nis true.')).toHaveLength(1);
  expect(defaults('- `rotate` renews it.\n- The default is true.')).toEqual([]);
  expect(defaults('`rotate` 让它续期。默认为 true。', /默认/)).toHaveLength(1);
});

test('what states no default may be typed', () => {
  for (const text of [
    '`rotate` is true here.',
    'By default `--mode` is strict.',
    'By default `--ca` is not set.',
    'By default `rotate` is <Default of="kubelet.rotate" />.',
    'By default `--other` is true.',
  ])
    expect(defaults(text), text).toEqual([]);
});

const words = {
  default: /default/i,
  verdicts: new Map([
    ['sicuro', 'safe'],
    ['non sicuro', 'unsafe'],
    ['non sicure', 'unsafe'],
    ['安全', 'safe'],
    ['不安全', 'unsafe'],
  ]),
  allowed: ['安全后果'],
};

test('the word of a verdict is found whole, inflected and the longest first', () => {
  expect([...verdictsIn('Un percorso Non  sicuro e vie non sicure, poi uno sicuro.', words)]).toEqual([
    ['Non sicuro', 'unsafe'],
    ['non sicure', 'unsafe'],
    ['sicuro', 'safe'],
  ]);
  expect([...verdictsIn('这条路径不安全', words)]).toEqual([['不安全', 'unsafe']]);
});

test('part of a word, code, elements and what is allowed are no verdicts', () => {
  for (const text of ['insicurosa', '`sicuro`', '<Verdict is="safe" />', 'x-sicuro', '这个差别有安全后果'])
    expect([...verdictsIn(text, words)], text).toEqual([]);
});
