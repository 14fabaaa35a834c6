import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import { languages } from '../../i18n/languages.ts';
import { parts } from '../../site/handout.ts';
import { bundleName, fileName, filesList, kinds, partName } from '../../site/lesson-files.ts';
import { View } from '../../site/view.ts';
import { bundle } from '../bundle.ts';
import { jobsOf, siteOf, type Job } from './jobs.ts';
import { Store } from './store.ts';
import { xml } from './xml.ts';
import { zip } from './zip.ts';

/** A file of the lesson, and where it is kept from run to run. */
interface Made extends Job {
  readonly kept: string;
}

const WORKERS = Math.min(4, availableParallelism());

/** Makes the lesson to take away in every language below `dist/lesson/`, and lists it on the pages about it. */
export async function makeLessons(chrome: Browser, dist: string, cache: string): Promise<void> {
  const store = await Store.open(cache, import.meta.dirname);
  const script = await bundle('scorm');
  const placed = (job: Job): Made => ({ ...job, kept: store.place(job.language, job.file, job.key) });
  await rm(join(dist, 'lesson'), { recursive: true, force: true });
  let all = 0;
  let fresh = 0;
  for (const language of languages) {
    const view = new View(language);
    const files = (await jobsOf(view, { dist, store, chrome, script })).map(placed);
    fresh += await work(files, store, language);
    const whole = placed(bundleJob(view, files));
    fresh += await work([whole], store, language);
    await publish([...files, whole], view, dist);
    all += files.length + 1;
  }
  await store.forget();
  console.log(`${all} files of the lesson in dist/lesson/, ${fresh} of them newly made.`);
}

/** Makes what is not kept from an earlier run, several at a time. */
async function work(jobs: readonly Made[], store: Store, language: string): Promise<number> {
  const wanted = jobs.filter(({ kept }) => !store.has(kept));
  const queue = [...wanted];
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      await store.keep(job.kept, await job.make());
      progress(language, ++done, wanted.length);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return wanted.length;
}

function progress(language: string, done: number, all: number): void {
  const text = `${language}: ${done} of ${all} files made`;
  if (process.stdout.isTTY) process.stdout.write(`\r${text}${done === all ? '\n' : ''}`);
  else if (done % 25 === 0 || done === all) console.log(text);
}

/** All files of a language in one, with a page that lists them. */
function bundleJob(view: View, made: readonly Made[]): Job {
  return {
    language: view.language,
    file: bundleName(view.language),
    key: JSON.stringify([made.map(({ kept }) => kept), contents(view)]),
    make: async () => {
      const files = await Promise.all(made.map(async ({ file, kept }) => [file, await readFile(kept)] as const));
      return zip({ 'index.html': contents(view), ...Object.fromEntries(files) });
    },
  };
}

function contents(view: View): string {
  const { t } = view;
  const title = xml(t('teach.courseTitle'));
  const rows = parts(view).map((part) => {
    const links = kinds.map((kind) => `<a href="${fileName(part, kind)}">${xml(t(`teach.kinds.${kind}`))}</a>`);
    return `<li><b>${xml(partName(view, part))}</b><br>${links.join(' · ')}</li>`;
  });
  return `<!doctype html>
<html lang="${view.tag}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<h1>${title}</h1>
<ul>
${rows.join('\n')}
</ul>
<p>${xml(t('teach.licence'))}</p>
</html>
`;
}

/** Copies the files of a language into the build, and lists them with their sizes on the page about lessons. */
async function publish(made: readonly Made[], view: View, dist: string): Promise<void> {
  const sizes: Record<string, number> = {};
  for (const { language, file, kept } of made) {
    const target = join(dist, 'lesson', language, file);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(kept, target);
    sizes[file] = (await stat(kept)).size;
  }
  const page = join(dist, view.language, 'teach', 'index.html');
  const { base } = await siteOf(dist, view);
  const list = filesList(view, base, sizes);
  const text = await readFile(page, 'utf8');
  await writeFile(
    page,
    text.replace(
      /(<section[^>]* data-lesson-files[^>]*>)[\s\S]*?(<\/section>)/,
      (_, open: string, close: string) => `${open}${list}${close}`,
    ),
  );
}
