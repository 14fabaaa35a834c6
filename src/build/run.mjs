import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, with a closing separator left off. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Something that a person has to put right; shown as its message, without a stack. */
export class Stop extends Error {}

/**
 * Runs a program in the project's folder with its output shown, and gives its exit code; 127 where there is no such program.
 * `node_modules/.bin` comes first on PATH, so that a Node that was brought is the Node that runs.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [environment]
 * @returns {Promise<number>}
 */
export function run(command, args, environment = {}) {
  const bin = join(root, 'node_modules', '.bin');
  const env = { ...process.env, ...environment, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => resolve(127));
    child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/**
 * Runs npm: the one that started us, else the one beside this Node, else the one on PATH.
 *
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [environment]
 */
export function npm(args, environment) {
  const cli = process.env['npm_execpath'];
  if (cli !== undefined && /npm-cli\.[cm]?js$/.test(cli)) return run(process.execPath, [cli, ...args], environment);
  const name = process.platform === 'win32' ? join(dirname(process.execPath), 'npm.cmd') : 'npm';
  return run(name, args, environment);
}
