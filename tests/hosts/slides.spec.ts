import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { pathDeck } from '../../src/build/lesson/deck.ts';
import { fallback } from '../../src/build/lesson/fallback.ts';
import { pptx } from '../../src/build/lesson/pptx.ts';
import { languages } from '../../src/i18n/languages.ts';
import { lesson } from '../../src/site/lesson.ts';
import { ARRANGEMENTS, picture } from '../../src/site/map-view.ts';
import { OPENING, View } from '../../src/site/view.ts';

const office = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

test('LibreOffice renders every slide in every language, with its letters and its picture', async ({ browser }) => {
  test.skip(!office, 'LibreOffice is not installed');
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'kubepaths-slides-'));
  const counts = new Map<string, number>();
  for (const language of languages) {
    const view = new View(language);
    const path = 'apiserver-to-kubelet';
    const svg = picture(view, ARRANGEMENTS.wide, OPENING, 'light', path);
    const drawing = { svg, png: await fallback(browser, svg) };
    const deck = pathDeck(lesson(view, path, '/'), drawing, [], { t: view.t, address: null });
    counts.set(language, deck.slides.length);
    writeFileSync(join(folder, `${language}.pptx`), pptx(deck));
  }
  const ran = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...languages.map((language) => join(folder, `${language}.pptx`)),
    ],
    { encoding: 'utf8' },
  );
  expect(ran.status, ran.stderr).toBe(0);
  for (const language of languages) {
    const pdf = readFileSync(join(folder, `${language}.pdf`));
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(counts.get(language)!);
    expect(pdf.toString('latin1'), 'the diagram').toMatch(/\/Subtype\s*\/Image/);
    if (language === 'zh') expect(streams(pdf).toUpperCase(), '路').toContain('8DEF');
  }
});

function streams(pdf: Buffer): string {
  return [...pdf.toString('latin1').matchAll(/stream\r?\n/g)]
    .map(({ index, 0: mark }) => {
      try {
        return inflateSync(pdf.subarray(index + mark.length)).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}
