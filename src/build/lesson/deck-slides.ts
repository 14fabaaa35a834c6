import type { Translate } from '../../i18n/strings.ts';
import type { Lesson } from '../../site/lesson.ts';
import { opening, type PlainSection } from '../../site/plain-prose.ts';
import type { Asked } from '../../site/questions.ts';
import type { SourceView } from '../../site/view.ts';
import type { ChipView } from '../../view/teller.ts';
import {
  BODY,
  distinct,
  evenly,
  numbered,
  picture,
  sourceNotes,
  told,
  type DeckParts,
  type Drawing,
} from './deck-frame.ts';
import { fitted, heightOf, largest } from './fit.ts';
import type { Frame, Paragraph, Slide, TextBox } from './slides.ts';

/** What a slide of prose takes over from a paragraph; the rest is in the notes. */
const OPENING = { column: 300, step: 190 };

/** The diagram with the verdict beside it. */
export function pictureSlide(lesson: Lesson, drawing: Drawing, t: Translate): Slide {
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

/** A verdict in large type, and below it what is worth less inside. */
export function verdictLines(chip: ChipView, remainder: ChipView | null, t: Translate): Paragraph[] {
  return [
    { text: chip.word, size: 26, bold: true, colour: chip.verdict },
    ...(remainder === null
      ? []
      : [{ text: t('remainder.chip', { verdict: remainder.word }), size: 12, colour: remainder.verdict }]),
  ];
}

/** Sections of prose beside each other. */
export function columnsSlide(
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

/** A section of prose as steps. */
export function stepsSlide(lesson: Lesson, section: PlainSection, tag: string): Slide {
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

/** Commands, a slide for each file. */
export function commandSlides(lesson: Lesson, observe: PlainSection | undefined, t: Translate): Slide[] {
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

/** A question; its answer is in the notes. */
export function questionSlide(question: Asked, t: Translate): Slide {
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

/** Sources as links. */
export function sourceSlides(all: readonly SourceView[], { t }: DeckParts): Slide[] {
  const different = distinct(all);
  const pages = evenly(different, Math.ceil(different.length / 12));
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
