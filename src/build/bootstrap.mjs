// What `npm start` and `npm test` run. Plain JavaScript without any package, because it runs before there are any,
// and on a Node that may be too old for the rest.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { basePath } from './base-path.mjs';
import { browser } from './browser.mjs';
import { install } from './install.mjs';
import { npm, root, run, Stop } from './run.mjs';
import { freePort, serve } from './serve.mjs';

const TESTED_BASE = '/kubepaths/';
const FIRST_PORT = 4321;

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

/** @type {Readonly<Record<string, (args: readonly string[]) => Promise<void>>>} */
const tasks = { start, test, hosts };

const [name = '', ...rest] = process.argv.slice(2);
try {
  const task = tasks[name];
  if (task === undefined) throw new Stop(`unknown task "${name}". Known: ${Object.keys(tasks).join(', ')}`);
  await task(rest);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Builds the site and serves it until it is stopped. */
async function start() {
  await install();
  const base = basePath(process.env['BASE_PATH']);
  await step('The build', npm(['run', 'build'], { BASE_PATH: base }));
  const host = process.env['HOST'] ?? '127.0.0.1';
  const port = await freePort(Number(process.env['PORT'] ?? FIRST_PORT), host);
  await serve({ dist: join(root, 'dist'), base, host, port, maxAge: 0 });
  console.log(
    `\nKubepaths is at http://${host === '127.0.0.1' ? 'localhost' : host}:${port}${base}   (stop with Ctrl-C)`,
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
}

/** Checks, builds under a base path, and runs every test but those of the hosts; further arguments go to Playwright. */
async function test(/** @type {readonly string[]} */ args) {
  await install();
  const executable = await browser();
  await step('npm run check', npm(['run', 'check']));
  const projects = args.some((one) => one.startsWith('--project')) ? [] : ['--project=unit', '--project=site'];
  await playwright(executable, [...projects, ...args]);
}

/** Builds, and tries what is made here in the programs of other people, which takes its time. */
async function hosts(/** @type {readonly string[]} */ args) {
  await install();
  await playwright(await browser(), ['--project=hosts', ...args]);
}

/** Builds under a base path, and tests the build. @param {string} executable @param {readonly string[]} args */
async function playwright(executable, args) {
  await step('The build', npm(['run', 'build'], { BASE_PATH: TESTED_BASE }));
  const port = await freePort(FIRST_PORT + 10, '127.0.0.1');
  const node = join(root, 'node_modules', '.bin', 'node');
  process.exitCode = await run(
    existsSync(node) ? node : process.execPath,
    [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', ...args],
    { KUBEPATHS_CHROMIUM: executable, KUBEPATHS_PORT: String(port) },
  );
}

/** @param {string} what @param {Promise<number>} running */
async function step(what, running) {
  if ((await running) !== 0) throw new Stop(`\n${what} failed; see above.`);
}
