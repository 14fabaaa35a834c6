import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { files, paths, read } from './built.ts';
import { click, edge, expectPanel, panel } from './edges.ts';

let server: Server;
let host: string;

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const src = new URL(request.url ?? '/', 'http://host').searchParams.get('src') ?? '';
    const quoted = src.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      src.endsWith('.svg')
        ? `<!doctype html><title>slide</title><img src="${quoted}" alt="map">`
        : `<!doctype html><title>blog</title><iframe sandbox="allow-scripts" frameborder="0" width="1240" height="1300" src="${quoted}"></iframe>`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // Another name than the site's, so that it is another site and not only another origin.
  host = `http://localhost:${(server.address() as AddressInfo).port}/`;
});

test.afterAll(async () => {
  await new Promise((closed) => server.close(closed));
});

/** A page of somebody else that frames an address of ours; `troubles` fills with whatever goes wrong in it. */
async function framed(page: Page, src: string): Promise<{ frame: FrameLocator; troubles: string[] }> {
  const troubles: string[] = [];
  const origins = [new URL(src).origin, new URL(host).origin];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('request', (request) => {
    if (!origins.includes(new URL(request.url()).origin)) troubles.push(`asks ${request.url()}`);
  });
  page.on('requestfailed', (request) => troubles.push(`fails ${request.url()}`));
  await page.setViewportSize({ width: 1280, height: 1400 });
  await page.goto(`${host}?${new URLSearchParams({ src }).toString()}`);
  return { frame: page.frameLocator('iframe'), troubles };
}

test('a reader of another site finds the framed map open and dark, and clicks it', async ({ page, baseURL }) => {
  const { frame, troubles } = await framed(page, `${baseURL!}embed/v1/zh/map/?theme=dark&path=apiserver-to-pod`);
  await expectPanel(frame, 'apiserver-to-pod');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  expect(await frame.locator('html').evaluate((html) => getComputedStyle(html).colorScheme)).toBe('dark');
  const land = await frame.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);
  expect(Math.max(...(land.match(/\d+/g) ?? ['255']).slice(0, 3).map(Number)), land).toBeLessThan(64);

  for (const path of paths) {
    await click(edge(frame, path));
    await expectPanel(frame, path);
  }
  expect(await page.evaluate(() => history.length), 'the history of the host').toBeLessThanOrEqual(2);
  await edge(frame, 'apiserver-to-kubelet').focus();
  await page.keyboard.press('Enter');
  await expectPanel(frame, 'apiserver-to-kubelet');
  await page.keyboard.press('Escape');
  await expect(panel(frame, 'apiserver-to-kubelet')).toBeHidden();
  expect(troubles).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

test('a reader of another site finds a light map where a light one was asked for', async ({ page, baseURL }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const { frame } = await framed(page, `${baseURL!}embed/v1/en/map/?theme=light`);
  await expect(edge(frame, 'apiserver-to-pod')).toHaveCount(1);
  expect(await frame.locator('html').evaluate((html) => getComputedStyle(html).colorScheme)).toBe('light');
});

test('a reader of another site is told of an unknown path, in plain text', async ({ page, baseURL }) => {
  const value = encodeURIComponent('<img src=x onerror=alert(1)>');
  const { frame, troubles } = await framed(page, `${baseURL!}embed/v1/en/map/?path=${value}`);
  await expect(frame.getByRole('alert')).toContainText('<img src=x onerror=alert(1)>');
  expect(troubles).toEqual([]);
});

for (const language of languages)
  test(`a reader of another site finds a framed path open (${language})`, async ({ page, baseURL }) => {
    const { frame, troubles } = await framed(page, `${baseURL!}embed/v1/${language}/konnectivity/`);
    await expectPanel(frame, 'konnectivity');
    await expect(edge(frame, 'konnectivity')).toHaveAttribute('aria-current', 'true');
    await click(edge(frame, 'apiserver-to-kubelet'));
    await expectPanel(frame, 'apiserver-to-kubelet');
    await panel(frame, 'apiserver-to-kubelet').locator('[data-close]').click();
    await expectPanel(frame, 'konnectivity');
    expect(troubles).toEqual([]);
  });

test('a frame has no header, no menu, and one way to the site in its language', async ({ page }) => {
  for (const [view, place] of [
    ['map', 'es/'],
    ['ssh-tunnel', 'es/paths/ssh-tunnel/'],
  ]) {
    await page.goto(`embed/v1/es/${view ?? ''}/`);
    await expect(page.getByRole('banner')).toHaveCount(0);
    await expect(page.getByRole('navigation')).toHaveCount(0);
    const out = page.locator('a[target="_blank"]');
    await expect(out).toHaveCount(1);
    await expect(out).toHaveAttribute('href', new RegExp(`/${place ?? ''}$`));
    await expect(out).toHaveAttribute('rel', /noopener/);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  }
});

test('a frame loads classic scripts only, which a frame without an origin may run', async ({ page }) => {
  await page.goto('embed/v1/en/map/');
  expect(await page.locator('script[type="module"], link[rel="modulepreload"], [crossorigin]').count()).toBe(0);
});

test('a picture says everything itself', async ({ page }) => {
  test.slow();
  const pictures = files().filter((name) => name.startsWith('diagrams/'));
  for (const language of languages)
    for (const view of ['map', ...paths])
      for (const variant of ['', '.dark', '.tall', '.tall.dark'])
        expect(pictures).toContain(`diagrams/${language}/${view}${variant}.svg`);
  for (const name of pictures) {
    const troubles = await page.evaluate((text) => {
      const picture = new DOMParser().parseFromString(text, 'image/svg+xml');
      const all = [...picture.querySelectorAll('*')];
      const ids = all.map(({ id }) => id).filter((id) => id !== '');
      return [
        ...[...picture.querySelectorAll('parsererror')].map((error) => error.textContent),
        ...all
          .filter(({ localName }) =>
            ['style', 'script', 'use', 'image', 'foreignObject', 'a', 'link', 'animate', 'set'].includes(localName),
          )
          .map(({ localName }) => `<${localName}>`),
        ...all.flatMap((element) =>
          [...element.attributes]
            .filter(
              ({ name: attribute, value }) =>
                /^(on|style$|class$|src$|(xlink:)?href$)/.test(attribute) ||
                (attribute !== 'xmlns' && /url\(|https?:|data:|var\(|currentColor/.test(value)),
            )
            .map(({ name: attribute, value }) => `${attribute}="${value}"`),
        ),
        ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} twice`),
        ...(picture.documentElement.localName === 'svg' ? [] : ['not an svg']),
        ...(picture.querySelector('title')?.textContent ? [] : ['no title']),
      ];
    }, read(name));
    expect(troubles, name).toEqual([]);
  }
});

for (const language of languages)
  test(`a speaker puts the pictures into a slide (${language})`, async ({ page, baseURL }) => {
    for (const name of files().filter((one) => one.startsWith(`diagrams/${language}/`))) {
      const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(read(name)) ?? [];
      const size = await page.evaluate(
        async (src) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          return [image.naturalWidth, image.naturalHeight];
        },
        `data:image/svg+xml;base64,${Buffer.from(read(name)).toString('base64')}`,
      );
      expect(size, name).toEqual([Number(width), Number(height)]);
    }
    await page.goto(`${host}?${new URLSearchParams({ src: `${baseURL!}diagrams/${language}/map.svg` }).toString()}`);
    await expect(page.getByRole('img', { name: 'map' })).toHaveJSProperty('complete', true);
    const natural = await page.getByRole('img').evaluate((image: HTMLImageElement) => image.naturalWidth);
    expect(natural).toBe(1200);
  });

test('a visitor downloads the picture of the page', async ({ page }) => {
  for (const [place, name] of [
    ['it/', 'map.svg'],
    ['zh/paths/konnectivity/', 'konnectivity.svg'],
  ]) {
    await page.goto(place ?? '');
    const download = page.waitForEvent('download');
    await page.locator('a[download]').click();
    expect((await download).suggestedFilename()).toBe(name);
  }
});
