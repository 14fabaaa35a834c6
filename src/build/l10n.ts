// `npm run l10n`: which sections of the translations have fallen behind English. `npm run l10n -- done it konnectivity
// weak` says that one has been brought up to date. Only that stamp does: a change of the translation alone proves nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languages } from '../i18n/languages.ts';
import { assemble } from '../model/assemble.ts';
import { guess } from '../model/desk.ts';
import { FRONT_MATTER, isStale, type Freshness } from '../model/freshness.ts';
import { stamped } from '../model/markup.ts';
import { read } from '../site/content.ts';
import { root, Stop } from './run.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, content: { type: 'string', default: join(root, 'content') } },
});

try {
  const { freshness } = assemble(read(values.content).files, languages);
  const [task, ...rest] = positionals;
  if (task === undefined) list(freshness);
  else if (task === 'done') done(freshness, rest);
  else
    throw new Stop(
      'npm run l10n lists what is behind; npm run l10n -- done <language> <page> [section…|--all] stamps.',
    );
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function list(freshness: readonly Freshness[]): void {
  const stale = freshness.filter(isStale);
  if (stale.length === 0) {
    console.log(`Nothing is behind English: ${String(freshness.length)} sections are up to date.`);
    return;
  }
  console.log(`${String(stale.length)} of ${String(freshness.length)} sections are behind English:\n`);
  for (const { language, page, section, title } of stale)
    console.log(`  ${language}  ${nameOf(page)}  ${section}${title === '' ? '' : `  (${title})`}`);
  const [first] = stale;
  if (first)
    console.log(
      `\nWhen one is up to date: npm run l10n -- done ${first.language} ${nameOf(first.page)} ${first.section}`,
    );
}

function done(freshness: readonly Freshness[], [language = '', named = '', ...sections]: readonly string[]): void {
  const page = named.replace(/^(?:paths|pages)\//, '');
  const translations = [...new Set(freshness.map((one) => one.language))];
  known('language', language, translations);
  const own = freshness.filter((one) => one.language === language);
  known('page', page, [...new Set(own.map((one) => nameOf(one.page)))]);
  const here = own.filter((one) => nameOf(one.page) === page);
  for (const section of sections)
    known(
      'section',
      section,
      here.map((one) => one.section),
    );
  if (sections.length === 0 && !values.all)
    throw new Stop(`Which section? ${here.map((one) => one.section).join(', ')}, or --all.`);
  const chosen = here.filter(({ section }) => values.all || sections.includes(section));
  for (const one of chosen) stamp(one);
  console.log(
    `${String(chosen.length)} stamped in ${language}, ${page}: ${chosen.map(({ section }) => section).join(', ')}`,
  );
}

function stamp({ language, page, section, current }: Freshness): void {
  const file = join(values.content, page, `${language}.mdx`);
  const text = readFileSync(file, 'utf8');
  const [whole = '', front = ''] = /^---\n([\s\S]*?\n)---\n/.exec(text) ?? [];
  if (section !== FRONT_MATTER) writeFileSync(file, whole + stamped(text.slice(whole.length), section, current));
  // In quotes, because eight digits may look like a number.
  else writeFileSync(file, `---\n${front.replace(/^of:.*\n/m, '')}of: '${current}'\n---\n${text.slice(whole.length)}`);
}

/** What people call a page: its folder. */
function nameOf(page: string): string {
  return page.slice(page.indexOf('/') + 1);
}

function known(kind: string, id: string, ids: readonly string[]): void {
  if (!ids.includes(id)) throw new Stop(`unknown ${kind} "${id}".${guess(id, ids)} There are: ${ids.join(', ')}.`);
}
