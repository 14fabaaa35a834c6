import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { LANGUAGES, languages } from '../../src/i18n/languages.ts';
import { content } from '../../src/site/content.ts';
import { settingsPage } from '../../src/site/settings-page.ts';
import { View } from '../../src/site/view.ts';
import { weaknessesPage } from '../../src/site/weaknesses-page.ts';
import { file, read } from './built.ts';

const { model } = content();
const english = new View('en');
const weaknesses = weaknessesPage(english, '/').groups.flatMap(({ entries }) => entries);
const settings = settingsPage(english, '/').groups.flatMap(({ entries }) => entries);
const PAGES = ['weaknesses', 'settings', 'releases', 'about'] as const;

const entries = (page: Page): Locator => page.locator('[data-entry]').filter({ visible: true });
const status = (page: Page): Locator => page.locator('[data-shown]');

/** The ids of the entries that the page shows. */
const shown = (page: Page): Promise<string[]> =>
  entries(page).evaluateAll((all: HTMLElement[]) => all.map(({ dataset }) => dataset['entry'] ?? ''));

test('a visitor filters the weaknesses by path, severity and release, and the address keeps it', async ({ page }) => {
  await page.goto('en/weaknesses/');
  await page.getByLabel('Path', { exact: true }).selectOption('konnectivity');
  await page.getByLabel('Severity', { exact: true }).selectOption('high');
  await page.getByLabel('Possible in release').selectOption('1.30');
  const expected = weaknesses.filter(
    ({ facts, tokens }) => facts.paths.includes('konnectivity') && tokens.severity.split(' ').includes('high'),
  );
  expect(expected.length).toBeGreaterThan(0);
  expect((await shown(page)).sort()).toEqual(expected.map(({ id }) => id).sort());
  await expect(status(page)).toHaveText(`Shown: ${String(expected.length)} of ${String(weaknesses.length)}`);
  await expect(page).toHaveURL(/\/en\/weaknesses\/\?path=konnectivity&severity=high&release=1\.30$/);
  await page.reload();
  await expect(entries(page)).toHaveCount(expected.length);
  await page.locator('nav[data-languages]').getByRole('link', { name: LANGUAGES.it.name }).click();
  await expect(page).toHaveURL(/\/it\/weaknesses\/\?path=konnectivity&severity=high&release=1\.30$/);
  await expect(entries(page)).toHaveCount(expected.length);
});

test('a visitor asks for a release and no longer sees what cannot be there', async ({ page }) => {
  const removed = weaknesses.find(({ facts }) => facts.paths.every((path) => path === 'ssh-tunnel'));
  await page.goto('en/weaknesses/?release=1.30');
  expect(await shown(page)).not.toContain(removed?.id);
  await page.goto('en/weaknesses/?release=1.20');
  expect(await shown(page)).toContain(removed?.id);
});

test('a visitor types a CVE and finds its weakness, in the contents too', async ({ page }) => {
  const { id, facts } = weaknesses.find(({ facts: { cves } }) => cves?.length === 1)!;
  await page.goto('en/weaknesses/');
  await page.getByLabel('Text, CVE, flag or field').fill(facts.cves![0]!.id.toLowerCase());
  await expect(entries(page)).toHaveCount(1);
  await page.locator('.overview summary').click();
  await expect(page.locator('[data-of]').filter({ visible: true })).toHaveAttribute('data-of', id);
});

test('a visitor who finds nothing is told so and starts anew', async ({ page }) => {
  await page.goto('en/weaknesses/?q=no-such-thing-at-all');
  await expect(entries(page)).toHaveCount(0);
  const none = page.locator('[data-none]');
  await expect(none).toBeVisible();
  await none.getByRole('button', { name: 'Clear filters' }).click();
  await expect(none).toBeHidden();
  await expect(entries(page)).toHaveCount(weaknesses.length);
  await expect(page).toHaveURL(/\/en\/weaknesses\/$/);
  await expect(page.getByLabel('Text, CVE, flag or field')).toBeFocused();
});

test('a visitor with a wrong filter in the address is told which, and sees everything', async ({ page }) => {
  await page.goto('en/weaknesses/?path=<b>nothing</b>&theme=dark');
  await expect(page.locator('[data-unknown]')).toHaveText(/<b>nothing<\/b>$/);
  await expect(entries(page)).toHaveCount(weaknesses.length);
  await page.getByLabel('Severity', { exact: true }).selectOption('low');
  await expect(page.locator('[data-unknown]')).toBeHidden();
  await expect(page).toHaveURL(/theme=dark/);
});

test('a visitor follows the address of an entry that a filter hides, and sees it', async ({ page }) => {
  const [first, ...others] = weaknesses;
  const severity = others.find((entry) => entry.severity !== first!.severity)!.severity;
  await page.goto(`en/weaknesses/?severity=${severity}#${first!.id}`);
  await expect(page.locator(`[id="${first!.id}"]`)).toBeInViewport();
  await expect(status(page)).toHaveText(new RegExp(` ${String(weaknesses.length)} `));
});

test('a visitor finds a setting by its flag and by its field', async ({ page }) => {
  const both = settings.find(({ flag, field }) => flag !== undefined && field !== undefined)!;
  await page.goto('en/settings/');
  for (const name of [both.flag!, both.field!]) {
    await page.getByLabel('Flag or field').fill(name);
    expect(await shown(page), name).toContain(both.id);
    expect((await shown(page)).length, name).toBeLessThan(settings.length);
  }
  await expect(page).toHaveURL(/\/en\/settings\/\?q=/);
  await page.reload();
  await expect(page.getByLabel('Flag or field')).toHaveValue(both.field!);
  expect(await shown(page)).toContain(both.id);
});

test('a visitor looks at the changes of one path', async ({ page }) => {
  const [change] = Object.values(model.changes);
  test.skip(change === undefined, 'no change is recorded yet');
  const path = change!.paths[0]!;
  await page.goto('en/releases/');
  await page.getByLabel('Path', { exact: true }).selectOption(path);
  const expected = Object.entries(model.changes).filter(([, { paths }]) => paths.includes(path));
  expect((await shown(page)).sort()).toEqual(expected.map(([id]) => id).sort());
  const lanes = page.locator('svg[data-timeline]').filter({ visible: true }).locator('[data-lane]:not([data-quiet])');
  await expect(lanes).toHaveCount(1);
  await expect(lanes).toHaveAttribute('data-lane', path);
});

test('a visitor sorts the table of weaknesses with the keyboard, both ways', async ({ page }) => {
  await page.goto('en/weaknesses/');
  await page.locator('.overview summary').press('Enter');
  const column = page.getByRole('columnheader', { name: 'weakness' });
  const titles = (): Promise<string[]> => page.locator('.overview td:first-child').allInnerTexts();
  const sorted = [...(await titles())].sort(new Intl.Collator('en', { numeric: true }).compare);
  await column.getByRole('button').press('Enter');
  await expect(column).toHaveAttribute('aria-sort', 'ascending');
  expect(await titles()).toEqual(sorted);
  await column.getByRole('button').press('Enter');
  await expect(column).toHaveAttribute('aria-sort', 'descending');
  expect(await titles()).toEqual(sorted.reverse());
  await page.getByRole('columnheader', { name: 'Severity' }).getByRole('button').click();
  await expect(column).not.toHaveAttribute('aria-sort');
  await expect(page.locator('.overview td .severity').first()).toHaveText('Critical');
});

test('a visitor sorts the sources by the day on which they were checked', async ({ page }) => {
  await page.goto('zh/about/');
  await page.locator('.sources-table').getByRole('button').last().click();
  const days = await page
    .locator('.sources-table time')
    .evaluateAll((all: HTMLTimeElement[]) => all.map(({ dateTime }) => dateTime));
  expect(days).toHaveLength(Object.keys(model.sources).length);
  expect(days).toEqual([...days].sort());
});

test('a visitor copies the address of an entry', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { id } = weaknesses[2]!;
  await page.goto('en/weaknesses/?severity=critical');
  const entry = page.locator(`[id="${id}"]`);
  await entry.locator('[data-permalink]').click();
  await expect(page.locator('[data-live-region]')).toHaveText('Address copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL!}en/weaknesses/#${id}`);
});

test('a visitor opens the pages from the menu of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('it/');
  const pages = page.getByRole('navigation', { name: /Pagine/ });
  await expect(pages).toBeHidden();
  await page.locator('.menu').click();
  await pages.getByRole('link', { name: 'Debolezze' }).click();
  await expect(page).toHaveURL(/\/it\/weaknesses\/$/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  for (const language of languages)
    test(`a visitor has every weakness, setting and release, and no dead control (${language})`, async ({ page }) => {
      await page.goto(`${language}/weaknesses/`);
      expect((await shown(page)).sort()).toEqual(Object.keys(model.weaknesses).sort());
      await expect(page.locator('.filters')).toBeHidden();
      await page.goto(`${language}/settings/`);
      expect((await shown(page)).sort()).toEqual(Object.keys(model.settings).sort());
      await expect(page.locator('.filters')).toBeHidden();
      await page.goto(`${language}/releases/`);
      expect((await shown(page)).sort()).toEqual(Object.keys(model.changes).sort());
      for (const { id } of model.releases) await expect(page.locator(`[id="${id}"] h3`)).toContainText(id);
      await expect(page.locator('.filters, th button').filter({ visible: true })).toHaveCount(0);
    });

  test('a visitor opens the contents, goes to a weakness and sees which one it is', async ({ page }) => {
    await page.goto('en/weaknesses/');
    await page.locator('.overview summary').click();
    await page.locator('.overview').getByRole('link').last().click();
    await expect(page.locator('.entry:target')).toBeInViewport();
  });

  test('a visitor opens the pages from the menu of a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('en/');
    await page.locator('.menu').click();
    await page.getByRole('link', { name: 'Releases' }).click();
    await expect(page).toHaveURL(/\/en\/releases\/$/);
  });
});

test('a visitor goes from a path to its settings and weaknesses and back', async ({ page, baseURL }) => {
  const base = new URL(baseURL!).pathname;
  const ids = (address: string): Promise<Set<string>> =>
    page
      .evaluate(
        (html) => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[id]')].map(({ id }) => id),
        read(address),
      )
      .then((all) => new Set(all));
  const known = { weaknesses: await ids('en/weaknesses/'), settings: await ids('en/settings/') };
  for (const path of Object.keys(model.paths)) {
    await page.goto(`en/paths/${path}/`);
    for (const [section, name] of [
      ['weaknesses', 'weaknesses'],
      ['settings', 'settings'],
    ] as const) {
      const hrefs = await page
        .locator(`#${section} a[href^="${base}en/${name}/#"]`)
        .evaluateAll((links: HTMLAnchorElement[]) => links.map(({ hash }) => decodeURIComponent(hash.slice(1))));
      for (const href of hrefs) expect(known[name], `${path}: ${href}`).toContain(href);
      if (name === 'weaknesses')
        expect([...hrefs].sort(), path).toEqual(
          Object.keys(model.weaknesses)
            .filter((id) => model.weaknesses[id]?.paths.includes(path))
            .sort(),
        );
      else
        expect([...hrefs].sort(), path).toEqual(
          settings
            .filter(({ paths }) => paths.some((one) => one.path === path))
            .map(({ id }) => id)
            .sort(),
        );
    }
  }
});

test('the time line and the list name the same changes', async ({ page }) => {
  await page.goto('en/releases/');
  const marks = await page
    .locator('svg[data-timeline="wide"] a')
    .evaluateAll((links: SVGAElement[]) => links.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
  expect([...new Set(marks)].sort()).toEqual(Object.keys(model.changes).sort());
  expect(marks).toHaveLength(Object.values(model.changes).reduce((sum, { paths }) => sum + paths.length, 0));
});

for (const language of languages)
  test(`a visitor never scrolls sideways on the reference pages (${language})`, async ({ page }) => {
    for (const name of PAGES) {
      await page.goto(`${language}/${name}/`);
      const overview = page.locator('.overview summary');
      if ((await overview.count()) > 0) await overview.click();
      for (const width of [360, 768, 1024, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${name} at ${String(width)} px`).toBe(width);
      }
    }
  });

test('a visitor on a phone reads tables as labelled rows', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('pt/settings/');
  await page.locator('.overview summary').click();
  const row = page.locator('.overview tbody tr').first();
  await expect(row.locator('td').nth(1)).toHaveAttribute('data-column', 'Componente');
  const tops = await row.locator('td').evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top));
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  expect(new Set(tops).size).toBe(tops.length);
});

test('a visitor prints the catalogue without its controls', async ({ page }) => {
  await page.goto('en/weaknesses/');
  await page.emulateMedia({ media: 'print' });
  for (const control of ['.filters', '.jumps', 'nav[data-languages]', '.permalink'])
    await expect(page.locator(control).filter({ visible: true }), control).toHaveCount(0);
  await expect(entries(page)).toHaveCount(weaknesses.length);
});

test('the reference pages stay light, with the styles and scripts that they name', () => {
  const weight = (name: string): number => brotliCompressSync(readFileSync(join('dist', name))).length;
  for (const language of languages)
    for (const page of PAGES) {
      const html = read(`${language}/${page}/`);
      const named = [...html.matchAll(/<(?:link rel="stylesheet"|script defer) (?:href|src)="\/kubepaths\/([^"]+)"/g)];
      const parts = named.map(([, name]) => name!);
      expect(parts.length, `${language}/${page}`).toBeGreaterThan(1);
      const bytes = [file(`${language}/${page}/`), ...parts].map(weight).reduce((sum, size) => sum + size, 0);
      expect(bytes, `${language}/${page}`).toBeLessThanOrEqual(60_000);
    }
  expect(read(file('scripts/catalogue.js')).length).toBeLessThanOrEqual(4_600);
});

test.describe('as axe sees them', () => {
  // Axe puts its script into the page, which the page's own policy forbids.
  test.use({ bypassCSP: true });

  for (const name of PAGES)
    test(`a visitor with a screen reader has ${name}`, async ({ page }) => {
      test.slow();
      for (const [language, colorScheme, width] of [
        ['en', 'light', 1280],
        ['zh', 'dark', 360],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${language}/${name}/`);
        const overview = page.locator('.overview summary');
        if ((await overview.count()) > 0) await overview.click();
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
        expect(found, language).toEqual([]);
      }
    });
});
