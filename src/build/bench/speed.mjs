/* global addEventListener, document, requestAnimationFrame */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { freePort, serve } from '../serve.mjs';
import { median } from './bytes.mjs';
import { floorPage } from './floor.mjs';

const ROUNDS = 5;
const CLICKS = 6;
const SLOWED = 4;
/** What a hand takes between pointing and clicking, in milliseconds. */
const MOMENT = 200;
/** What Chromium's developer tools call slow 4G. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 };
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

/**
 * How long a visitor waits, on the site and on the floor page, in the same rounds and turn by turn, so that whatever
 * else the machine does falls on both. Gives the median of each.
 *
 * @param {{ dist: string, base: string, executablePath: string }} site
 */
export async function speeds({ dist, base, executablePath }) {
  const folder = await mkdtemp(join(tmpdir(), 'kubepaths-floor-'));
  for (const language of ['en', 'es']) {
    await mkdir(join(folder, language));
    await writeFile(join(folder, language, 'index.html'), floorPage(language));
  }
  const host = '127.0.0.1';
  const open = async (/** @type {{ dist: string, base: string }} */ one) => {
    const port = await freePort(4351, host);
    return { server: await serve({ ...one, host, port, maxAge: 600 }), home: `http://${host}:${port}${one.base}en/` };
  };
  const [floor, site] = [await open({ dist: folder, base: '/' }), await open({ dist, base })];
  const chrome = await chromium.launch({ executablePath, chromiumSandbox: false });
  const rows = [
    { name: 'edge clicked, details painted', measure: clicks },
    { name: 'map visible on slow 4G', measure: visible },
    { name: 'language switched on slow 4G, map visible', measure: switched },
  ];
  try {
    const results = [];
    for (const { name, measure } of rows) {
      /** @type {{ floor: number[], site: number[] }} */
      const times = { floor: [], site: [] };
      for (let round = 0; round < ROUNDS; round++) {
        times.floor.push(...(await measure(chrome, floor.home)));
        times.site.push(...(await measure(chrome, site.home)));
      }
      results.push({ name, runs: times.site.length, floor: median(times.floor), site: median(times.site) });
    }
    return results;
  } finally {
    await chrome.close();
    for (const { server } of [floor, site]) server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @typedef {import('@playwright/test').Browser} Browser */

/** Several edges, each from its click to the paint of its panel. @param {Browser} chrome @param {string} url */
async function clicks(chrome, url) {
  const page = await visit(chrome, url, DESK);
  const times = [];
  for (let edge = 0; edge < CLICKS; edge++) {
    const place = (await page.evaluate(placesOnEdges))[edge];
    if (place === undefined) break;
    await page.mouse.move(place.x, place.y);
    await page.waitForTimeout(MOMENT);
    await page.mouse.down();
    await page.mouse.up();
    times.push(await noted(page, 'details'));
    // The site's panel lies over the map; the floor page has none to close.
    await page.keyboard.press('Escape');
  }
  await page.context().close();
  return times;
}

/** @param {Browser} chrome @param {string} url */
async function visible(chrome, url) {
  const page = await visit(chrome, url, PHONE, SLOW_4G);
  const time = await noted(page, 'map');
  await page.context().close();
  return [time];
}

/** @param {Browser} chrome @param {string} url */
async function switched(chrome, url) {
  const page = await visit(chrome, url, PHONE, SLOW_4G);
  await noted(page, 'map');
  const link = page.locator('[data-languages] a[hreflang=es]');
  await link.hover();
  await page.waitForTimeout(MOMENT);
  await link.click();
  const time = await noted(page, 'map');
  await page.context().close();
  return [time];
}

/** @param {Browser} chrome @param {string} url @param {typeof PHONE} viewport @param {typeof SLOW_4G} [network] */
async function visit(chrome, url, viewport, network) {
  const context = await chrome.newContext({ viewport });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  if (network) await devtools.send('Network.emulateNetworkConditions', network);
  await page.goto(url);
  return page;
}

/** What `watch` has noted, taken away. @param {import('@playwright/test').Page} page @param {'map' | 'details'} what */
async function noted(page, what) {
  const key = `bench-${what}`;
  const note = await page.waitForFunction((name) => sessionStorage.getItem(name), key, { polling: 100 });
  await page.evaluate((name) => sessionStorage.removeItem(name), key);
  return Number(await note.jsonValue());
}

/** Runs in the page before its own scripts: notes how long its map took, and the details of each edge. */
function watch() {
  const shown = (/** @type {string} */ selector) =>
    [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length > 0);

  /** @type {(what: string, since: number, ready: () => unknown) => void} */
  const note = (what, since, ready) =>
    requestAnimationFrame(() => {
      if (!ready()) return note(what, since, ready);
      // A message sent from a frame arrives once that frame is painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => sessionStorage.setItem(`bench-${what}`, String(performance.now() - since));
      port2.postMessage('');
    });

  // From the click on a language link, else from the start of the visit. A map is whole once the parser is past it.
  const left = sessionStorage.getItem('bench-left');
  note('map', left === null ? 0 : Number(left) - performance.timeOrigin, () => shown('[data-diagram]')?.nextSibling);

  addEventListener(
    'click',
    ({ target, timeStamp }) => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (link?.hreflang) sessionStorage.setItem('bench-left', String(performance.timeOrigin + timeStamp));
      const path = link?.dataset['path'];
      if (path) note('details', timeStamp, () => shown(`[data-panel][data-path="${path}"]`));
    },
    { capture: true },
  );
}

/** Runs in the page: for each edge in sight a place where a click hits it and nothing else. */
function placesOnEdges() {
  return [...document.querySelectorAll('a[data-path]')].flatMap((edge) => {
    const line = edge.querySelector('path');
    if (line === null || edge.getClientRects().length === 0) return [];
    const places = [0.5, 0.4, 0.6, 0.3, 0.7].map((share) =>
      line.getPointAtLength(line.getTotalLength() * share).matrixTransform(line.getScreenCTM() ?? undefined),
    );
    const free = places.find(({ x, y }) => document.elementFromPoint(x, y)?.closest('a') === edge);
    return free ? [{ x: free.x, y: free.y }] : [];
  });
}
