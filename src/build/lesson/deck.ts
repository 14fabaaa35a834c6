import { LANGUAGES } from '../../i18n/languages.ts';
import type { Lesson } from '../../site/lesson.ts';
import type { Asked } from '../../site/questions.ts';
import type { PathView } from '../../view/teller.ts';
import { cover, plainCover } from './deck-covers.ts';
import { picture, sourceNotes, told, type DeckParts, type Drawing } from './deck-frame.ts';
import { tableSlides } from './deck-grid.ts';
import { columnsSlide, commandSlides, pictureSlide, questionSlide, sourceSlides, stepsSlide } from './deck-slides.ts';
import { factsTable, overviewTable, settingsTable, setupsTable, weaknessTable } from './deck-tables.ts';
import type { Deck, Slide } from './slides.ts';

/** The slides of one path. */
export function pathDeck(lesson: Lesson, drawing: Drawing, questions: readonly Asked[], parts: DeckParts): Deck {
  return {
    title: lesson.title,
    tag: LANGUAGES[lesson.language].tag,
    slides: [
      cover(lesson, parts),
      ...pathSlides(lesson, drawing, questions, parts),
      ...sourceSlides(lesson.sources, parts),
    ],
  };
}

/** The slides of the whole course: the map, all paths in a table, then the core of each path. */
export function courseDeck(
  lessons: readonly Lesson[],
  drawings: Readonly<Partial<Record<string, Drawing>>>,
  questions: Readonly<Record<string, readonly Asked[]>>,
  overview: { readonly map: Drawing; readonly paths: readonly PathView[]; readonly title: string },
  parts: DeckParts,
): Deck {
  const { t } = parts;
  const [first] = lessons;
  if (!first) throw new Error('a course without paths');
  const judged = t('attackerAt.subtitle.moat', { release: overview.paths.length === 0 ? '' : first.release });
  return {
    title: t('teach.courseTitle'),
    tag: LANGUAGES[first.language].tag,
    slides: [
      plainCover(t('teach.courseTitle'), [overview.title, judged, t('teach.licence')]),
      {
        layout: 'content',
        title: t('home.title'),
        boxes: [picture(overview.map, t('home.title'), { x: 1.6, y: 1.4, w: 10.1, h: 5.6 })],
        notes: [t('home.lead')],
      },
      ...tableSlides(t('home.table'), overviewTable(overview.paths, t), [judged], t),
      ...lessons.flatMap((lesson) =>
        pathSlides(lesson, drawings[lesson.id] ?? overview.map, questions[lesson.id] ?? [], parts, true),
      ),
    ],
  };
}

function pathSlides(
  lesson: Lesson,
  drawing: Drawing,
  questions: readonly Asked[],
  { t }: DeckParts,
  core = false,
): Slide[] {
  const tag = LANGUAGES[lesson.language].tag;
  const { purpose, connection, proof, weak, hardening, observe } = lesson.sections;
  const sources = sourceNotes(lesson.sources, t);
  const slides: Slide[] = [pictureSlide(lesson, drawing, t)];
  if (purpose && connection) slides.push(columnsSlide(lesson, [purpose, connection], tag, sources));
  slides.push(...tableSlides(proof?.title ?? '', factsTable(lesson.facts, t), [...told(proof), ...sources], t));
  if (lesson.weaknesses.length > 0)
    slides.push(
      ...tableSlides(
        t('path.weaknesses'),
        weaknessTable(lesson, tag, t),
        [
          ...told(weak),
          ...sourceNotes(
            lesson.weaknesses.flatMap((weakness) => weakness.sources),
            t,
          ),
        ],
        t,
      ),
    );
  if (hardening) slides.push(stepsSlide(lesson, hardening, tag));
  if (!core) {
    if (lesson.settings.length > 0)
      slides.push(...tableSlides(t('path.settings'), settingsTable(lesson, t), [lesson.judged], t));
    slides.push(...tableSlides(t('teach.setups'), setupsTable(lesson, t), [lesson.sentence], t));
    slides.push(...commandSlides(lesson, observe, t));
  }
  slides.push(...questions.slice(0, core ? 1 : 2).map((question) => questionSlide(question, t)));
  return slides;
}
