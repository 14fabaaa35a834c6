import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { bundle } from '../../src/build/bundle.ts';
import { bundleJob, singles } from '../../src/build/lesson/bundle-zip.ts';
import { printed } from '../../src/build/lesson/pdf.ts';
import { scorm } from '../../src/build/lesson/scorm.ts';
import { languages } from '../../src/i18n/languages.ts';
import { fileName, kindsOf } from '../../src/site/lesson-files.ts';
import { parts } from '../../src/site/parts.ts';
import { View } from '../../src/site/view.ts';
import { parse, type Element } from '../unit/xml.ts';
import { paths, pages, read, tours } from './built.ts';

const HOST = 'http://platform.invalid';
const questions = ['one', 'two'].map((id, index) => ({
  id,
  prompt: `Which \`${id}\`?`,
  options: ['right', 'wrong <b>'],
  right: index,
  why: 'Because.',
}));

test('the page about lessons has a plan for half an hour, one hour and two, in every language', async ({ page }) => {
  const built = new Set(pages());
  for (const language of languages) {
    await page.goto(`${language}/teach/`);
    await expect(page.locator('[data-agenda]')).toHaveCount(3);
    await expect(page.locator('[data-agenda] li').first()).toBeVisible();
    const hrefs = await page.locator('main a').evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
    for (const href of hrefs) expect(built, href).toContain(href.replace('/kubepaths/', ''));
    for (const place of ['quiz', 'exercises', 'tours/kubectl-logs'])
      expect(hrefs).toContain(`/kubepaths/${language}/${place}/`);
  }
});

test('a handout stands in every language for the course, each path and each tour, with diagram, tables and commands', async ({
  page,
}) => {
  const built = new Set(pages());
  for (const part of [...paths, 'course', ...tours.map((tour) => `tour-${tour}`)])
    for (const language of languages) expect(built).toContain(`handouts/${language}/${part}/`);
  await page.goto('handouts/pt/apiserver-to-kubelet/');
  await expect(page.locator('.diagram')).toHaveJSProperty('complete', true);
  expect(await page.locator('.diagram').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expect(page.locator('pre').first()).toContainText('curl');
});

test('a printed handout carries its Chinese letters with it', async ({ browser }) => {
  const prints = await printed(browser, 'dist', 'zh', 'konnectivity');
  expect(prints.map(({ file }) => file)).toEqual(['konnectivity.a4.pdf', 'konnectivity.letter.pdf']);
  const [a4, letter] = await Promise.all(prints.map(async (print) => Buffer.from(await print.make())));
  expect(boxOf(a4!)).toEqual([595, 842]);
  expect(boxOf(letter!)).toEqual([612, 792]);
  const text = streamsOf(a4!);
  // The letters of 路径 (path) are mapped from embedded glyphs; a missing letter would be none.
  for (const sign of '隧道节点')
    expect(text.toUpperCase(), sign).toContain(`<${sign.charCodeAt(0).toString(16).toUpperCase()}>`);
  expect(a4!.toString('latin1')).not.toMatch(/\/BaseFont ?\/(?!\w{6}\+)/);
});

test('a printed tour has every step with its picture', async ({ browser }) => {
  const [a4] = await printed(browser, 'dist', 'en', 'tour-kubectl-logs');
  const pdf = Buffer.from(await a4!.make());
  const steps = read('handouts/en/tour-kubectl-logs/').match(/<img/g)!.length;
  expect(steps).toBeGreaterThan(2);
  const pagesOfPdf = pdf.toString('latin1').match(/\/Type ?\/Page\b(?!s)/g)!.length;
  expect(pagesOfPdf).toBeLessThanOrEqual(Math.ceil(steps / 2) + 1);
});

test('the file for rooms without Internet holds all that its page lists, and its maps open from a disk without a request', async ({
  page,
}) => {
  const view = new View('it');
  const folder = mkdtempSync(join(tmpdir(), 'kubepaths-bundle-'));
  const empty = join(folder, 'empty');
  writeFileSync(empty, '');
  const ready = parts(view).flatMap((part) =>
    kindsOf(part).map((kind) => ({ file: fileName(part, kind), from: empty })),
  );
  const job = await bundleJob(view, [...ready, ...singles(view, 'dist')]);
  const files = unzipSync(await job.make());
  const index = strFromU8(files['index.html']!);
  const links = [...index.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href!);
  expect(new Set(links)).toEqual(new Set(Object.keys(files).filter((name) => name !== 'index.html')));
  for (const name of ['index.html', 'map.html', 'konnectivity.html']) writeFileSync(join(folder, name), files[name]!);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const name of ['index.html', 'map.html', 'konnectivity.html']) await page.goto(`file://${join(folder, name)}`);
  await expect(page.locator('[data-diagram]').filter({ visible: true })).toHaveCount(1);
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual(
    ['index.html', 'map.html', 'konnectivity.html'].map((name) => `file://${join(folder, name)}`),
  );
});

test('a SCORM package tells its platform of completion and score', async ({ page }) => {
  await platform(page, { 'cmi.core.lesson_status': 'not attempted' });
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button').click();
  expect(await told(page)).toMatchObject({ 'cmi.core.lesson_status': 'incomplete' });
  await frame.getByRole('group', { name: 'Which one?' }).getByRole('radio', { name: 'right', exact: true }).check();
  await frame.getByRole('group', { name: 'Which two?' }).getByRole('radio', { name: 'right', exact: true }).check();
  await frame.getByRole('button').click();
  await expect(frame.getByRole('status')).toContainText('1 of 2 correct');
  expect(await told(page)).toMatchObject({
    'cmi.core.lesson_status': 'completed',
    'cmi.core.score.raw': '50',
    'cmi.core.score.max': '100',
  });
  await page.locator('iframe').evaluate((element) => element.remove());
  expect(await page.evaluate(() => Reflect.get(window, 'calls') as string[])).toEqual(
    expect.arrayContaining(['initialize', 'commit', 'finish']),
  );
});

test('a SCORM package without a platform marks the answers all the same', async ({ page }) => {
  await serve(page, 'page');
  await page.goto(`${HOST}/quiz/index.html`);
  for (const group of await page.getByRole('group').all()) await group.getByRole('radio').first().check();
  await page.getByRole('button').click();
  await expect(page.getByRole('status')).toContainText('1 of 2 correct');
  await expect(page.getByText('Because.').first()).toBeVisible();
  await page.getByRole('button').click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('the manifest of a SCORM package lists every file that is in it', async () => {
  const files = unzipSync(await parcel());
  const manifest = parse(
    strFromU8(files['imsmanifest.xml']!)
      .replace(/^<\?xml[^>]*\?>\s*/, '')
      .trim(),
  );
  expect(all(manifest, 'schemaversion')[0]!.children).toEqual(['1.2']);
  expect(
    all(manifest, 'file')
      .map(({ attributes }) => attributes['href'])
      .sort(),
  ).toEqual(
    Object.keys(files)
      .filter((name) => name !== 'imsmanifest.xml')
      .sort(),
  );
  expect(all(manifest, 'resource')[0]!.attributes).toMatchObject({ 'adlcp:scormtype': 'sco', href: 'index.html' });
});

async function parcel(): Promise<Uint8Array> {
  const { t } = new View('en');
  return scorm({ id: 'x', language: 'en', title: 'Q & A', questions, t, script: await bundle('scorm') });
}

/** Serves the package, and a platform that keeps it in a frame. */
async function serve(page: Page, host: string): Promise<void> {
  const files = unzipSync(await parcel());
  const types: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };
  await page.route(`${HOST}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const file = files[pathname.replace('/quiz/', '')];
    const contentType = types[pathname.split('.').at(-1) ?? ''] ?? 'text/html';
    return route.fulfill({ contentType, body: file ? Buffer.from(file) : host });
  });
}

/** Opens the package in a learning platform that knows SCORM 1.2 and is strict about it. */
async function platform(page: Page, values: Record<string, string>): Promise<void> {
  await serve(page, '<!doctype html><title>platform</title>');
  await page.goto(`${HOST}/`);
  await page.evaluate((given) => {
    const calls: string[] = [];
    let open = false;
    const call = (name: string, allowed: boolean) => {
      calls.push(name);
      return String(allowed);
    };
    const api = {
      LMSInitialize: () => {
        const answer = call('initialize', !open);
        open = true;
        return answer;
      },
      LMSGetValue: (name: string) => given[name] ?? '',
      LMSSetValue: (name: string, value: string) => {
        if (open) given[name] = value;
        return String(open);
      },
      LMSCommit: () => call('commit', open),
      LMSFinish: () => {
        const answer = call('finish', open);
        open = false;
        return answer;
      },
    };
    Object.assign(window, { API: api, calls, values: given });
    const frame = document.createElement('iframe');
    frame.src = '/quiz/index.html';
    document.body.append(frame);
  }, values);
}

function told(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => Reflect.get(window, 'values') as Record<string, string>);
}

function all(element: Element, name: string): Element[] {
  const below = element.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, name)));
  return element.name === name ? [element, ...below] : below;
}

/** The size of the paper in points. */
function boxOf(pdf: Buffer): number[] {
  const [, width, height] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1'))!;
  return [Math.floor(Number(width)), Math.floor(Number(height))];
}

/** All that a PDF holds in compressed streams. */
function streamsOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)]
    .map(({ index, 0: mark }) => {
      try {
        return inflateSync(pdf.subarray(index + mark.length)).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}
