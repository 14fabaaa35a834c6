// `npm run bench`: what a visit costs, as a plain report of the production build in dist/. It asserts nothing; a
// budget that must hold is a test's matter. Times are ratios, since only those can be compared between machines.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotli, weights } from './bench/bytes.mjs';
import { floorPage } from './bench/floor.mjs';
import { speeds } from './bench/speed.mjs';
import { browser } from './browser.mjs';
import { root, Stop } from './run.mjs';

const dist = join(root, 'dist');

try {
  if (!existsSync(join(dist, 'en', 'index.html')))
    throw new Stop('There is no build in dist/. Run `npm run build` first, then `npm run bench` again.');
  // The build says itself for which base path it was made.
  const base = /<script defer src="([^"]*\/)scripts\/page\.js"/.exec(read('en/index.html'))?.[1] ?? '/';
  bytes();
  await times(base);
  await buildTime(base);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function bytes() {
  title('Bytes: brotli (quality 11) as least/median/most, gzip as median');
  const columns = ['', 'files', 'brotli', 'gzip', 'to the first map', 'with style and script'];
  table([columns, ...weights(dist).map(({ type, count, ...numbers }) => [type, count, ...Object.values(numbers)])]);
  console.log(`  floor page: ${brotli(floorPage('en')).length} brotli`);
}

/** @param {string} base */
async function times(base) {
  title('Times at 4x slowed CPU: median ms, and as a ratio to the floor, a plain page with thirty lines of script');
  const rows = await speeds({ dist, base, executablePath: await browser() });
  table([
    ['', 'runs', 'floor', 'site', 'ratio'],
    ...rows.map(({ name, runs, floor, site }) => [name, runs, ms(floor), ms(site), (site / floor).toFixed(2)]),
  ]);
}

/** Builds once more, beside the build that was measured, and with no cache of an earlier one. @param {string} base */
async function buildTime(base) {
  title('Build');
  const outDir = await mkdtemp(join(tmpdir(), 'kubepaths-bench-'));
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [astro, 'build', '--force', '--outDir', outDir], {
    cwd: root,
    env: { ...process.env, BASE_PATH: base, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: 'ignore',
  });
  const took = performance.now() - start;
  await rm(outDir, { recursive: true, force: true });
  if (status !== 0) throw new Stop('The build fails now; `npm run build` says why.');
  const pages = weights(dist).reduce((sum, { type, count }) => sum + (/page/.test(type) ? count : 0), 0);
  console.log(`  ${(took / 1000).toFixed(1)} s for ${pages} pages: ${ms(took / pages)} ms a page, pictures included`);
}

/** @param {string} file */
function read(file) {
  return readFileSync(join(dist, file), 'utf8');
}

/** @param {number} value */
function ms(value) {
  return value.toFixed(value < 100 ? 1 : 0);
}

/** @param {string} text */
function title(text) {
  console.log(`\n${text}`);
}

/** @param {readonly (readonly (string | number)[])[]} rows the first column is words, the others are numbers */
function table(rows) {
  const width = (/** @type {number} */ column) => Math.max(...rows.map((row) => String(row[column]).length));
  for (const row of rows) {
    const cells = row.map((cell, i) => (i === 0 ? String(cell).padEnd(width(i)) : String(cell).padStart(width(i))));
    console.log(`  ${cells.join('  ')}`.trimEnd());
  }
}
