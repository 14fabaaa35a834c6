import { expect, test } from '@playwright/test';
import { LANGUAGES, languages } from '../../src/i18n/languages.ts';
import { paths } from './built.ts';
import { click, edge, expectPanel, panel } from './edges.ts';

test.use({ javaScriptEnabled: false });

for (const [size, viewport] of Object.entries({
  window: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
}))
  test(`a visitor without script clicks every edge in a ${size} and reads its details`, async ({ page }) => {
    await page.setViewportSize(viewport);
    for (const path of paths) {
      await page.goto('en/');
      await expect(page.locator('[data-panel]').filter({ visible: true })).toHaveCount(0);
      await expect(edge(page, path)).toHaveAttribute('href', `#${path}`);
      await click(edge(page, path));
      await expect(page).toHaveURL(new RegExp(`/en/#${path}$`));
      await expectPanel(page, path);
      await expect(panel(page, path)).toBeInViewport();
    }
  });

test('a visitor without script closes a panel and opens the page of its path', async ({ page }) => {
  await page.goto('en/#apiserver-to-pod');
  await expectPanel(page, 'apiserver-to-pod');
  await panel(page, 'apiserver-to-pod').getByRole('link', { name: 'Close' }).click();
  await expect(panel(page, 'apiserver-to-pod')).toBeHidden();
  await page.goBack();
  await panel(page, 'apiserver-to-pod').getByRole('link', { name: 'Read the page' }).click();
  await expect(page).toHaveURL(/\/en\/paths\/apiserver-to-pod\/$/);
});

test('a visitor without script compares edges on the page of a path', async ({ page }) => {
  await page.goto('en/paths/apiserver-to-kubelet/');
  await expectPanel(page, 'apiserver-to-kubelet');
  await click(edge(page, 'konnectivity'));
  await expectPanel(page, 'konnectivity');
});

test('a visitor without script keeps the own panel of a path page while reading its sections', async ({ page }) => {
  await page.goto('en/paths/apiserver-to-kubelet/#weaknesses');
  await expectPanel(page, 'apiserver-to-kubelet');
});

test('a visitor without script changes the language', async ({ page }) => {
  for (const place of ['', 'paths/konnectivity/', 'about/']) {
    await page.goto(`en/${place}`);
    for (const language of [...languages].reverse()) {
      await page.locator('nav[data-languages]').getByRole('link', { name: LANGUAGES[language].name }).click();
      await expect(page).toHaveURL(new RegExp(`/${language}/${place}$`));
      await expect(page.locator('html')).toHaveAttribute('lang', LANGUAGES[language].tag);
    }
  }
});

test('a visitor without script chooses a language at the start', async ({ page }) => {
  for (const language of languages) {
    await page.goto('./');
    await page.getByRole('link', { name: LANGUAGES[language].name }).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/$`));
  }
});

for (const width of [360, 1280])
  test(`a visitor without script reads the table of all paths at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('en/');
    const table = page.locator('table.paths-table');
    await expect(table).toBeVisible();
    for (const path of paths) {
      const row = table.locator(`tr[data-row="${path}"]`);
      await expect(row.getByRole('link')).toHaveAttribute('href', new RegExp(`/en/paths/${path}/$`));
      for (const cell of await row.locator('td').all()) {
        await expect(cell).toBeVisible();
        await expect(cell).toHaveText(/\S/);
      }
    }
  });

for (const language of languages)
  test(`a visitor without script has the whole page of a path (${language})`, async ({ page }) => {
    await page.goto(`${language}/paths/apiserver-to-kubelet/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.page-head .verdict')).toHaveText(/\S/);
    await expect(page.locator('svg[data-diagram="wide"]')).toBeVisible();
    await expect(page.locator('[data-channel]').first()).toBeVisible();
    for (const section of ['hops', 'purpose', 'connection', 'proof', 'weak', 'hardening', 'settings', 'weaknesses'])
      await expect(page.locator(`#${section}`), section).toHaveText(/\S/);
    await expect(page.locator('#sources').getByRole('link').first()).toBeVisible();
    await expect(page.locator('[data-snippet] pre').first()).toHaveText(/\S/);
    for (const button of await page.locator('[data-copy]').all()) await expect(button).toBeHidden();
    await expect(page.locator('nav.pager').getByRole('link').first()).toBeVisible();
    const more = page.locator('details.more-weaknesses');
    await more.locator('summary').click();
    await expect(more.locator('[data-known]').first()).toBeVisible();
  });

test('a visitor without script opens the frame for other sites', async ({ page }) => {
  await page.goto('embed/v1/en/map/');
  await click(edge(page, 'apiserver-to-service'));
  await expectPanel(page, 'apiserver-to-service');
});
