import { LANGUAGES } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/strings.ts';
import type { Lesson } from '../../site/lesson.ts';
import { opening, type PlainSection } from '../../site/plain-prose.ts';
import type { Asked } from '../../site/questions.ts';
import type { SourceView } from '../../site/view.ts';
import { saying, type ChipView, type FactView, type PathView } from '../../view/teller.ts';
import { fitted, heightOf, largest, textHeight } from './fit.ts';
import type { Cell, Deck, Frame, Paragraph, Picture, Slide, Table, TextBox } from './slides.ts';

/** A drawing, and the picture of it for programs that take no SVG. */
export interface Drawing {
  readonly svg: string;
  readonly png: Uint8Array;
}

export interface DeckParts {
  readonly t: Translate;
  /** The origin of the site with the address below it put behind; nothing where it is not known. */
  readonly address: ((below: string) => string) | null;
}

const BODY: Frame = { x: 0.6, y: 1.5, w: 12.13, h: 5.4 };
const STATES = { yes: 'safe', no: 'unsafe', unknown: 'unknown' } as const;
/** What a slide of prose takes over from a paragraph; the rest is in the notes. */
const OPENING = { column: 300, step: 190, mend: 190 };

/** The slides of one path. */
export function pathDeck(lesson: Lesson, drawing: Drawing, questions: readonly Asked[], parts: DeckParts): Deck {
  return {
    title: lesson.title,
    tag: LANGUAGES[lesson.language].tag,
    slides: [cover(lesson, parts), ...pathSlides(lesson, drawing, questions, parts), ...sourceSlides(lesson, parts)],
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

function cover(lesson: Lesson, { t, address }: DeckParts): Slide {
  const slide = plainCover(lesson.title, [
    lesson.carries,
    t('path.in', { scenario: lesson.scenario, release: lesson.release }),
    t('teach.licence'),
  ]);
  const link = address?.(lesson.state);
  return {
    ...slide,
    boxes: [
      ...slide.boxes,
      {
        kind: 'text',
        x: 0.9,
        y: 1.2,
        w: Math.max(1.6, 0.5 + lesson.chip.word.length * 0.2),
        h: 0.5,
        middle: true,
        fill: `${lesson.chip.verdict}-tint`,
        paragraphs: [{ text: lesson.chip.word, size: 18, bold: true, colour: lesson.chip.verdict }],
      },
    ],
    notes: [lesson.description, ...(link === undefined ? [] : [`${t('teach.scan')}: ${link}`])],
  };
}

function plainCover(title: string, [first = '', second = '', third = '']: readonly string[]): Slide {
  return {
    layout: 'cover',
    title,
    boxes: [
      {
        kind: 'text',
        x: 0.9,
        y: 4.2,
        w: 11.5,
        h: 1.4,
        paragraphs: [
          { text: first, size: 22, colour: 'paper' },
          { text: second, size: 15, colour: 'rule', above: 8 },
        ],
      },
      { kind: 'text', x: 0.9, y: 6.75, w: 11.5, h: 0.35, paragraphs: [{ text: third, size: 12, colour: 'rule' }] },
    ],
    notes: [],
  };
}

function pictureSlide(lesson: Lesson, drawing: Drawing, t: Translate): Slide {
  const column: Frame = { x: 9.35, y: 1.5, w: 3.38, h: 5.4 };
  const paragraphs = fitted(22, 11, column.w - 0.3, column.h - 1.1, (size) => [
    { text: lesson.sentence, size, face: 'serif', above: 0 },
    { text: lesson.carries, size: size * 0.82, colour: 'ink-2', above: 10 },
    {
      text: t('path.in', { scenario: lesson.scenario, release: lesson.release }),
      size: size * 0.74,
      colour: 'ink-2',
      above: 10,
    },
  ]);
  return {
    layout: 'content',
    title: lesson.label,
    boxes: [
      picture(drawing, `${lesson.label}: ${lesson.chip.word}. ${lesson.sentence}`, {
        x: 0.6,
        y: 1.5,
        w: 8.45,
        h: 5.45,
      }),
      { kind: 'bar', x: column.x, y: column.y, w: 0.06, h: column.h - 0.1, fill: lesson.chip.verdict },
      {
        kind: 'text',
        x: column.x + 0.25,
        y: column.y,
        w: column.w - 0.25,
        h: 0.9,
        paragraphs: verdictLines(lesson.chip, lesson.remainder, t),
      },
      { kind: 'text', x: column.x + 0.25, y: column.y + 0.95, w: column.w - 0.25, h: column.h - 1.05, paragraphs },
    ],
    notes: [lesson.description, lesson.sentence, ...sourceNotes(lesson.sources, t)],
  };
}

function verdictLines(chip: ChipView, remainder: ChipView | null, t: Translate): Paragraph[] {
  return [
    { text: chip.word, size: 26, bold: true, colour: chip.verdict },
    ...(remainder === null
      ? []
      : [{ text: t('remainder.chip', { verdict: remainder.word }), size: 12, colour: remainder.verdict }]),
  ];
}

function columnsSlide(
  lesson: Lesson,
  sections: readonly PlainSection[],
  tag: string,
  sources: readonly string[],
): Slide {
  const gap = 0.6;
  const width = (BODY.w - gap * (sections.length - 1)) / sections.length;
  const columns = sections.map((section) => (size: number): Paragraph[] => [
    { text: section.title, size: size + 3, face: 'serif', colour: 'shore' },
    ...section.blocks
      .filter(({ kind }) => kind !== 'row')
      .slice(0, 4)
      .map(({ kind, text }): Paragraph => ({
        text: opening(text, tag, OPENING.column),
        size,
        above: size * 0.6,
        ...(kind === 'paragraph' ? {} : { list: kind === 'step' ? 'step' : 'bullet' }),
      })),
  ]);
  const size = largest(22, 11, width, BODY.h, columns);
  const boxes = columns.map((make, index): TextBox => ({
    kind: 'text',
    x: BODY.x + index * (width + gap),
    y: BODY.y,
    w: width,
    h: BODY.h,
    paragraphs: make(size),
  }));
  return {
    layout: 'content',
    title: lesson.label,
    boxes,
    notes: [...sections.flatMap((section) => [section.title, ...told(section)]), ...sources],
  };
}

function stepsSlide(lesson: Lesson, section: PlainSection, tag: string): Slide {
  return {
    layout: 'content',
    title: section.title,
    boxes: [
      {
        kind: 'text',
        ...BODY,
        paragraphs: fitted(22, 10, BODY.w, BODY.h, (size) =>
          section.blocks
            .filter(({ kind }) => kind !== 'row')
            .map(({ kind, text }) => ({
              text: opening(text, tag, OPENING.step),
              size,
              above: size * 0.55,
              ...(kind === 'paragraph'
                ? ({ colour: 'ink-2' } as const)
                : ({ list: kind === 'step' ? 'step' : 'bullet' } as const)),
            })),
        ),
      },
    ],
    notes: [lesson.label, ...told(section)],
  };
}

function commandSlides(lesson: Lesson, observe: PlainSection | undefined, t: Translate): Slide[] {
  const width = BODY.w - 0.4;
  return lesson.commands.map(({ code, file }, index) => {
    const paragraphs = fitted(18, 8, width, BODY.h - 0.4, (size) =>
      // A backtick would begin code, and all of this is code.
      code.split('\n').map((text) => ({ text: text.replaceAll('`', 'ˋ'), size, face: 'mono', above: 4 })),
    );
    return {
      layout: 'content',
      title: numbered(t('teach.commands'), index, lesson.commands.length, t),
      boxes: [
        {
          kind: 'text',
          ...BODY,
          h: heightOf(paragraphs, width) + 0.4,
          fill: 'code',
          line: 'rule',
          paragraphs,
        },
      ],
      notes: [file, ...told(observe)],
    };
  });
}

function questionSlide(question: Asked, t: Translate): Slide {
  return {
    layout: 'content',
    title: t('teach.question'),
    boxes: [
      {
        kind: 'text',
        ...BODY,
        paragraphs: fitted(28, 12, BODY.w, BODY.h, (size) => [
          { text: question.prompt, size, face: 'serif' },
          ...question.options.map((text): Paragraph => ({
            text,
            size: size * 0.85,
            list: 'bullet',
            above: size * 0.6,
          })),
        ]),
      },
    ],
    notes: [t('teach.solution', { answer: question.options[question.right] ?? '' }), question.why],
  };
}

function sourceSlides(lesson: Lesson, { t }: DeckParts): Slide[] {
  const pages = evenly(lesson.sources, Math.ceil(lesson.sources.length / 12));
  return pages.map((sources, index) => ({
    layout: 'content',
    title: numbered(t('path.sources'), index, pages.length, t),
    boxes: [
      {
        kind: 'text',
        ...BODY,
        paragraphs: sources.map(({ title, url }) => ({ text: title, size: 16, link: url, colour: 'link', above: 8 })),
      },
    ],
    notes: sources.map(({ title, url, checked }) => `${title}: ${url} (${checked})`),
  }));
}

interface Grid {
  readonly columns: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly size: number;
}

function factsTable(facts: readonly FactView[], t: Translate): Grid {
  return {
    size: 16,
    columns: [3.4, 8.7],
    head: [t('teach.answers'), t('teach.answer')],
    rows: facts.map((fact) => {
      const colour = STATES[saying(fact.state)];
      const because = fact.because.map(({ code, value, origin }) => `${code}: ${value} ${origin}`).join('; ');
      return [
        { text: fact.line, bold: true, colour, fill: `${colour}-tint` },
        { text: because === '' ? fact.text : `${fact.text} · ${because}` },
      ];
    }),
  };
}

function weaknessTable(lesson: Lesson, tag: string, t: Translate): Grid {
  return {
    size: 13,
    columns: [1.5, 3.9, 6.7],
    head: [t('teach.severity'), t('teach.weakness'), t('teach.mend')],
    rows: lesson.weaknesses.map((weakness) => [
      { text: weakness.severityWord, bold: true, colour: SEVERITIES[weakness.severity] },
      { text: weakness.title, bold: true },
      { text: opening(weakness.mitigation, tag, OPENING.mend) },
    ]),
  };
}

const SEVERITIES = { critical: 'unsafe', high: 'unsafe', medium: 'weak', low: 'ink-2', info: 'ink-2' } as const;

function settingsTable(lesson: Lesson, t: Translate): Grid {
  return {
    size: 12,
    columns: [4.6, 3, 4.5],
    head: [t('column.setting'), t('column.value'), t('column.effect')],
    rows: lesson.settings.map(({ component, name, value, origin, effect }) => [
      { text: [component, name].filter(Boolean).join(' · ') },
      { text: `${value} ${origin}` },
      { text: effect },
    ]),
  };
}

function setupsTable(lesson: Lesson, t: Translate): Grid {
  return {
    size: 13,
    columns: [6, 2, 4],
    head: [t('teach.setup'), t('teach.release'), t('column.verdict')],
    rows: lesson.setups.map(({ name, release, chip, remainder }) => [
      { text: name },
      { text: release },
      {
        text: [chip.word, remainder && t('remainder.chip', { verdict: remainder.word })].filter(Boolean).join(' · '),
        bold: true,
        colour: chip.verdict,
      },
    ]),
  };
}

function overviewTable(paths: readonly PathView[], t: Translate): Grid {
  return {
    size: 14,
    columns: [4, 5.2, 2.9],
    head: [t('column.path'), t('column.carries'), t('column.verdict')],
    rows: paths.map(({ label, carries, chip }) => [
      { text: label, bold: true },
      { text: carries },
      { text: chip.word, bold: true, colour: chip.verdict },
    ]),
  };
}

/** A table in the largest type in which it fits on one slide, or evenly on as many slides as it needs. */
function tableSlides(title: string, grid: Grid, notes: readonly string[], t: Translate): Slide[] {
  let size = LARGEST;
  while (size > grid.size && pagesOf(grid, size).length > 1) size -= 1;
  const needed = pagesOf(grid, size).length;
  const pages = needed === 1 ? [grid.rows] : evenly(grid.rows, needed);
  return pages.map((rows, index) => ({
    layout: 'content',
    title: numbered(title, index, pages.length, t),
    boxes: [{ ...grid, kind: 'table', alt: title, ...BODY, h: 0.4 * (rows.length + 1), size, rows } satisfies Table],
    notes,
  }));
}

const LARGEST = 18;

/** Rows by slide, as many as fit. */
function pagesOf({ rows, columns }: Grid, size: number): (readonly Cell[])[][] {
  const all = columns.reduce((sum, share) => sum + share, 0);
  const height = (row: readonly Cell[]): number =>
    0.14 + Math.max(...row.map(({ text }, at) => textHeight(text, size, (BODY.w * (columns[at] ?? 1)) / all - 0.2)));
  const pages: (readonly Cell[])[][] = [];
  let room = 0;
  for (const row of rows) {
    const page = pages.at(-1);
    const needed = height(row);
    if (page === undefined || room < needed) {
      pages.push([row]);
      room = BODY.h - 0.45 - needed;
    } else {
      page.push(row);
      room -= needed;
    }
  }
  return pages;
}

function numbered(title: string, index: number, pages: number, t: Translate): string {
  return pages < 2 ? title : t('teach.morePages', { title, page: index + 1, pages });
}

/** A drawing as large as it can be in a frame, in its middle. */
function picture({ svg, png }: Drawing, alt: string, frame: Frame): Picture {
  const [, width = '3', height = '2'] = /<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const scale = Math.min(frame.w / Number(width), frame.h / Number(height));
  const [w, h] = [Number(width) * scale, Number(height) * scale];
  return { kind: 'picture', alt: alt.replaceAll('`', ''), svg, png, x: frame.x + (frame.w - w) / 2, y: frame.y, w, h };
}

function told(section: PlainSection | undefined): string[] {
  return section?.blocks.map(({ text }) => text) ?? [];
}

function sourceNotes(sources: readonly SourceView[], t: Translate): string[] {
  const different = [...new Map(sources.map((source) => [source.id, source])).values()];
  return [t('teach.notesSources'), ...different.map(({ title, url }) => `${title}: ${url}`)];
}

/** Items in so many groups of nearly the same size. */
function evenly<T>(items: readonly T[], groups: number): T[][] {
  const size = Math.ceil(items.length / Math.max(1, groups));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
