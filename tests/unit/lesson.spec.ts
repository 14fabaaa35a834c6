import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { courseDeck, pathDeck } from '../../src/build/lesson/deck.ts';
import { tourDeck } from '../../src/build/lesson/deck-tour.ts';
import { pptx } from '../../src/build/lesson/pptx.ts';
import { gift, moodleXml } from '../../src/build/lesson/questions.ts';
import { languages } from '../../src/i18n/languages.ts';
import { filesList } from '../../src/site/lesson-files.ts';
import { COURSE, parts } from '../../src/site/parts.ts';
import { AGENDAS } from '../../src/site/teach-page.ts';
import { lesson } from '../../src/site/lesson.ts';
import { opening, plainProse, unmarked } from '../../src/site/plain-prose.ts';
import { qrCode } from '../../src/site/qr.ts';
import { questionBank, type Asked } from '../../src/site/questions.ts';
import { tourView } from '../../src/site/tours.ts';
import { View } from '../../src/site/view.ts';
import { readGift, readMoodle } from './banks.ts';
import { parse } from './xml.ts';

const drawing = { svg: '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="814"/>', png: new Uint8Array(8) };
const hostile: Asked = {
  id: 'path-1',
  prompt: 'Which {setting} = ~`--a=b:c`# \\ & <script> decides?',
  options: ['`x{1}=~`', 'a & b <c>', '`--flag`'],
  right: 1,
  why: 'Because: {a} = ~b # "c".',
};
const setting = { t: new View('en').t, address: null };
const read = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

for (const language of languages)
  test(`pptx(pathDeck(…)) in ${language} is a package whose parts all exist, with text as text`, () => {
    const view = new View(language);
    const told = lesson(view, 'apiserver-to-kubelet', '/');
    const files = read(pptx(pathDeck(told, drawing, [hostile], { t: view.t, address: null })));
    for (const [name, content] of Object.entries(files).filter(([one]) => /\.(xml|rels)$/.test(one)))
      expect(() => whole(content), name).not.toThrow();
    for (const [name, content] of Object.entries(files).filter(([one]) => one.endsWith('.rels')))
      for (const [, target = ''] of content.matchAll(/Target="([^"]+)"(?! TargetMode)/g)) {
        const from = name.replace(/_rels\/[^/]+$/, '');
        expect(files, `${name} → ${target}`).toHaveProperty([new URL(target, `file:///${from}`).pathname.slice(1)]);
      }
    const slides = Object.entries(files).filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    const text = slides.map(([, content]) => content).join('');
    const titleRuns = text.match(/<a:t>[^<]*<\/a:t>/g)?.join(' ') ?? '';
    for (const step of told.sections['hardening']!.blocks.filter(({ kind }) => kind === 'step'))
      expect(titleRuns).toContain(step.text.split('`')[0]!.slice(0, 12).trim());
    expect(text).toContain('asvg:svgBlip');
    expect(text.match(/<p:pic>/g)?.length).toBe(text.match(/<a:blip r:embed="rId\d+">/g)?.length);
  });

test('pptx(pathDeck(…)) has notes on every slide but the cover, and they name the sources of the path', () => {
  const told = lesson(new View('en'), 'apiserver-to-kubelet', '/');
  const deck = pathDeck(told, drawing, [hostile], setting);
  for (const slide of deck.slides) expect(slide.notes.length, slide.title).toBeGreaterThan(0);
  const notes = Object.entries(read(pptx(deck)))
    .filter(([name]) => /^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(name))
    .map(([, content]) => content)
    .join('');
  for (const source of told.sources) expect(notes).toContain(source.url.replaceAll('&', '&amp;'));
});

test('courseDeck(…) shows every path', () => {
  const view = new View('zh');
  const ids = Object.keys(view.model.paths);
  const lessons = ids.map((id) => lesson(view, id, '/'));
  const deck = courseDeck(lessons, {}, {}, { map: drawing, paths: view.paths(), title: '' }, { ...setting, t: view.t });
  const titles = deck.slides.map(({ title }) => title);
  for (const { label } of lessons) expect(titles).toContain(label);
});

test('pptx(deck) gives the same bytes for the same deck', () => {
  const deck = pathDeck(lesson(new View('en'), 'konnectivity', '/'), drawing, [], setting);
  expect(Buffer.from(pptx(deck)).equals(Buffer.from(pptx(deck)))).toBe(true);
});

test('gift(category, questions) is read back with every sign that means something in it', () => {
  expect(readGift(gift('Kubepaths/a: b', [hostile, { ...hostile, id: 'path-2', right: 0 }]))).toEqual([
    { ...plain(hostile), right: 1 },
    { ...plain(hostile), id: 'path-2', right: 0 },
  ]);
});

test('moodleXml(category, questions) is read back the same', () => {
  const bank = moodleXml('Kubepaths', [hostile]);
  expect(() => whole(bank)).not.toThrow();
  expect(readMoodle(bank)).toEqual([plain(hostile)]);
});

test('questionBank(view) is read back from both formats, in every language, and asks about every path', () => {
  for (const language of languages) {
    const view = new View(language);
    const bank = questionBank(view);
    expect(Object.keys(bank)).toEqual([COURSE, ...Object.keys(view.model.paths)]);
    for (const [part, questions] of Object.entries(bank)) {
      expect(questions.length, `${language} ${part}`).toBeGreaterThan(0);
      const told = questions.map(plain);
      expect(readGift(gift(part, questions)), `${language} ${part}`).toEqual(told);
      expect(readMoodle(moodleXml(part, questions)), `${language} ${part}`).toEqual(told);
    }
  }
});

test('tourDeck(…) has a slide with map, text and sources for every step', () => {
  for (const language of languages) {
    const view = new View(language);
    for (const id of Object.keys(view.model.tours)) {
      const tour = tourView(view, id, '/');
      const deck = tourDeck(
        tour,
        tour.steps.map(() => drawing),
        { t: view.t, address: null },
      );
      const steps = deck.slides.slice(1, 1 + tour.steps.length);
      expect(steps.map(({ title }) => title)).toEqual(tour.steps.map(({ heading }) => heading));
      for (const [index, { boxes, notes }] of steps.entries()) {
        expect(boxes.filter(({ kind }) => kind === 'picture')).toHaveLength(1);
        expect(notes).toContain(tour.steps[index]!.text);
        for (const { url } of tour.steps[index]!.sources) expect(notes.join('\n')).toContain(url);
      }
    }
  }
});

test('filesList(view, …) links what has a size, and nothing else', () => {
  const view = new View('en');
  const list = filesList(view, '/', { 'course.pptx': 2_500_000, 'map.html': 277_000, 'kubepaths-en.zip': 30_000_000 });
  expect([...list.matchAll(/href="([^"]+)" download/g)].map(([, href]) => href)).toEqual([
    '/lesson/en/kubepaths-en.zip',
    '/lesson/en/course.pptx',
    '/embed/v1/en/map.html',
  ]);
  expect(list).toContain('2.5 MB');
  for (const part of parts(view)) expect(list).toContain(`href="/handouts/en/${part}/"`);
});

test('opening(text, …) ends with a sentence and never inside code or brackets', () => {
  const text = 'First one. Second with `a. b` (see c. d) here. Third is longer than the rest of them.';
  expect(opening(text, 'en', 12)).toBe('First one.');
  expect(opening(text, 'en', 50)).toBe('First one. Second with `a. b` (see c. d) here.');
});

test('plainProse(view, path) leaves out the words that lead to a snippet', () => {
  for (const language of languages) {
    const view = new View(language);
    for (const path of Object.keys(view.model.paths))
      for (const { id, blocks } of plainProse(view, path))
        expect(blocks.at(-1)?.text, `${language} ${path} ${id}`).not.toMatch(/[:：]$/);
  }
});

test('unmarked(text) keeps words and code, and drops marks and addresses', () => {
  expect(unmarked('**Bold** and *so*, [a link](#x), `a*b*c`')).toBe('Bold and so, a link, `a*b*c`');
});

test('AGENDAS fill the time that they promise, with paths and tours that exist', () => {
  const { model } = new View('en');
  expect(AGENDAS.map(({ minutes }) => minutes)).toEqual([30, 60, 120]);
  for (const { minutes, items } of AGENDAS) {
    expect(items.reduce((sum, item) => sum + item.minutes, 0)).toBe(minutes);
    for (const path of items.flatMap(({ paths }) => paths ?? [])) expect(model.paths).toHaveProperty([path]);
    for (const tour of items.flatMap(({ tours }) => tours ?? [])) expect(model.tours).toHaveProperty([tour]);
  }
});

test('qrCode(text) keeps four modules of quiet around the code', () => {
  const { size, path } = qrCode('https://example.org/kubepaths/en/paths/ssh-tunnel/');
  const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...places)).toBe(4);
  expect(Math.max(...places)).toBe(size - 5);
});

const whole = (xml: string) => parse(xml.replace(/^<\?xml[^>]*\?>\s*/, '').trim());

/** A question as a platform holds it: HTML instead of backticks. */
function plain({ id, prompt, options, right, why }: Asked): Asked {
  const html = (text: string): string =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replace(/`([^`]*)`/g, '<code>$1</code>');
  return { id, prompt: html(prompt), options: options.map(html), right, why: html(why) };
}
