import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { parse } from 'yaml';
import { LANGUAGES, languages, type Language } from '../i18n/languages.ts';
import { recordsOf, type SearchRecord } from './records.ts';
import { endings, otherNames, wordsApart, type Terms } from './synonyms.ts';

/** Of all that Pagefind writes, the part that a search needs; its ready-made interfaces stay at home. */
const NEEDED = /^(pagefind(-worker)?\.js|pagefind-entry\.json|.*\.pf_\w+|wasm\..*)$/;

/** Makes the search index from the finished pages: one entry for each section, so that a hit leads to its place. */
export function search(): AstroIntegration {
  return {
    name: 'kubepaths:search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const { index, errors } = await createIndex({});
        if (index === undefined) throw new Error(errors.join('\n'));
        let count = 0;
        for (const language of languages)
          for (const entry of await entriesOf(dist, language)) {
            const { errors: problems } = await index.addHTMLFile(entry);
            if (problems.length > 0) throw new Error(`${entry.url}: ${problems.join(', ')}`);
            count++;
          }
        const { files } = await index.getFiles();
        await rm(join(dist, 'pagefind'), { recursive: true, force: true });
        for (const { path, content } of files.filter((file) => NEEDED.test(file.path))) {
          const file = join(dist, 'pagefind', path);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, content);
        }
        await close();
        logger.info(`${String(count)} sections can be found`);
      },
    },
  };
}

type Names = ReturnType<typeof otherNames>;

interface Entry {
  readonly url: string;
  readonly content: string;
}

/** What can be found in one language; what several pages repeat word for word is found on the shortest address. */
async function entriesOf(dist: string, language: Language): Promise<Entry[]> {
  const alsoCalled = otherNames(await termsOf(language));
  const names = (await readdir(join(dist, language), { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('index.html') && name !== 'search/index.html')
    .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
  const seen = new Set<string>();
  const entries: Entry[] = [];
  for (const name of names) {
    const page = recordsOf(await readFile(join(dist, language, name), 'utf8'));
    for (const record of page?.records ?? []) {
      const same = `${record.anchor ?? ''} ${record.heading}`;
      if (record.anchor !== null && record.anchor.startsWith('weakness-') && seen.has(same)) continue;
      seen.add(same);
      const url = `/${language}/${name.replace(/index\.html$/, '')}${record.anchor === null ? '' : `#${record.anchor}`}`;
      entries.push({ url, content: document(language, page?.title ?? '', record, alsoCalled) });
    }
  }
  return entries;
}

/** A section as the small page that Pagefind reads; what is only to be found and not to be read is a meta field. */
function document(language: Language, title: string, record: SearchRecord, alsoCalled: Names): string {
  const { heading, text, anchor } = record;
  const { tag } = LANGUAGES[language];
  const hidden = (words: readonly string[]): string => words.map((one) => wordsApart(one, tag)).join('; ');
  const meta = (name: string, content: string): string =>
    `<meta data-pagefind-meta="${name}[content]" content="${escaped(content)}">`;
  return [
    `<html lang="${tag}"><body>`,
    meta('title', heading),
    meta('page', anchor === null ? '' : title),
    // Pagefind does not cut the Han text of a title.
    meta('alias', hidden([...(tag === 'zh-Hans' ? [heading] : []), ...alsoCalled(heading)])),
    meta('parts', endings(text).join('; ')),
    meta('words', hidden(alsoCalled(`${title} ${text}`))),
    `<p>${escaped(text)}</p></body></html>`,
  ].join('');
}

async function termsOf(language: Language): Promise<Terms> {
  const file = join(process.cwd(), 'content', 'words', language, 'terms.yaml');
  return existsSync(file) ? (parse(await readFile(file, 'utf8')) as Terms) : {};
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
