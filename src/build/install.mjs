import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, Stop } from './run.mjs';

const OLDEST = [22, 12];
const BROUGHT = '24.21.0';
const QUIET = ['--loglevel=error', '--no-fund', '--no-audit', '--engine-strict=false'];

/** Makes `node_modules` hold what the lockfile names, and a Node new enough to run it. */
export async function install() {
  if (!packagesMatch(readPackages('package-lock.json'), readPackages('node_modules/.package-lock.json'))) {
    console.log('Installing the packages of package-lock.json …');
    if ((await npm(['ci', '--include=dev', '--include=optional', ...QUIET])) !== 0)
      throw new Stop('npm ci failed. It needs the npm registry once; after that everything works without a network.');
  }
  if (newEnough(process.versions.node) || newEnough(broughtVersion())) return;
  console.log(
    `Node ${process.versions.node} is older than ${OLDEST.join('.')}: bringing Node ${BROUGHT} into node_modules …`,
  );
  const code = await npm(['install', '--no-save', ...QUIET, `node@${BROUGHT}`]);
  if (code !== 0 || !newEnough(broughtVersion()))
    throw new Stop(`Node ${BROUGHT} could not be brought. Install Node ${OLDEST.join('.')} or later and try again.`);
}

/**
 * Whether everything that the lockfile names is installed in that version; optional packages may be left out.
 *
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Entry
 * @param {Readonly<Record<string, Entry>> | undefined} wanted
 * @param {Readonly<Record<string, Entry>> | undefined} installed
 */
export function packagesMatch(wanted, installed) {
  if (wanted === undefined) throw new Stop('package-lock.json is missing or cannot be read.');
  if (installed === undefined) return false;
  return Object.entries(wanted).every(([folder, entry]) => {
    const present = installed[folder];
    if (folder === '') return true;
    if (present === undefined) return entry.optional === true || entry.devOptional === true;
    return present.version === entry.version && present.integrity === entry.integrity;
  });
}

/**
 * Whether a version such as `22.12.0` is one that the project runs on.
 *
 * @param {string | undefined} version
 */
export function newEnough(version) {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** @param {string} file @returns {Record<string, Entry> | undefined} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @returns {string | undefined} the version of the Node in node_modules, if there is one that runs here */
function broughtVersion() {
  const file = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (!existsSync(file)) return undefined;
  try {
    return execFileSync(file, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' })
      .trim()
      .slice(1);
  } catch {
    return undefined;
  }
}
