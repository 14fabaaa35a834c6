import { LANGUAGES } from '../../i18n/languages.ts';
import type { StepView, TourView } from '../../site/tours.ts';
import { plainCover } from './deck-covers.ts';
import { picture, sourceNotes, type DeckParts, type Drawing } from './deck-frame.ts';
import { sourceSlides, verdictLines } from './deck-slides.ts';
import { fitted } from './fit.ts';
import type { Box, Deck, Frame, Paragraph, Slide } from './slides.ts';

const COLUMN: Frame = { x: 9.35, y: 1.5, w: 3.38, h: 5.4 };

/** The slides of a tour: a step on each, with the map in its state. */
export function tourDeck(tour: TourView, drawings: readonly Drawing[], parts: DeckParts): Deck {
  const { t, address } = parts;
  const link = address?.(tour.href);
  const cover = plainCover(tour.title, [tour.summary, '', t('teach.licence')]);
  return {
    title: tour.title.replaceAll('`', ''),
    tag: LANGUAGES[tour.language].tag,
    slides: [
      { ...cover, notes: [tour.summary, ...(link === undefined ? [] : [`${t('teach.scan')}: ${link}`])] },
      ...tour.steps.flatMap((step, index) => {
        const drawing = drawings[index];
        return drawing === undefined ? [] : [stepSlide(step, tour.steps.length, drawing, parts)];
      }),
      ...sourceSlides(
        tour.steps.flatMap(({ sources }) => sources),
        parts,
      ),
    ],
  };
}

function stepSlide(step: StepView, total: number, drawing: Drawing, { t }: DeckParts): Slide {
  const inner = COLUMN.w - 0.25;
  const { path } = step;
  const head: readonly Box[] =
    path === null
      ? []
      : [
          { kind: 'bar', ...COLUMN, w: 0.06, h: COLUMN.h - 0.1, fill: path.chip.verdict },
          {
            kind: 'text',
            x: COLUMN.x + 0.25,
            y: COLUMN.y,
            w: inner,
            h: 0.9,
            paragraphs: verdictLines(path.chip, path.remainder, t),
          },
        ];
  const top = path === null ? 0 : 0.95;
  const height = COLUMN.h - top - 0.1;
  return {
    layout: 'content',
    title: step.heading,
    boxes: [
      picture(drawing, step.alt, { x: 0.6, y: 1.5, w: 8.45, h: 5.45 }),
      ...head,
      {
        kind: 'text',
        x: COLUMN.x + 0.25,
        y: COLUMN.y + top,
        w: inner,
        h: height,
        paragraphs: fitted(18, 9, inner, height, (size) => [
          { text: step.text, size, face: 'serif' },
          ...evidence(step).map((text): Paragraph => ({ text, size: size * 0.86, above: size * 0.6 })),
          ...[t('learn.tour.step', { number: step.number, total }), step.state].map((text, index): Paragraph => ({
            text,
            size: size * 0.74,
            colour: 'ink-2',
            above: index === 0 ? size * 0.6 : 0,
          })),
        ]),
      },
    ],
    notes: [step.text, ...evidence(step), step.state, ...sourceNotes(step.sources, t)],
  };

  function evidence({ proof, setting }: StepView): string[] {
    return [
      ...(path === null ? [] : [path.label]),
      ...(proof === null ? [] : [proof.line, proof.text]),
      ...(setting === null ? [] : [t('learn.tour.setting', setting)]),
    ];
  }
}
