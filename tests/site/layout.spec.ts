import { expect, test, type Page } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { layout } from '../../src/diagram/layout.ts';
import { map } from '../../src/diagram/map.ts';
import { paint } from '../../src/diagram/paint.ts';
import { tall } from '../../src/diagram/tall.ts';
import { wide } from '../../src/diagram/wide.ts';
import { mapWords } from '../../src/diagram/words.ts';
import { posture, type Posture } from '../../src/posture/posture.ts';
import { content } from '../../src/site/content.ts';
import { postureOf, View } from '../../src/site/view.ts';
import { files, paths, read } from './built.ts';
import { illegible } from './chart.ts';
import { randomStates } from './states.ts';

const WIDTHS = [360, 768, 1280];
const POSITIONS = ['moat', 'node-network', 'pod'] as const;
const FONTS = { 'the own fonts': '', 'DejaVu Sans': 'text { font-family: "DejaVu Sans", sans-serif !important }' };

/** A constructed style sheet is one that the page's own policy lets a test add. */
const style = (page: Page, css: string): Promise<void> =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);

for (const language of languages)
  for (const width of WIDTHS)
    test(`a visitor reads every label of the map at ${width} px (${language})`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const found: string[] = [];
      for (const place of ['', 'paths/apiserver-to-kubelet/']) {
        await page.goto(`${language}/${place}`);
        const chart = page.locator('svg[data-diagram]').filter({ visible: true });
        await expect(chart).toHaveCount(1);
        for (const [font, css] of Object.entries(FONTS)) {
          await style(page, css);
          const here = await chart.evaluate(illegible);
          found.push(...here.map((finding) => `${place === '' ? 'map' : 'path'}, ${font}: ${finding}`));
        }
      }
      expect(found).toEqual([]);
    });

for (const language of languages)
  test(`a visitor reads every label of a downloaded map (${language})`, async ({ page }) => {
    const found: string[] = [];
    const maps = files().filter((name) => name.startsWith(`diagrams/${language}/map`) && !name.includes('.dark.'));
    expect(maps.length).toBeGreaterThanOrEqual(2);
    for (const name of maps)
      for (const [font, css] of Object.entries(FONTS)) {
        await page.setContent(`<!doctype html>${read(name)}`);
        await style(page, css);
        const here = await page.locator('svg').first().evaluate(illegible);
        found.push(...here.map((finding) => `${name}, ${font}: ${finding}`));
      }
    expect(found).toEqual([]);
  });

for (const language of languages)
  test(`a visitor reads every label of the map, whatever the scenario (${language})`, async ({ page }) => {
    test.slow();
    const view = new View(language);
    const found: string[] = [];
    for (const [index, scenario] of Object.keys(view.model.scenarios).entries()) {
      const position = POSITIONS[(index + languages.indexOf(language)) % POSITIONS.length] ?? 'moat';
      found.push(...(await unreadable(page, view, postureOf(scenario, position))));
    }
    expect(found).toEqual([]);
  });

test('a visitor reads every label of the map, whatever the settings', async ({ page }) => {
  test.slow();
  const found: string[] = [];
  for (const [index, { scenario, release, set }] of randomStates(content().model, 30).entries()) {
    const view = new View(languages[index % languages.length] ?? 'en');
    const position = POSITIONS[index % POSITIONS.length] ?? 'moat';
    found.push(...(await unreadable(page, view, posture(view.model, { scenario, release, set }, position))));
  }
  expect(found).toEqual([]);
});

/** What cannot be read on both maps of a posture, in the font that takes the most room. */
async function unreadable(page: Page, view: View, state: Posture): Promise<string[]> {
  const found: string[] = [];
  for (const arrangement of [wide, tall]) {
    const ink = { theme: 'light', language: view.language, tall: arrangement === tall } as const;
    const drawing = map(layout(view.model, state, arrangement), mapWords(view, state), state.tally, {
      id: 'map',
      paint: paint(ink),
    });
    await page.setContent(`<!doctype html><style>${FONTS['DejaVu Sans']}</style>${drawing}`);
    const here = await page.locator('svg').evaluate(illegible);
    found.push(
      ...here.map((finding) => `${view.language}, ${state.scenario} ${state.release}, ${arrangement.id}: ${finding}`),
    );
  }
  return found;
}

/** What sticks out of the window and is not scrolled inside something else: the innermost elements only. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrolled = (element: Element): boolean => {
      for (let one = element.parentElement; one && one !== document.body; one = one.parentElement)
        if (getComputedStyle(one).overflowX !== 'visible') return true;
      return false;
    };
    const wide = [...document.body.querySelectorAll('*:not(svg *)')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5 && !scrolled(element),
    );
    const inner = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    const names = inner.map(
      (element) =>
        `${element.localName}.${element.getAttribute('class') ?? ''} "${element.textContent.trim().slice(0, 40)}" to ${element.getBoundingClientRect().right.toFixed(0)}`,
    );
    return [`${scrollWidth} px in ${clientWidth} px: ${names.slice(0, 4).join('; ')}`];
  });

for (const language of languages)
  test(`a visitor never scrolls sideways (${language})`, async ({ page }) => {
    test.slow();
    const found: string[] = [];
    const places = [
      ...['', 'about/', ...paths.map((path) => `paths/${path}/`)].map((place) => `${language}/${place}`),
      `embed/v1/${language}/map/`,
    ];
    for (const place of places) {
      await page.goto(place);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        for (const [font, css] of Object.entries(FONTS)) {
          await style(page, css.replace('text', '*'));
          found.push(...(await overflow(page)).map((finding) => `${place} at ${width} px, ${font}: ${finding}`));
        }
      }
    }
    expect(found).toEqual([]);
  });

test('a visitor never scrolls sideways, whichever panel is open', async ({ page }) => {
  // Fifteen panels at every width, in five languages.
  test.slow();
  const found: string[] = [];
  for (const language of languages)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${language}/`);
      for (const path of paths) {
        await page.evaluate((fragment) => (location.hash = fragment), path);
        await expect(page.locator(`[data-panel][data-path="${path}"]`)).toBeVisible();
        found.push(...(await overflow(page)).map((finding) => `${language}, ${path} at ${width} px: ${finding}`));
      }
    }
  expect(found).toEqual([]);
});

test('a visitor never scrolls sideways on the language choice and the missing page', async ({ page }) => {
  for (const place of ['./', '404.html']) {
    await page.goto(place);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), place).toEqual([]);
    }
  }
});

test('a visitor sees one map at a time, the tall one on a phone and the wide one in a window', async ({ page }) => {
  await page.goto('en/');
  for (const [width, arrangement] of [
    [360, 'tall'],
    [768, 'tall'],
    [1024, 'tall'],
    [1280, 'wide'],
    [1920, 'wide'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    const chart = page.locator('svg[data-diagram]').filter({ visible: true });
    await expect(chart).toHaveCount(1);
    await expect(chart).toHaveAttribute('data-diagram', arrangement);
  }
});

test('nothing on the map moves once it is drawn', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const place of ['en/', 'en/?path=apiserver-to-kubelet', 'zh/paths/konnectivity/', 'es/about/'])
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(place, { waitUntil: 'load' });
      const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
      expect(shifts, `${place} at ${width} px`).toEqual([]);
    }
});
