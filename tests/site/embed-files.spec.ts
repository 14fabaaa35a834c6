import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { files, paths, read, tours } from './built.ts';
import { click, edge, expectPanel } from './edges.ts';

const dist = join(import.meta.dirname, '../../dist');

for (const language of languages)
  test(`a room without internet opens the single file, with its steps and its controls (${language})`, async ({
    page,
    context,
  }) => {
    await context.setOffline(true);
    const troubles: string[] = [];
    page.on('request', (request) => troubles.push(`asks ${request.url()}`));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    const file = `file://${join(dist, `embed/v1/${language}/map.html`)}`;
    await page.goto(`${file}?path=apiserver-to-kubelet&step=2&controls=scenario`);
    await expectPanel(page, 'apiserver-to-kubelet');
    await expect(page.locator('[data-play]')).toBeVisible();
    await page.getByRole('combobox').selectOption('hardened-public-ips');
    await expect(edge(page, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'safe');
    await click(edge(page, 'konnectivity'));
    await expectPanel(page, 'konnectivity');
    // The page itself is all that is asked for.
    expect(troubles.filter((one) => !one.startsWith(`asks ${file}`))).toEqual([]);
  });

test('every view has a single file, and none leads anywhere that is not', () => {
  for (const language of languages)
    for (const view of ['map', ...paths]) {
      const html = read(`embed/v1/${language}/${view}.html`);
      expect(html).not.toMatch(/\s(src|href)="(\/|https?:)/);
      expect(html).toMatch(/default-src 'none'/);
    }
});

test('a host that knows oEmbed finds a frame for every view, in its language', async ({ page, baseURL }) => {
  for (const place of [
    'embed/v1/it/map/',
    'embed/v1/zh/konnectivity/',
    'pt/paths/pod-to-apiserver/',
    'embed/v1/es/quiz/',
  ]) {
    await page.goto(place);
    const link = page.locator('link[type="application/json+oembed"]');
    const found = await page.request.get(new URL((await link.getAttribute('href'))!, baseURL).href);
    const said = (await found.json()) as Record<string, string>;
    expect(said).toMatchObject({ version: '1.0', type: 'rich', width: 1200, height: 900 });
    const src = /src="([^"]+)"/.exec(said['html']!)![1]!;
    expect((await page.request.get(new URL(src, baseURL).href)).status()).toBe(200);
    expect(said['title']).toBe(await link.getAttribute('title'));
  }
  const all = files().filter((name) => name.startsWith('oembed/'));
  expect(all.length).toBe(languages.length * (2 + paths.length + tours.length));
});

test('somebody makes an embed, sees it, and copies what works', async ({ page }) => {
  await page.goto('it/embed/');
  const code = page.locator('[data-way="iframe"] code');
  await expect(code).toContainText('embed/v1/it/map/"');
  await page.locator('select[name="view"]').selectOption('apiserver-to-kubelet');
  await page.locator('select[name="lang"]').selectOption('zh');
  await page.locator('select[name="scenario"]').selectOption('hardened-public-ips');
  await page.locator('input[value="release"]').check();
  await expect(code).toContainText('embed/v1/zh/apiserver-to-kubelet/?scenario=hardened-public-ips&controls=release');
  const frame = page.frameLocator('[data-preview] iframe');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(edge(frame, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'safe');
  await expect(frame.locator('[data-control="release"]')).toBeVisible();
  const picture = /\]\((\S+\.svg)\)/.exec((await page.locator('[data-way="markdown"] code').innerText()).trim())![1]!;
  for (const address of [
    picture,
    (await page.locator('[data-way="oembed"] code').innerText()).trim(),
    (await page.locator('[data-way="file"] code').innerText()).trim(),
  ])
    expect((await page.request.get(address)).status(), address).toBe(200);
});

test('somebody embeds a tour or the quiz, and is not offered what means nothing to it', async ({ page }) => {
  await page.goto('pt/embed/?view=tour-kubectl-logs&scenario=eks');
  const code = (way: string) => page.locator(`[data-way="${way}"] code`);
  await expect(code('iframe')).toContainText('embed/v1/pt/tour-kubectl-logs/"');
  await expect(code('element')).toContainText('<kube-path tour="kubectl-logs" lang="pt">');
  await expect(page.locator('select[name="scenario"]')).toBeDisabled();
  await expect(page.locator('input[value="release"]')).toBeDisabled();
  await expect(page.locator('[data-way="file"]')).toBeHidden();
  const frame = page.frameLocator('[data-preview] iframe');
  await expect(frame.locator('[data-tour-go="1"]')).toHaveAttribute('aria-current', 'step');
  for (const view of ['tour-kubectl-logs', 'quiz']) {
    await page.locator('select[name="view"]').selectOption(view);
    const [, picture = '', link = ''] = /\]\((\S+)\)\]\((\S+)\)/.exec(await code('markdown').innerText()) ?? [];
    for (const address of [picture, link, (await code('oembed').innerText()).trim()])
      expect((await page.request.get(address)).status(), address).toBe(200);
  }
  await expect(code('element')).toContainText('<kube-path quiz lang="pt">');
  await expect(frame.locator('[data-quiz-start]')).toBeVisible();
  await page.locator('select[name="view"]').selectOption('map');
  await expect(page.locator('select[name="scenario"]')).toBeEnabled();
  await expect(page.locator('[data-way="file"]')).toBeVisible();
});

test('a visitor embeds what is on the screen, with the release and the settings of its address', async ({ page }) => {
  const state = 'release=1.36&set=kubelet.readOnlyPort:10255&from=pod';
  await page.goto(`en/?path=apiserver-to-kubelet&${state}`);
  await expect(edge(page, 'apiserver-to-kubelet')).toBeVisible();
  await page.getByRole('link', { name: 'Embed this' }).click();
  await expect(page.locator('select[name="view"]')).toHaveValue('apiserver-to-kubelet');
  await expect(page.locator('[data-way="iframe"] code')).toContainText(`embed/v1/en/apiserver-to-kubelet/?${state}"`);
  await page.goto('zh/paths/konnectivity/');
  await page.locator('.download [data-builder]').click();
  await expect(page).toHaveURL(/zh\/embed\/\?view=konnectivity$/);
  await expect(page.locator('[data-way="iframe"] code')).toContainText('embed/v1/zh/konnectivity/"');
});

test('what somebody types into the builder cannot leave its attribute', async ({ page }) => {
  await page.goto('en/embed/');
  await page.locator('input[name="set"]').fill('"><script>alert(1)</script>&theme=dark');
  await page.locator('input[name="set"]').press('Tab');
  for (const way of ['iframe', 'element']) await expect(page.locator(`[data-way="${way}"] code`)).toContainText('set=');
  await expect(page.locator('[data-way="iframe"] code')).not.toContainText('<script>alert');
  await expect(page.locator('[data-way="element"] code')).not.toContainText('<script>alert');
});

test('every page leads to the code for embedding and to the lesson', async ({ page }) => {
  for (const place of ['it/', 'zh/about/']) {
    await page.goto(place);
    for (const name of ['embed', 'teach'])
      await expect(page.locator(`footer a[href$="/${place.slice(0, 2)}/${name}/"]`)).toBeVisible();
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the snippets are complete, and no dead control stands in the way', async ({ page }) => {
    await page.goto('es/embed/');
    await expect(page.locator('[data-builder]')).toBeHidden();
    await expect(page.locator('[data-preview]')).toBeHidden();
    for (const way of ['iframe', 'element', 'markdown', 'oembed', 'file'])
      await expect(page.locator(`[data-way="${way}"] code`)).toContainText(/https:\/\/\S+kubepaths\/\S+/);
    await expect(page.locator('[data-recipe]')).toHaveCount(13);
    for (const code of await page.locator('[data-template]').allInnerTexts())
      expect(code).not.toMatch(/\{(frame|page|script|title)\}/);
  });
});

test('a visitor downloads what is on the screen, as SVG and as PNG', async ({ page }, info) => {
  await page.goto('zh/?scenario=hardened-public-ips&path=apiserver-to-kubelet');
  await expect(edge(page, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'safe');
  const svg = page.waitForEvent('download');
  await page.locator('[data-svg]').click();
  const saved = info.outputPath('map.svg');
  expect((await svg).suggestedFilename()).toBe('apiserver-to-kubelet.svg');
  await (await svg).saveAs(saved);
  const site = read('diagrams/zh/apiserver-to-kubelet.hardened-public-ips.svg');
  expect(readFileSync(saved, 'utf8')).toBe(site);
  const png = page.waitForEvent('download');
  await page.locator('[data-png]').click();
  const picture = info.outputPath('map.png');
  await (await png).saveAs(picture);
  const bytes = readFileSync(picture);
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2400, expect.any(Number)]);
});

test('there are not more pictures than a site should carry', () => {
  // The steps of tours stand in a folder of their own.
  const pictures = files().filter((name) => /^diagrams\/\w+\/[^/]+$/.test(name));
  for (const language of languages)
    for (const variant of ['', '.dark', '.tall', '.tall.dark'])
      expect(pictures).toContain(`diagrams/${language}/map.eks${variant}.svg`);
  expect(pictures.length).toBeLessThanOrEqual(1_200);
});
