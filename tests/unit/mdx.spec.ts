import { expect, test } from '@playwright/test';
import { sectionsOf, stamped, tagsOf } from '../../src/model/markup.ts';

const BODY = `
<Section id="a" title="First, “so”">

Text {/* <Section id="hidden" title="x"> */} \`<Port of="x" />\` <Port of="kubelet" />.

</Section>

<Section
  id="b"
  title="Second"
  of="0123abcd"
>

More.

</Section>
`;

test('sectionsOf(body) reads sections however their tags are broken', () => {
  expect(sectionsOf(BODY).map(({ id, title, of }) => [id, title, of])).toEqual([
    ['a', 'First, “so”', undefined],
    ['b', 'Second', '0123abcd'],
  ]);
});

test('tagsOf(text) leaves out code and comments', () => {
  expect(tagsOf(sectionsOf(BODY)[0]!.text)).toEqual([{ name: 'Port', attributes: { of: 'kubelet' } }]);
});

test('stamped(body, id, of) puts the stamp into that section and changes nothing else', () => {
  const first = stamped(BODY, 'a', 'ffff0000');
  expect(first).toBe(BODY.replace('title="First, “so”"', 'title="First, “so”" of="ffff0000"'));
  expect(sectionsOf(stamped(BODY, 'b', 'ffff0000')).map(({ of }) => of)).toEqual([undefined, 'ffff0000']);
  expect(stamped(first, 'a', 'ffff0000')).toBe(first);
});
