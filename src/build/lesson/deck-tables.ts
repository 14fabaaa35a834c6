import type { Translate } from '../../i18n/strings.ts';
import type { Lesson } from '../../site/lesson.ts';
import { opening } from '../../site/plain-prose.ts';
import { saying, type FactView, type PathView } from '../../view/teller.ts';
import type { Grid } from './deck-grid.ts';

/** The tables of a deck. */

const STATES = { yes: 'safe', no: 'unsafe', unknown: 'unknown' } as const;
const SEVERITIES = { critical: 'unsafe', high: 'unsafe', medium: 'weak', low: 'ink-2', info: 'ink-2' } as const;

/** What a table takes over from how a weakness is mended; the rest is in the notes. */
const MEND = 190;

export function factsTable(facts: readonly FactView[], t: Translate): Grid {
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

export function weaknessTable(lesson: Lesson, tag: string, t: Translate): Grid {
  return {
    size: 13,
    columns: [1.5, 3.9, 6.7],
    head: [t('teach.severity'), t('teach.weakness'), t('teach.mend')],
    rows: lesson.weaknesses.map((weakness) => [
      { text: weakness.severityWord, bold: true, colour: SEVERITIES[weakness.severity] },
      { text: weakness.title, bold: true },
      { text: opening(weakness.mitigation, tag, MEND) },
    ]),
  };
}

export function settingsTable(lesson: Lesson, t: Translate): Grid {
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

export function setupsTable(lesson: Lesson, t: Translate): Grid {
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

export function overviewTable(paths: readonly PathView[], t: Translate): Grid {
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
