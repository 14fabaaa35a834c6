import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Parts = readonly (string | Uint8Array)[];

/** What earlier runs have made, each under a hash of what it was made from. */
export class Store {
  readonly #folder: string;
  readonly #code: string;
  readonly #needed = new Set<string>();

  private constructor(folder: string, code: string) {
    this.#folder = folder;
    this.#code = code;
  }

  /** Opens a store for what the code in a folder makes of `also`: once one has changed, everything is made again. */
  static async open(folder: string, code: string, also: string): Promise<Store> {
    await mkdir(folder, { recursive: true });
    const texts = (await readdir(code)).sort().map((name) => readFile(join(code, name)));
    return new Store(folder, hash([...(await Promise.all(texts)), also]));
  }

  /** Where something is kept that is made from these; from now on this run needs it. */
  place(...from: Parts): string {
    const file = join(this.#folder, hash([this.#code, ...from]));
    this.#needed.add(file);
    return file;
  }

  has(file: string): boolean {
    return existsSync(file);
  }

  /** Keeps something as soon as it is whole, so that a run that was stopped goes on where it was. */
  async keep(file: string, bytes: Uint8Array): Promise<void> {
    await writeFile(`${file}.part`, bytes);
    await rename(`${file}.part`, file);
  }

  /** Drops what nothing in this run needed. */
  async forget(): Promise<void> {
    for (const name of await readdir(this.#folder))
      if (!this.#needed.has(join(this.#folder, name))) await rm(join(this.#folder, name));
  }
}

export function hash(parts: Parts): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex').slice(0, 32);
}
