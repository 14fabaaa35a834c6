import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Server } from 'node:http';
import { serve } from '../../src/build/serve.mjs';
import { RECIPES } from '../../src/site/recipes.ts';
import { fill, type Slots } from '../../src/view/embed-code.ts';

const cache = join(import.meta.dirname, '../../node_modules/.cache/hosts');

/** The folder of a host, with the packages that it needs; what is installed stays for the next time. */
export function install(name: string, packages: readonly string[]): string {
  const folder = join(cache, name);
  mkdirSync(folder, { recursive: true });
  const wanted = JSON.stringify({ private: true, type: 'module', packages });
  const marker = join(folder, 'installed.json');
  if (packages.length > 0 && !existsSync(marker)) {
    writeFileSync(join(folder, 'package.json'), wanted);
    run(folder, 'npm', ['install', '--no-audit', '--no-fund', ...packages]);
    writeFileSync(marker, wanted);
  }
  return folder;
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

export function run(folder: string, command: string, args: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (error || status !== 0)
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}\n${String(error ?? '')}`);
}

/** Whether a program is on this machine. */
export function has(command: string): boolean {
  return spawnSync('which', [command]).status === 0;
}

export function empty(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** What a recipe says, by the files that its comments name; without a name the whole of it. */
export function recipe(id: string, slots: Slots): Record<string, string> {
  const code = fill(RECIPES.find((one) => one.id === id)?.code ?? '', slots);
  const parts = code.split(/^(?:\/\/|#|\{\{\/\*) ([\w./-]+\.\w+)(?: \*\/\}\})?$/m);
  if (parts.length === 1) return { '': code };
  return Object.fromEntries(
    parts.flatMap((name, index) => (index % 2 === 1 ? [[name, (parts[index + 1] ?? '').trim()]] : [])),
  );
}

/** Serves what a host built, on another origin than the site. */
export async function host(dist: string): Promise<{ server: Server; url: string }> {
  const server = await serve({ dist, base: '/', host: 'localhost', port: 0, maxAge: 0 });
  const address = server.address();
  return { server, url: `http://localhost:${typeof address === 'object' && address ? address.port : 0}/` };
}
