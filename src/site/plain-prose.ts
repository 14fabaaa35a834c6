import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Key } from '../i18n/strings.ts';
import { replaceTags, sectionsOf, type Tag } from '../model/markup.ts';
import { speech } from './speech.ts';
import type { View } from './view.ts';

/** A piece of prose without markup; code stands between backticks. */
export interface Block {
  readonly kind: 'paragraph' | 'bullet' | 'step' | 'row';
  /** What stands before a step. */
  readonly number?: number;
  readonly text: string;
}

export interface PlainSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What leads to a snippet, which slides and paper show elsewhere or leave to the page. */
const CAPTION = /^.*[:：]\n+(?=<Snippet\b)/gm;

/** The sections of a path's page as plain text, for notes and slides that know no MDX. */
export function plainProse(view: View, path: string): PlainSection[] {
  const file = join(process.cwd(), 'content/paths', path, `${view.language}.mdx`);
  const body = readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
  return sectionsOf(body).map(({ id, title, text }) => ({
    id,
    // Most sections have a heading that all pages share.
    title: title === '' ? view.t(`section.${id}` as Key) : title,
    blocks: blocksOf(replaceTags(text.replace(CAPTION, ''), (tag) => told(view, tag))),
  }));
}

function told(view: View, { name, attributes }: Tag): string {
  const { of = '', is = '', cve, ...asked } = attributes;
  const said = speech(view);
  switch (name) {
    case 'Port':
      return said.port(of, asked['origin']);
    case 'Default':
      return said.default(of, asked);
    case 'Weakness':
      return said.weakness(of, cve);
    case 'Fixed':
      return said.fixed(of, cve);
    case 'Verdict':
      return said.verdict(is);
    default:
      return '';
  }
}

function blocksOf(text: string): Block[] {
  return text.split('\n').flatMap((line): Block[] => {
    const trimmed = line.trim();
    if (trimmed === '' || /^\|[\s|:-]+\|$/.test(trimmed)) return [];
    const [, mark, rest] = /^(-|\d+\.|\|)\s+(.*)$/.exec(trimmed) ?? [];
    if (mark === undefined || rest === undefined) return [{ kind: 'paragraph', text: unmarked(trimmed) }];
    if (mark === '|') return [{ kind: 'row', text: unmarked(rest.replace(/\s*\|$/, '').replace(/\s*\|\s*/g, ' · ')) }];
    if (mark === '-') return [{ kind: 'bullet', text: unmarked(rest) }];
    return [{ kind: 'step', number: Number.parseInt(mark, 10), text: unmarked(rest) }];
  });
}

/** Emphasis and links as their words. @example unmarked('**a** [b](#c) `d`') → 'a b `d`' */
export function unmarked(text: string): string {
  return text
    .split('`')
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
            .replace(/\*\*|(?<![\p{L}\p{N}])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}])/gu, ''),
    )
    .join('`');
}

/** The first sentences of a text, as far as they go into a length; at least one. */
export function opening(text: string, tag: string, length: number): string {
  const sentences = [...new Intl.Segmenter(tag, { granularity: 'sentence' }).segment(text)].map(
    ({ segment }) => segment,
  );
  let told = '';
  for (const sentence of sentences) {
    // A cut inside code or brackets is none.
    const whole = balanced(told);
    if (told !== '' && whole && extent(told) + extent(sentence) > length) break;
    told += sentence;
  }
  return told.trim();
}

/** How much room a text takes: an ideograph says as much as two letters. */
function extent(text: string): number {
  return text.length + (text.match(/[\u2E80-\u9FFF\uFF00-\uFF60]/g)?.length ?? 0);
}

function balanced(text: string): boolean {
  const count = (mark: RegExp): number => (text.match(mark) ?? []).length;
  return count(/`/g) % 2 === 0 && count(/[(（]/g) === count(/[)）]/g);
}
