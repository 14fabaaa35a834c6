import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import { PALETTE } from '../../diagram/palette.ts';
import { languages } from '../../i18n/languages.ts';
import { filesList } from '../../site/lesson-files.ts';
import { View } from '../../site/view.ts';
import { bundle } from '../bundle.ts';
import { bundleJob, singles, type Ready } from './bundle-zip.ts';
import { jobsOf, type Job } from './jobs.ts';
import { placeOf } from './place.ts';
import { pooled } from './pool.ts';
import { Store } from './store.ts';

/** Makes the lesson to take away in every language below `dist/lesson/`, and lists it on the pages about it. */
export async function makeLessons(chrome: Browser, dist: string, cache: string): Promise<void> {
  const store = await Store.open(cache, import.meta.dirname, JSON.stringify(PALETTE));
  const script = await bundle('scorm');
  await rm(join(dist, 'lesson'), { recursive: true, force: true });
  let all = 0;
  let fresh = 0;
  const made = async (jobs: readonly Job[], language: string): Promise<Ready[]> => {
    const placed = jobs.map((job) => ({ ...job, from: store.place(job.language, job.file, job.key) }));
    const wanted = placed.filter(({ from }) => !store.has(from));
    let done = 0;
    await pooled(wanted, async (job) => {
      await store.keep(job.from, await job.make());
      progress(language, ++done, wanted.length);
    });
    all += placed.length;
    fresh += wanted.length;
    return placed;
  };
  for (const language of languages) {
    const view = new View(language);
    const files = await made(await jobsOf(view, { dist, store, chrome, script }), language);
    const ready = singles(view, dist);
    const whole = await made([await bundleJob(view, [...files, ...ready])], language);
    await publish([...files, ...whole], ready, view, dist);
  }
  await store.forget();
  console.log(`${all} files of the lesson in dist/lesson/, ${fresh} of them newly made.`);
}

function progress(language: string, done: number, all: number): void {
  const text = `${language}: ${done} of ${all} files made`;
  if (process.stdout.isTTY) process.stdout.write(`\r${text}${done === all ? '\n' : ''}`);
  else if (done % 25 === 0 || done === all) console.log(text);
}

/** Copies the files of a language into the build, and lists them and those that are there with their sizes. */
async function publish(made: readonly Ready[], there: readonly Ready[], view: View, dist: string): Promise<void> {
  const sizes: Record<string, number> = {};
  for (const { file, from } of [...made, ...there]) sizes[file] = (await stat(from)).size;
  for (const { file, from } of made) {
    const target = join(dist, 'lesson', view.language, file);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(from, target);
  }
  const page = join(dist, view.language, 'teach', 'index.html');
  const { base } = await placeOf(dist, view);
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
