// `npm run bench`: what a visit costs, as a plain report of the production build in dist/. It asserts nothing: a
// budget that must hold is a test's matter. Times stand beside those of a floor page, since a machine's own are moot.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { weights } from './bench/bytes.mjs';
import { speeds } from './bench/speed.mjs';
import { browser } from './browser.mjs';
import { root, Stop } from './run.mjs';

const dist = join(root, 'dist');

try {
  if (!existsSync(join(dist, 'en', 'index.html')))
    throw new Stop('There is no build in dist/. Run `npm run build` first, then `npm run bench` again.');
  const kinds = weights(dist);
  console.log('\nBytes, brotli as least/median/most; to the first map and with style and script: the most, brotli');
  table(['', 'files', 'brotli', 'gzip, median', 'to the first map', 'with style and script'], kinds.map(Object.values));

  // The build itself says for which base path it was made.
  const page = readFileSync(join(dist, 'en', 'index.html'), 'utf8');
  const base = /<script defer src="([^"]*\/)scripts\/page\.js"/.exec(page)?.[1] ?? '/';
  console.log('\nMedian milliseconds at 4x slowed CPU, beside the floor: a plain page with thirty lines of script');
  const times = await speeds({ dist, base, executablePath: await browser() });
  const cells = times.map(({ name, runs, floor, site }) => [
    name,
    runs,
    ms(floor),
    ms(site),
    (site / floor).toFixed(2),
  ]);
  table(['', 'runs', 'floor', 'site', 'ratio'], cells);

  const pages = kinds.reduce((sum, { kind, files }) => (kind.endsWith('page') ? sum + files : sum), 0);
  const took = await buildTime(base);
  console.log(`\nBuild: ${ms(took)} ms for ${pages} pages, ${ms(took / pages)} ms a page, pictures included`);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Builds once more, into a folder of its own and without what an earlier build has kept. @param {string} base */
async function buildTime(base) {
  const folder = await mkdtemp(join(tmpdir(), 'kubepaths-build-'));
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const env = { ...process.env, BASE_PATH: base, ASTRO_TELEMETRY_DISABLED: '1' };
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [astro, 'build', '--force', '--outDir', folder], { cwd: root, env });
  const took = performance.now() - start;
  await rm(folder, { recursive: true, force: true });
  if (status !== 0) throw new Stop('The content or the code no longer builds; `npm run build` says why.');
  return took;
}

/** @param {number} value */
function ms(value) {
  return value.toFixed(value < 100 ? 1 : 0);
}

/** @param {readonly string[]} head @param {readonly (readonly (string | number)[])[]} rows words first, then numbers */
function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => String(row[column]).length)));
  for (const row of [head, ...rows]) {
    const [first = '', ...others] = row.map(String);
    const numbers = others.map((cell, index) => cell.padStart(widths[index + 1] ?? 0));
    console.log(`  ${[first.padEnd(widths[0] ?? 0), ...numbers].join('  ')}`.trimEnd());
  }
}
