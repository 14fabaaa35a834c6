// What `npm run kit` runs after a build: every drawing in dist/ also as a PNG, for places that take no SVG, and the lesson
// to take away.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { browser } from './browser.mjs';
import { makeLessons } from './lesson/make.ts';
import { ENCODING, png } from './png.ts';
import { root, Stop } from './run.mjs';

/** The folders of drawings, and how many pixels a unit becomes. */
const FOLDERS = { social: 1, diagrams: 2 };
const PAGES = Math.min(4, availableParallelism());

const dist = join(root, 'dist');
const cache = join(root, 'node_modules', '.cache', 'kubepaths-kit');
const lessons = join(root, 'node_modules', '.cache', 'kubepaths-lesson');

/**
 * @typedef {object} Picture
 * @property {string} svg the drawing itself
 * @property {number} scale
 * @property {string} target the file to make
 * @property {string} kept the same picture as an earlier run made it
 */

try {
  await kit();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function kit() {
  if (!existsSync(join(dist, 'diagrams'))) throw new Stop('There is no build in dist/. Run npm run build first.');
  await mkdir(cache, { recursive: true });
  const { chromium } = await import('@playwright/test');
  const chrome = await chromium.launch({
    executablePath: await browser(),
    chromiumSandbox: false,
    args: ['--disable-quic', '--disable-background-networking', '--font-render-hinting=none'],
  });
  try {
    const pictures = await picturesIn(chrome.version());
    // An absent path changes nothing on the map, so some drawings are the same and one picture serves them all.
    const different = [...new Map(pictures.map((picture) => [picture.kept, picture])).values()];
    const wanted = different.filter(({ kept }) => !existsSync(kept));
    await draw(chrome, wanted);
    for (const { kept, target } of pictures) await copyFile(kept, target);
    await forget(new Set(pictures.map(({ kept }) => kept)));
    console.log(`${pictures.length} pictures in dist/, ${wanted.length} of them newly drawn.`);
    await makeLessons(chrome, dist, lessons);
  } finally {
    await chrome.close();
  }
}

/**
 * Every drawing of the build; a picture is the same as long as its drawing and the browser are.
 *
 * @param {string} version of the browser
 * @returns {Promise<Picture[]>}
 */
async function picturesIn(version) {
  /** @type {Picture[]} */
  const pictures = [];
  for (const [folder, scale] of Object.entries(FOLDERS)) {
    const names = await readdir(join(dist, folder), { recursive: true });
    for (const name of names.filter((one) => one.endsWith('.svg')).sort()) {
      const file = join(dist, folder, name);
      const svg = await readFile(file, 'utf8');
      const hash = createHash('sha256').update(`${version} ${ENCODING} ${scale} ${svg}`).digest('hex').slice(0, 32);
      pictures.push({ svg, scale, target: file.replace(/\.svg$/, '.png'), kept: join(cache, `${hash}.png`) });
    }
  }
  return pictures;
}

/**
 * Draws in several pages of one browser. Each picture is kept as soon as it is whole, so a run that was stopped goes on.
 *
 * @param {import('@playwright/test').Browser} chrome
 * @param {readonly Picture[]} wanted
 */
async function draw(chrome, wanted) {
  const queue = [...wanted];
  let done = 0;
  const worker = async () => {
    /** @type {Map<number, import('@playwright/test').Page>} */
    const pages = new Map();
    for (let picture = queue.shift(); picture !== undefined; picture = queue.shift()) {
      const page = pages.get(picture.scale) ?? (await chrome.newPage({ deviceScaleFactor: picture.scale }));
      pages.set(picture.scale, page);
      await drawOne(page, picture);
      progress(++done, wanted.length);
    }
    for (const page of pages.values()) await page.close();
  };
  await Promise.all(Array.from({ length: PAGES }, worker));
}

/** @param {import('@playwright/test').Page} page @param {Picture} picture */
async function drawOne(page, { svg, kept }) {
  const half = `${kept}.part`;
  await writeFile(half, await png(page, svg));
  await rename(half, kept);
}

/** @param {number} done @param {number} all */
function progress(done, all) {
  if (process.stdout.isTTY) process.stdout.write(`\r${done} of ${all} drawn${done === all ? '\n' : ''}`);
  else if (done % 50 === 0 || done === all) console.log(`${done} of ${all} drawn`);
}

/** Drops what no picture of this build needs any more. @param {ReadonlySet<string>} needed */
async function forget(needed) {
  for (const name of await readdir(cache)) if (!needed.has(join(cache, name))) await rm(join(cache, name));
}
