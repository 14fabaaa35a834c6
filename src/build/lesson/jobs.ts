import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { Language } from '../../i18n/languages.ts';
import { COURSE, parts } from '../../site/handout.ts';
import { fileName, partName } from '../../site/lesson-files.ts';
import { lesson } from '../../site/lesson.ts';
import { questionBank, type Asked } from '../../site/questions.ts';
import type { View } from '../../site/view.ts';
import { courseDeck, pathDeck, type Drawing } from './deck.ts';
import { fallback } from './fallback.ts';
import { printed } from './pdf.ts';
import { pptx } from './pptx.ts';
import { gift, moodleXml } from './questions.ts';
import { scorm } from './scorm.ts';
import type { Deck } from './slides.ts';
import { hash, type Store } from './store.ts';

/** One file of the lesson: what it is made from, and how. */
export interface Job {
  readonly language: Language;
  readonly file: string;
  readonly key: string;
  make(): Uint8Array | Promise<Uint8Array>;
}

export interface Workshop {
  /** The folder of the build. */
  readonly dist: string;
  readonly store: Store;
  readonly chrome: Browser;
  /** The script of the SCORM package. */
  readonly script: string;
}

/** Every file of the lesson in one language. */
export async function jobsOf(view: View, shop: Workshop): Promise<Job[]> {
  const { t, language } = view;
  const { base, address } = await siteOf(shop.dist, view);
  const ids = parts(view).filter((part) => part !== COURSE);
  const lessons = ids.map((id) => lesson(view, id, base));
  const { map, ...drawings } = await drawingsOf(['map', ...ids], language, shop);
  if (!map) throw new Error('a build without a map');
  const overview = { map, paths: view.paths(), title: t('site.tagline') };
  const bank = questionBank(view);
  const jobs: Job[] = [];
  for (const part of parts(view)) {
    const told = lessons.find(({ id }) => id === part);
    const asked = bank[part] ?? [];
    const deck = told
      ? pathDeck(told, drawings[part] ?? map, asked, { t, address })
      : courseDeck(lessons, drawings, bank, overview, { t, address });
    jobs.push(
      { language, file: fileName(part, 'slides'), key: keyOf(deck), make: () => pptx(deck) },
      ...(await printed(shop.chrome, shop.dist, language, part)),
      ...questionJobs(view, part, asked, shop.script),
    );
  }
  return jobs;
}

/** Where the site stands, as the pages for paper name it. */
export async function siteOf(
  dist: string,
  view: View,
): Promise<{ base: string; address: ((below: string) => string) | null }> {
  const [id = ''] = parts(view).filter((part) => part !== COURSE);
  const page = await readFile(join(dist, 'handouts', view.language, id, 'index.html'), 'utf8');
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(page)?.[1] ?? '/';
  const { origin, pathname } = new URL(canonical, 'http://localhost');
  return {
    base: pathname.replace(new RegExp(`${view.language}/paths/${id}/$`), ''),
    address: canonical.startsWith('/') ? null : (below) => new URL(below, origin).href,
  };
}

/** Drawings of the build with their pictures. */
async function drawingsOf(
  names: readonly string[],
  language: Language,
  { dist, store, chrome }: Workshop,
): Promise<Partial<Record<string, Drawing>>> {
  const drawn: Record<string, Drawing> = {};
  for (const name of names) {
    const svg = await readFile(join(dist, 'diagrams', language, `${name}.svg`), 'utf8');
    const kept = store.place('picture', chrome.version(), svg);
    if (!store.has(kept)) await store.keep(kept, await fallback(chrome, svg));
    drawn[name] = { svg, png: await readFile(kept) };
  }
  return drawn;
}

function questionJobs(view: View, part: string, questions: readonly Asked[], script: string): Job[] {
  const { t, language } = view;
  const name = partName(view, part);
  // In a category of Moodle one slash leads a level down, and two are a slash.
  const category = part === COURSE ? 'Kubepaths' : `Kubepaths/${name.replaceAll('/', '//')}`;
  const title = t('teach.quiz.title', { title: name });
  const key = JSON.stringify([category, questions]);
  const words = (['check', 'again', 'score', 'right', 'wrong', 'open', 'sent', 'unsent'] as const).map((word) =>
    t(`teach.quiz.${word}`),
  );
  return [
    { language, file: fileName(part, 'gift'), key, make: () => Buffer.from(gift(category, questions)) },
    { language, file: fileName(part, 'moodle'), key, make: () => Buffer.from(moodleXml(category, questions)) },
    {
      language,
      file: fileName(part, 'scorm'),
      key: JSON.stringify([key, title, script, words]),
      make: () => scorm({ id: part, language, title, questions, t, script }),
    },
  ];
}

/** A deck with hashes for the bytes of its pictures. */
function keyOf(deck: Deck): string {
  const slides = deck.slides.map((slide) => ({
    ...slide,
    boxes: slide.boxes.map((box) => (box.kind === 'picture' ? { ...box, png: hash([box.png]) } : box)),
  }));
  return JSON.stringify({ ...deck, slides });
}
