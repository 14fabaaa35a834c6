import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/i18n/languages.ts';
import { read } from '../../src/site/content.ts';

/** A piece of text that a visitor may read, with the place that it comes from. */
export interface Piece {
  readonly file: string;
  readonly text: string;
}

/** Everything that is written in a language: the interface, the words of the facts, front matter and bodies. */
export function textsOf(language: Language, folder = 'content'): Piece[] {
  return read(folder).files.flatMap(({ file, data }): Piece[] => {
    const own = new RegExp(`^(words/${language}/|interface/${language}\\.json$)|/${language}\\.mdx$`).test(file);
    if (!own) return [];
    const body = file.endsWith('.mdx')
      ? readFileSync(join(folder, file), 'utf8').replace(/^---\n[^]*?\n---\n/, '')
      : '';
    const lines = [...strings(data), ...body.split('\n')];
    return [{ file, text: lines.join('\n') }];
  });
}

function strings(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(strings) : [];
}

/**
 * A text without its code, addresses and tags. Where code stood there is a `0`, so that the spaces around it still
 * show; of a tag only its title is left.
 */
export function prose(text: string): string {
  return text
    .replace(/^```[^]*?^```$/gm, '')
    .replace(/`[^`\n]*`/g, '0')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/<[A-Za-z][^>]*?title="([^"]*)"[^>]*>/g, '$1')
    .replace(/<\/?[A-Za-z][^>]*>/g, '')
    .replace(/[[\]]/g, '');
}
