import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { paths } from './built.ts';
import { expectPanel } from './edges.ts';

// Axe puts its script into the page, which the page's own policy forbids.
test.use({ bypassCSP: true });

/** What axe finds on the page, one sentence each. */
async function findings(page: Page, axe = new AxeBuilder({ page })): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}

/** What is hard to read for its colours, on the page or in a part of it. */
function faint(page: Page, part?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withRules('color-contrast');
  return findings(page, part === undefined ? axe : axe.include(part));
}

const OTHERS = [
  'zh/embed/',
  'embed/v1/en/apiserver-to-kubelet/?step=2&languages=on&controls=scenario+release+set+from',
  './',
  '404.html',
  'en/',
  'en/?path=nothing',
  'en/about/',
  'en/search/?q=token',
  'embed/v1/en/map/',
  'en/tours/',
  'en/tours/kubectl-logs/?step=3',
  'embed/v1/en/tour-kubectl-logs/',
  'en/quiz/',
  'en/exercises/?exercise=known-caller',
];

for (const path of paths)
  test(`a visitor with a screen reader has the page of ${path}`, async ({ page }) => {
    await page.goto(`en/paths/${path}/`);
    for (const details of await page.locator('details').all()) await details.locator('summary').click();
    expect(await findings(page)).toEqual([]);
  });

for (const place of OTHERS)
  test(`a visitor with a screen reader has ${place}`, async ({ page }) => {
    await page.goto(place);
    expect(await findings(page)).toEqual([]);
  });

for (const language of languages)
  test(`a visitor with a screen reader has the map with an open panel (${language})`, async ({ page }) => {
    await page.goto(`${language}/?path=apiserver-to-kubelet`);
    await expectPanel(page, 'apiserver-to-kubelet');
    expect(await findings(page)).toEqual([]);
  });

// In the light, the tests above have seen the colours of pages at rest.
const places = { light: [], dark: [...OTHERS, ...paths.map((path) => `en/paths/${path}/`)] };
for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    for (const place of places[colorScheme])
      test(`a visitor with weak eyes reads ${place}`, async ({ page }) => {
        await page.goto(place);
        expect(await faint(page)).toEqual([]);
      });

    for (const path of paths)
      test(`a visitor with weak eyes reads the panel of ${path}`, async ({ page }) => {
        await page.goto(`en/?path=${path}`);
        await expectPanel(page, path);
        expect(await faint(page, '[data-panels]')).toEqual([]);
      });
  });

for (const language of languages.filter((one) => one !== 'en'))
  test(`a visitor with a screen reader has a path and the method (${language})`, async ({ page }) => {
    for (const place of ['paths/apiserver-to-service/', 'about/']) {
      await page.goto(`${language}/${place}`);
      expect(await findings(page), place).toEqual([]);
    }
  });

test('a visitor with a screen reader has the map and the page of a path on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const place of ['en/?path=konnectivity', 'zh/paths/konnectivity/', 'embed/v1/es/konnectivity/']) {
    await page.goto(place);
    expect(await findings(page), place).toEqual([]);
  }
});

test('a visitor who asked for less motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('en/?path=apiserver-to-kubelet');
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')]
        .map((element) => getComputedStyle(element))
        .filter(
          ({ animationName, transitionDuration, scrollBehavior }) =>
            animationName !== 'none' || /[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth',
        ).length,
  );
  expect(moving).toBe(0);
});
