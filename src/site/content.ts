import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseDocument } from 'yaml';
import { assemble } from '../model/assemble.ts';
import type { ContentFile } from '../model/desk.ts';
import type { Freshness } from '../model/freshness.ts';
import { report, type Problem } from '../model/problem.ts';
import type { Model, Words } from '../model/types.ts';
import { languages, type Language } from '../i18n/languages.ts';

export interface Content {
  readonly model: Model;
  readonly words: Readonly<Record<Language, Words>>;
  readonly freshness: readonly Freshness[];
}

let known: Content | undefined;

/** The content of the site, read once; throws one report of everything that is wrong in it. */
export function content(): Content {
  known ??= load(join(process.cwd(), 'content'));
  return known;
}

/** Reads and assembles a content folder. */
export function load(folder: string): Content {
  const { files, problems } = read(folder);
  const { model, words, freshness, problems: more } = assemble(files, languages);
  const all = [...problems, ...more];
  if (all.length > 0) throw new Error(report(all));
  return { model, words, freshness };
}

/** Every file under a folder, parsed; a file that cannot be parsed is a problem and stands as nothing. */
export function read(folder: string): { files: ContentFile[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
  const files = names.map((file): ContentFile => {
    const text = readFileSync(join(folder, file), 'utf8');
    if (file.includes('/snippets/')) return { file, data: text };
    const [whole = '', front] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
    const yaml = file.endsWith('.mdx') ? front : text;
    const body = file.endsWith('.mdx') ? text.slice(whole.length) : undefined;
    if (!/\.(ya?ml|json|mdx)$/.test(file)) return { file, data: text };
    if (yaml === undefined) {
      problems.push({ file, at: '', code: 'SHAPE', message: 'no front matter between two lines of ---.' });
      return { file, data: undefined };
    }
    const document = parseDocument(yaml, { prettyErrors: true });
    for (const error of document.errors) problems.push({ file, at: '', code: 'SHAPE', message: error.message });
    return { file, data: document.errors.length > 0 ? undefined : document.toJS(), body };
  });
  return { files, problems };
}
