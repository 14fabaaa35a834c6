import type { z } from 'zod';
import { nearest, type Problem } from './problem.ts';

/** A file of `content/`, parsed: YAML and front matter as data, a snippet as its text, the prose of MDX as its body. */
export interface ContentFile {
  readonly file: string;
  readonly data: unknown;
  readonly body?: string | undefined;
}

/** Where the files of `content/` lie while they are read, and where everything wrong in them is noted. */
export class Desk {
  readonly files: readonly ContentFile[];
  readonly problems: Problem[] = [];
  readonly #data: ReadonlyMap<string, unknown>;
  readonly #unread = new Set<string>();

  constructor(files: readonly ContentFile[]) {
    this.files = files;
    this.#data = new Map(files.map(({ file, data }) => [file, data]));
  }

  note(file: string, at: string, code: Problem['code'], message: string): void {
    this.problems.push({ file, at, code, message });
  }

  has(file: string): boolean {
    return this.#data.has(file);
  }

  data(file: string): unknown {
    return this.#data.get(file);
  }

  /** A file in its shape; what does not fit is noted, and the file then counts as nothing. */
  read<T>(file: string, type: z.ZodType<T>): T | undefined {
    if (!this.has(file)) {
      this.#unread.add(file);
      this.note(file, '', 'MISSING_FILE', 'missing.');
      return undefined;
    }
    const result = type.safeParse(this.data(file));
    if (result.success) return result.data;
    this.#unread.add(file);
    // What could not even be parsed was reported where it was read.
    if (this.data(file) === undefined) return undefined;
    for (const issue of result.error.issues) this.note(file, place(issue.path), 'SHAPE', issue.message);
    return undefined;
  }

  /** Whether every file under a prefix could be read; where not, what refers to it cannot be judged. */
  isWhole(prefix: string): boolean {
    return ![...this.#unread].some((file) => file.startsWith(prefix));
  }

  /** Every file that fits a pattern, with the part of its name that the pattern captures. */
  matching(pattern: RegExp): { file: string; name: string }[] {
    return this.files.flatMap(({ file }) => {
      const name = pattern.exec(file)?.[1];
      return name === undefined ? [] : [{ file, name }];
    });
  }

  /** The files that fit a pattern, one fact each, by the captured name. */
  each<T>(pattern: RegExp, type: z.ZodType<T>): Record<string, T> {
    return Object.fromEntries(
      this.matching(pattern).flatMap(({ file, name }) => {
        const fact = this.read(file, type);
        return fact === undefined ? [] : [[name, fact]];
      }),
    );
  }

  /** Notes an id that is not among the known ones, with the nearest of them. */
  known(file: string, at: string, kind: string, id: string, ids: readonly string[]): void {
    if (!ids.includes(id)) this.note(file, at, 'UNKNOWN_ID', `unknown ${kind} "${id}".${guess(id, ids)}`);
  }
}

/** The nearest known id as a question, or nothing. */
export function guess(wrong: string, known: readonly string[]): string {
  const near = nearest(wrong, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

/** Where in a file an issue lies. @example place(['routes', 1, 'when']) → 'routes[1].when' */
function place(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (at, key) => (typeof key === 'number' ? `${at}[${String(key)}]` : at === '' ? String(key) : `${at}.${String(key)}`),
    '',
  );
}
