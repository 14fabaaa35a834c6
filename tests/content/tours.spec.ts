import { expect, test } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { assemble } from '../../src/model/assemble.ts';
import { nominal } from '../../src/posture/address.ts';
import { pathIn, shown } from '../../src/view/shown.ts';
import { read } from '../../src/site/content.ts';
import { model } from './states.ts';

const { words } = assemble(read('content').files, languages);

for (const [id, { steps }] of Object.entries(model.tours)) {
  test.describe(`the tour ${id}`, () => {
    for (const step of steps) {
      const state = { scenario: step.scenario, release: step.release, set: step.set };
      const here = shown(model, state, step.from ?? 'moat');

      test(`${step.id}: what it points at is there`, () => {
        const { path, focus } = step;
        if (path !== undefined) expect(pathIn(here, path).verdict).not.toBe('absent');
        const hops = path === undefined ? [] : pathIn(here, path).hops.map(({ hop }) => hop.id);
        if (focus?.hop !== undefined) expect(hops).toContain(focus.hop);
        if (focus?.proof !== undefined) expect(hops.length).toBeGreaterThan(0);
        if (focus?.setting !== undefined)
          expect(here.context.lookup(focus.setting).origin, 'the release has this setting').not.toBe('outside');
      });

      test(`${step.id}: every setting that it changes makes a difference`, () => {
        const kept = Object.keys(nominal(model, state).set ?? {});
        expect(kept.sort()).toEqual(Object.keys(step.set ?? {}).sort());
      });
    }

    test('no step shows what the one before showed', () => {
      const shows = steps.map(({ id: _, sources: _sources, ...rest }) => JSON.stringify(rest));
      const same = shows.filter((one, index) => one === shows[index - 1]);
      expect(same).toEqual([]);
    });

    test('its texts fit beside a map', () => {
      for (const language of languages)
        for (const [step, { heading, text }] of Object.entries(words[language]!.tours[id]!.steps)) {
          expect(heading.length, `${language} ${step}`).toBeLessThanOrEqual(60);
          expect(text.length, `${language} ${step}`).toBeLessThanOrEqual(440);
        }
    });
  });
}

test('the wrong order breaks logs twice, and the right one never', () => {
  const verdicts = model.tours['ca-flag-broke-logs']!.steps.map(
    ({ scenario, set }) => shown(model, { scenario, set }, 'moat').posture.paths['apiserver-to-kubelet']!.verdict,
  );
  expect(verdicts).toEqual(['unsafe', 'broken', 'unsafe', 'broken', 'unsafe', 'safe', 'safe']);
});
