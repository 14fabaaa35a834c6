import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { Language } from '../../i18n/languages.ts';
import { fileName, partName } from '../../site/lesson-files.ts';
import { lesson } from '../../site/lesson.ts';
import { COURSE, parts, pathOf, tourOf } from '../../site/parts.ts';
import { questionBank, type Asked } from '../../site/questions.ts';
import { tourDrawings } from '../../site/tour-drawings.ts';
import { tourView } from '../../site/tours.ts';
import type { View } from '../../site/view.ts';
import type { Drawing } from './deck-frame.ts';
import { tourDeck } from './deck-tour.ts';
import { courseDeck, pathDeck } from './deck.ts';
import { fallback } from './fallback.ts';
import { printed } from './pdf.ts';
import { placeOf } from './place.ts';
import { pooled } from './pool.ts';
import { pptx } from './pptx.ts';
import { gift, moodleXml } from './questions.ts';
import { scorm, scormWords } from './scorm.ts';
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
  const bank = questionBank(view);
  const decks = await decksOf(view, shop, bank);
  const jobs = await Promise.all(
    parts(view).map(async (part): Promise<Job[]> => {
      const deck = decks[part];
      const asked = bank[part];
      return [
        ...(deck === undefined ? [] : [slidesJob(view, part, deck)]),
        ...(await printed(shop.chrome, shop.dist, view.language, part)),
        ...(asked === undefined ? [] : questionJobs(view, part, asked, shop.script)),
      ];
    }),
  );
  return jobs.flat();
}

/** The slides of every part. */
async function decksOf(
  view: View,
  shop: Workshop,
  bank: Readonly<Record<string, readonly Asked[]>>,
): Promise<Record<string, Deck>> {
  const { t, language } = view;
  const { base, address } = await placeOf(shop.dist, view);
  const ids = parts(view).flatMap((part) => pathOf(part) ?? []);
  const lessons = ids.map((id) => lesson(view, id, base));
  const names = ['map', ...ids];
  const svgs = await Promise.all(
    names.map((name) => readFile(join(shop.dist, 'diagrams', language, `${name}.svg`), 'utf8')),
  );
  const drawn = await drawingsOf(svgs, shop);
  const drawings = Object.fromEntries(names.map((name, index) => [name, drawn[index]]));
  const { map } = drawings;
  if (map === undefined) throw new Error('a build without a map');
  const overview = { map, paths: view.paths(), title: t('site.tagline') };
  const decks: Record<string, Deck> = {
    [COURSE]: courseDeck(lessons, drawings, bank, overview, { t, address }),
    ...Object.fromEntries(
      lessons.map((told) => [told.id, pathDeck(told, drawings[told.id] ?? map, bank[told.id] ?? [], { t, address })]),
    ),
  };
  for (const part of parts(view)) {
    const id = tourOf(part);
    if (id === null) continue;
    const tour = tourView(view, id, base);
    decks[part] = tourDeck(tour, await drawingsOf(tourDrawings(view, tour), shop), { t, address });
  }
  return decks;
}

/** Drawings with their pictures; steps of a tour may share one. */
async function drawingsOf(svgs: readonly string[], { store, chrome }: Workshop): Promise<Drawing[]> {
  const different = await pooled([...new Set(svgs)], async (svg): Promise<Drawing> => {
    const kept = store.place('picture', chrome.version(), svg);
    if (!store.has(kept)) await store.keep(kept, await fallback(chrome, svg));
    return { svg, png: await readFile(kept) };
  });
  const drawn = new Map(different.map((drawing) => [drawing.svg, drawing]));
  return svgs.flatMap((svg) => drawn.get(svg) ?? []);
}

function slidesJob({ language }: View, part: string, deck: Deck): Job {
  return { language, file: fileName(part, 'slides'), key: keyOf(deck), make: () => pptx(deck) };
}

/** A deck with hashes for the bytes of its pictures. */
function keyOf(deck: Deck): string {
  const slides = deck.slides.map((slide) => ({
    ...slide,
    boxes: slide.boxes.map((box) => (box.kind === 'picture' ? { ...box, png: hash([box.png]) } : box)),
  }));
  return JSON.stringify({ ...deck, slides });
}

function questionJobs(view: View, part: string, questions: readonly Asked[], script: string): Job[] {
  const { t, language } = view;
  const name = partName(view, part);
  // In a category of Moodle one slash leads a level down, and two are a slash.
  const category = part === COURSE ? 'Kubepaths' : `Kubepaths/${name.replaceAll('/', '//')}`;
  const title = t('teach.quiz.title', { title: name });
  const key = JSON.stringify([category, questions]);
  return [
    { language, file: fileName(part, 'gift'), key, make: () => Buffer.from(gift(category, questions)) },
    { language, file: fileName(part, 'moodle'), key, make: () => Buffer.from(moodleXml(category, questions)) },
    {
      language,
      file: fileName(part, 'scorm'),
      key: JSON.stringify([
        key,
        title,
        script,
        scormWords(t),
        t('teach.quiz.right'),
        t('teach.quiz.wrong', { answer: '' }),
      ]),
      make: () => scorm({ id: part, language, title, questions, t, script }),
    },
  ];
}
