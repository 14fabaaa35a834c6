import type { Lesson } from '../../site/lesson.ts';
import type { DeckParts } from './deck-frame.ts';
import type { Slide } from './slides.ts';

/** The first slide of the deck of a path: its verdict stands above its name. */
export function cover(lesson: Lesson, { t, address }: DeckParts): Slide {
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

/** A first slide with up to three lines below its title. */
export function plainCover(title: string, [first = '', second = '', third = '']: readonly string[]): Slide {
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
