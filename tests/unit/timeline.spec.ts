import { expect, test } from '@playwright/test';
import { STAGES, stageMark, stageSymbols } from '../../src/diagram/stages.ts';
import { tallTimeline, wideTimeline, type Timeline, type TimelineMark } from '../../src/diagram/timeline.ts';
import { having, parse, textOf, type Element } from './xml.ts';

const mark = (change: string, release: string, stage: TimelineMark['stage']): TimelineMark => ({
  change,
  lane: 'konnectivity',
  release,
  stage,
  word: stage,
  title: `${release}, ${stage}: <${change}>`,
});

const line: Timeline = {
  releases: ['1.16', '1.17', '1.18', '1.19'],
  lanes: [
    { id: 'konnectivity', label: 'Konnectivity', from: '1.17' },
    { id: 'ssh-tunnel', label: 'SSH tunnel', until: '1.18' },
  ],
  marks: [mark('one', '1.17', 'alpha'), mark('two', '1.17', 'fix'), mark('three', '1.19', 'beta')],
};

/** Where each mark stands, by its change. */
function places(drawing: Element): Map<string, { x: number; y: number }> {
  return new Map(
    having(drawing, 'tabindex').map(({ attributes }) => {
      const [, x = '', y = ''] = /translate\((\S+) (\S+)\)/.exec(attributes['transform'] ?? '') ?? [];
      return [attributes['href'] ?? '', { x: Number(x), y: Number(y) }];
    }),
  );
}

for (const [form, draw] of Object.entries({ wide: wideTimeline, tall: tallTimeline })) {
  test(`${form}Timeline(line) draws every mark once, at its release, and none upon another`, () => {
    const drawn = places(parse(draw(line)));
    expect([...drawn.keys()].sort()).toEqual(['#one', '#three', '#two']);
    const { '#one': one, '#two': two, '#three': three } = Object.fromEntries(drawn);
    const along = form === 'wide' ? 'x' : 'y';
    if (form === 'wide') expect(one!.x).toBe(two!.x);
    expect(Math.abs(one!.y - two!.y)).toBeGreaterThanOrEqual(16);
    expect(form === 'wide' ? three![along] > one![along] : three![along] < one![along]).toBe(true);
  });

  test(`${form}Timeline(line) names every path and every release, and escapes what it is given`, () => {
    const text = textOf(parse(draw(line)));
    for (const name of ['Konnectivity', 'SSH tunnel', ...line.releases]) expect(text).toContain(name);
    expect(draw(line)).not.toContain('<one>');
  });
}

test('stageSymbols() tells all stages apart by shape, without their colours', () => {
  const shapes = having(parse(`<svg>${stageSymbols()}</svg>`), 'id');
  expect(shapes.map(({ attributes }) => attributes['id'])).toEqual(STAGES.map(stageMark));
  const bare = stageSymbols()
    .split('<g ')
    .slice(1)
    .map((shape) => shape.replace(/^[^>]*>/, ''));
  expect(new Set(bare).size).toBe(STAGES.length);
});
