import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { read } from './built.ts';
import { edge, expectPanel } from './edges.ts';
import { Host } from './host.ts';

const host = new Host();
test.beforeAll(() => host.open());
test.afterAll(() => host.close());

/** A page of somebody else with the element in it; it writes down the element's events. */
async function visit(page: Page, base: string, element: string, policy?: string, lang = 'en') {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  const html = `<div lang="${lang}">${element}</div><script async src="${base}embed.js"></script>`;
  await page.goto(host.serve({ html, ...(policy === undefined ? {} : { policy }) }));
  return { frame: page.frameLocator('kube-path iframe'), troubles };
}

const events = (page: Page) =>
  page.evaluate(() => {
    const all: string[] = [];
    for (const type of ['pathselect', 'stepchange', 'posturechange'])
      document.addEventListener(type, (event) =>
        all.push(`${type} ${JSON.stringify((event as CustomEvent<Record<string, unknown>>).detail['step'] ?? '')}`),
      );
    (self as unknown as { events: string[] }).events = all;
  });

test('a page shows a path with one tag and one script, as high as it needs to be', async ({ page, baseURL }) => {
  const { frame, troubles } = await visit(
    page,
    baseURL!,
    '<kube-path path="apiserver-to-kubelet" theme="dark"></kube-path>',
  );
  await expectPanel(frame, 'apiserver-to-kubelet');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect
    .poll(() =>
      frame.locator('html').evaluate((html) => Math.abs(innerHeight - html.querySelector('.embed')!.clientHeight)),
    )
    .toBeLessThanOrEqual(1);
  await expect(page.locator('kube-path iframe')).toHaveAttribute('title', /kubelet/);
  expect(troubles).toEqual([]);
});

for (const [lang, tag] of [
  ['zh-CN', 'zh-Hans'],
  ['pt-BR', 'pt-BR'],
  ['it', 'it'],
  ['fr', 'en'],
])
  test(`the language is that of the text around it (${lang!})`, async ({ page, baseURL }) => {
    const { frame } = await visit(page, baseURL!, '<kube-path></kube-path>', undefined, lang);
    await expect(frame.locator('html')).toHaveAttribute('lang', tag!);
  });

test('attributes and properties change what is shown, without loading anew', async ({ page, baseURL }) => {
  const { frame } = await visit(page, baseURL!, '<kube-path path="apiserver-to-kubelet"></kube-path>');
  await expect(edge(frame, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'unsafe');
  const src = await page.locator('kube-path iframe').getAttribute('src');
  const element = page.locator('kube-path');
  await element.evaluate((one) => one.setAttribute('scenario', 'hardened-public-ips'));
  await expect(edge(frame, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'safe');
  await element.evaluate((one) => Object.assign(one, { scenario: null, path: 'konnectivity' }));
  await expectPanel(frame, 'konnectivity');
  await expect(edge(frame, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'unsafe');
  expect(await element.getAttribute('path')).toBe('konnectivity');
  expect(await page.locator('kube-path iframe').getAttribute('src')).toBe(src);
  await element.evaluate((one) => one.setAttribute('lang', 'zh'));
  await expect(frame.locator('html')).toHaveAttribute('lang', 'zh-Hans');
});

test('methods drive the steps and events tell of them', async ({ page, baseURL }) => {
  const { frame } = await visit(page, baseURL!, '<kube-path path="apiserver-to-kubelet"></kube-path>');
  await events(page);
  type Played = HTMLElement &
    Record<'next' | 'previous' | 'goTo', (step?: number) => Promise<{ step: number; ok: boolean }>>;
  const element = page.locator('kube-path');
  expect((await element.evaluate((one: Played) => one.next())).step).toBe(1);
  expect((await element.evaluate((one: Played) => one.goTo(4))).step).toBe(4);
  expect((await element.evaluate((one: Played) => one.previous())).step).toBe(3);
  await expect(frame.locator('[data-play]')).toContainText('Step 3 of 4');
  const told = await page.evaluate(() => (self as unknown as { events: string[] }).events);
  expect(told.filter((one) => one.startsWith('stepchange'))).toEqual(['stepchange 1', 'stepchange 4', 'stepchange 3']);
});

test('the element shows a tour and the quiz as well', async ({ page, baseURL }) => {
  const { frame } = await visit(page, baseURL!, '<kube-path tour="kubectl-logs" steps="2-3"></kube-path>');
  await expect(frame.locator('[data-tour-go="2"]')).toHaveAttribute('aria-current', 'step');
  const element = page.locator('kube-path');
  await element.evaluate((one) => Object.assign(one, { tour: null, steps: null, quiz: true }));
  await expect(frame.locator('[data-quiz-start]')).toBeVisible();
  await element.evaluate((one) => Object.assign(one, { quiz: false, path: 'konnectivity' }));
  await expectPanel(frame, 'konnectivity');
});

test('a page with a strict policy that allows only the frame and the script shows the map', async ({
  page,
  baseURL,
}) => {
  const origin = new URL(baseURL!).origin;
  const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}`;
  const { frame, troubles } = await visit(page, baseURL!, '<kube-path path="konnectivity"></kube-path>', policy);
  await expectPanel(frame, 'konnectivity');
  expect(troubles).toEqual([]);
});

test('where the policy forbids the frame or the script, what stands inside the element is shown', async ({
  page,
  baseURL,
}) => {
  const inside = '<kube-path path="konnectivity"><a href="#">The map as a picture</a></kube-path>';
  const origin = new URL(baseURL!).origin;
  for (const policy of [`script-src ${origin}; frame-src 'none'`, `script-src 'none'`]) {
    await visit(page, baseURL!, inside, policy);
    await expect(page.getByRole('link', { name: 'The map as a picture' })).toBeVisible();
  }
});

test('the element does not listen to other frames', async ({ page, baseURL }) => {
  const other = `<iframe srcdoc="<script>setInterval(() => parent.postMessage({ kubepaths: 1, type: 'height', height: 9999 }, '*'), 20)</script>"></iframe>`;
  const { frame } = await visit(page, baseURL!, `${other}<kube-path></kube-path>`);
  await expect(edge(frame, 'apiserver-to-kubelet')).toBeVisible();
  await expect
    .poll(() => page.locator('kube-path iframe').evaluate((one: HTMLElement) => one.clientHeight))
    .toBeLessThan(5000);
});

test('a file on the disk can hold the element and the frame', async ({ page, baseURL }, info) => {
  const file = info.outputPath('host.html');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(
    file,
    `<!doctype html><html lang="es"><kube-path path="konnectivity"></kube-path><script async src="${baseURL!}embed.js"></script></html>`,
  );
  await page.goto(`file://${file}`);
  const frame = page.frameLocator('kube-path iframe');
  await expectPanel(frame, 'konnectivity');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'es');
});

test('the script of the element is small', () => {
  expect(brotliCompressSync(read('embed.js')).length).toBeLessThanOrEqual(3_000);
});
