import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, run, Stop } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const APT = ['-o', 'DPkg::Lock::Timeout=300', '-q'];

/** Gives the file of a Chromium that starts here; gets one where none is installed. */
export async function browser() {
  const found = (await search()) ?? (await download()) ?? (await fromDistribution());
  if (found === undefined)
    throw new Stop(
      'The tests need Chromium and none was found. Do one of these and try again:\n' +
        '  npx playwright install --with-deps chromium\n' +
        '  apt-get install chromium fonts-noto-cjk      (Debian, as root)\n' +
        '  KUBEPATHS_CHROMIUM=/path/to/chromium npm test',
    );
  await chineseFont();
  return found;
}

async function search() {
  const named = process.env['KUBEPATHS_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (starts(named)) return named;
    throw new Stop(`KUBEPATHS_CHROMIUM names "${named}", which does not start.`);
  }
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [await playwrights(), ...onPath, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  return candidates.find((file) => existsSync(file) && starts(file));
}

/** Where Playwright keeps the Chromium of its own version, whether or not it has been downloaded. */
async function playwrights() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

async function download() {
  console.log('No Chromium found: asking Playwright for one …');
  const code = await run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
  return code === 0 ? await search() : undefined;
}

async function fromDistribution() {
  if (!rootOnDebian()) return undefined;
  console.log('Installing chromium and fonts-noto-cjk with apt-get …');
  const apt = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', ...APT], apt);
  const code = await run(
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...APT, 'chromium', 'fonts-noto-cjk'],
    apt,
  );
  return code === 0 ? await search() : undefined;
}

/** Chinese pages measure wrongly without a Chinese font; tried once, and never a reason to stop. */
async function chineseFont() {
  if (!rootOnDebian()) return;
  const list = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' });
  if (list.status === 0 && list.stdout.trim() !== '') return;
  const apt = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', ...APT], apt);
  const code = await run(
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...APT, 'fontconfig', 'fonts-noto-cjk'],
    apt,
  );
  if (code !== 0) console.log('No Chinese font could be installed; the tests go on without one.');
}

function rootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** @param {string} file */
function starts(file) {
  return spawnSync(file, ['--version'], { cwd: root, timeout: 30_000, stdio: 'ignore' }).status === 0;
}
