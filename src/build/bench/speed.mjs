/* global Element, addEventListener, document, requestAnimationFrame */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { freePort, serve } from '../serve.mjs';
import { median } from './bytes.mjs';
import { floorPage } from './floor.mjs';

const NAMES = ['edge clicked, details painted', 'map visible on slow 4G', 'language switched on slow 4G, map visible'];
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
 * How long a visitor waits on the site and on the floor page. They take turns, so that whatever else the machine does
 * falls on both.
 *
 * @typedef {import('@playwright/test').Browser} Browser
 * @param {{ dist: string, base: string, executablePath: string }} site
 */
export async function speeds({ dist, base, executablePath }) {
  const folder = mkdtempSync(join(tmpdir(), 'kubepaths-floor-'));
  for (const language of ['en', 'es']) {
    mkdirSync(join(folder, language));
    writeFileSync(join(folder, language, 'index.html'), floorPage(language));
  }
  const sides = [await open(folder, '/'), await open(dist, base)];
  const chrome = await chromium.launch({ executablePath, chromiumSandbox: false });
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const { url, times } of sides) times.push([await clicks(chrome, url), ...(await arrivals(chrome, url))]);
  } finally {
    await chrome.close();
    for (const { server } of sides) server.close();
    rmSync(folder, { recursive: true });
  }
  return NAMES.map((name, i) => {
    const [floor = [], site = []] = sides.map(({ times }) => times.flatMap((round) => round[i] ?? []));
    return { name, runs: site.length, floor: median(floor), site: median(site) };
  });
}

/** @param {string} dist @param {string} base */
async function open(dist, base) {
  const host = '127.0.0.1';
  const port = await freePort(4351, host);
  const server = await serve({ dist, base, host, port, maxAge: 600 });
  return { server, url: `http://${host}:${port}${base}en/`, times: /** @type {number[][][]} */ ([]) };
}

/** Several edges, each from its click to the paint of its panel. @param {Browser} chrome @param {string} url */
async function clicks(chrome, url) {
  const page = await visit(chrome, url, DESK);
  const times = [];
  for (let edge = 0; edge < CLICKS; edge++) {
    const { x, y } = (await page.evaluate(placesOnEdges))[edge] ?? {};
    if (x === undefined || y === undefined) break;
    await page.mouse.move(x, y);
    await page.waitForTimeout(MOMENT);
    await page.mouse.down();
    await page.mouse.up();
    times.push(await noted(page, 'details'));
    // The site's panel may lie over the map; the floor page has none to close.
    await page.keyboard.press('Escape');
  }
  await page.context().close();
  return times;
}

/** From the start of a visit to its map, then from a language link to the next. @param {Browser} chrome @param {string} url */
async function arrivals(chrome, url) {
  const page = await visit(chrome, url, PHONE, SLOW_4G);
  const first = await noted(page, 'map');
  await page.hover('[data-languages] a[hreflang=es]');
  await page.waitForTimeout(MOMENT);
  await page.click('[data-languages] a[hreflang=es]');
  const second = await noted(page, 'map');
  await page.context().close();
  return [[first], [second]];
}

/** @param {Browser} chrome @param {string} url @param {typeof PHONE} viewport @param {typeof SLOW_4G} [network] */
async function visit(chrome, url, viewport, network) {
  const page = await chrome.newPage({ viewport });
  await page.addInitScript(watch);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  if (network) await devtools.send('Network.emulateNetworkConditions', network);
  await page.goto(url);
  return page;
}

/** What `watch` has noted, taken away. @param {import('@playwright/test').Page} page @param {'map' | 'details'} what */
async function noted(page, what) {
  const note = await page.waitForFunction((key) => sessionStorage.getItem(key), what, { polling: 100 });
  await page.evaluate((key) => sessionStorage.removeItem(key), what);
  return Number(await note.jsonValue());
}

/** Runs in the page before its own scripts: notes how long its map took, and the details of each edge. */
function watch() {
  const shown = (/** @type {string} */ selector) =>
    [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length > 0);

  /** @type {(what: string, since: number, ready: () => unknown) => void} */
  const note = (what, since, ready) => {
    requestAnimationFrame(() => {
      if (!ready()) return note(what, since, ready);
      // A message sent from a frame arrives once that frame is painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => sessionStorage.setItem(what, String(performance.now() - since));
      port2.postMessage('');
    });
  };

  // From the click on a language link, else from the start of the visit. A map is whole once the parser is past it.
  const left = sessionStorage.getItem('left');
  note('map', left === null ? 0 : Number(left) - performance.timeOrigin, () => shown('[data-diagram]')?.nextSibling);

  const clicked = (/** @type {MouseEvent} */ { target, timeStamp }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link?.hreflang) sessionStorage.setItem('left', String(performance.timeOrigin + timeStamp));
    const path = link?.dataset['path'];
    if (path) note('details', timeStamp, () => shown(`[data-panel][data-path="${path}"]`));
  };
  addEventListener('click', clicked, { capture: true });
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
