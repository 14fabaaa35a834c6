import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { fingerprint, normalise } from '../../src/model/fingerprint.ts';

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 12 });
/** What may be done to one word of a text without changing what the text says. */
const cosmetic = fc.constantFrom<(said: string) => string>(
  (said) => `**${said}**`,
  (said) => `*${said}*`,
  (said) => `_${said}_`,
  (said) => `\`${said}\``,
  (said) => `[${said}](#anywhere)`,
  (said) => `${said}{/* a note */}`,
  (said) => `<!-- a note -->${said}`,
  (said) => `\n\n- ${said}`,
  (said) => `\n1. ${said}`,
);
const gap = fc.constantFrom(' ', '  ', '\n', '\n\n', ' \n ');

test('what a text looks like does not change its fingerprint', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ said: word, edit: cosmetic, gap }), { minLength: 1, maxLength: 12 }), (parts) => {
      const edited = parts.map((part) => part.gap + part.edit(part.said)).join('');
      expect(fingerprint(edited)).toBe(fingerprint(parts.map(({ said }) => said).join(' ')));
    }),
  );
});

test('another word, one word less or more, or another order changes it', () => {
  fc.assert(
    fc.property(words, word, fc.nat(), (said, other, at) => {
      const index = at % said.length;
      fc.pre(said[index] !== other);
      const before = fingerprint(said.join(' '));
      expect(fingerprint(said.with(index, other).join(' '))).not.toBe(before);
      expect(fingerprint(said.toSpliced(index, 1).join(' '))).not.toBe(before);
      expect(fingerprint(said.toSpliced(index, 0, other, other).join(' '))).not.toBe(before);
    }),
  );
});

test('a fingerprint is eight hexadecimal digits', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(fingerprint(text)).toMatch(/^[0-9a-f]{8}$/)));
});

for (const [what, before, after] of [
  ['the target of a link', 'see [the kubelet](#a)', 'see [the kubelet](#b)'],
  ['a table set wider', '| a | b |\n| - | --- |\n| `x` | y |', '|a|b|\n|:--|---|\n|`x`    |  y|'],
  ['the shape of quotation marks', 'it’s “so”', `it's "so"`],
  ['the order of attributes', '<Port of="a" origin="file" />', '<Port origin="file" of="a" />'],
] as const)
  test(`${what} is no change`, () => {
    expect(fingerprint(after)).toBe(fingerprint(before));
  });

for (const [what, before, after] of [
  ['another literal', 'set `--a`', 'set `--b`'],
  ['another port', 'on <Port of="kubelet" />', 'on <Port of="sshd" />'],
  ['a port that is typed', 'on <Port of="kubelet" />', 'on 10250'],
  ['another release', 'since 1.21', 'since 1.22'],
  ['a star inside code', 'the verb `*`', 'the verb'],
  ['a negation', 'it does verify', 'it does not verify'],
] as const)
  test(`${what} is a change`, () => {
    expect(fingerprint(after)).not.toBe(fingerprint(before));
  });

test('normalise(text) keeps code letter by letter', () => {
  expect(normalise('**Set** `a_*b`, _not_ snake_case:\n\n- [x](#y)')).toBe('Set a_*b, not snake_case: x');
});
