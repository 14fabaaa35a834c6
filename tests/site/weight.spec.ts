import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { pages, paths, read, tours } from './built.ts';

const FIRST_SCREEN = 14_600;
const PATH_PAGE = 32_000;
const SCRIPTS = 10_000;
const ALIVE = 25_000;
const FIRST_VIEW = 60_000;

const path = /^\w\w\/paths\//;

/** Whether the beginning of a page can be read from the first `bytes` of its compressed stream. */
function arrives(stream: Buffer, beginning: string, bytes: number): boolean {
  const flush = { finishFlush: constants.BROTLI_OPERATION_FLUSH };
  return brotliDecompressSync(stream.subarray(0, bytes), flush).length >= Buffer.byteLength(beginning);
}

/** What stands in a page up to the end of its first map. */
function firstScreen(html: string): string {
  return html.slice(0, html.indexOf('</svg>', html.indexOf('data-diagram')) + '</svg>'.length);
}

for (const language of languages)
  test(`a phone on a slow line draws every map from the first round trip (${language})`, () => {
    const withMap = pages().filter(
      (address) => address.split('/').includes(language) && read(address).includes('data-diagram'),
    );
    expect(withMap.length).toBe(3 + 2 * (paths.length + tours.length));
    const heavy: string[] = [];
    for (const address of withMap) {
      const html = read(address);
      const first = firstScreen(html);
      expect(first, address).toContain('</head>');
      expect(first, address).toMatch(/<h1\b.*<\/h1>/s);
      expect(first, address).toContain('data-diagram="tall"');
      if (path.test(address)) expect(first, address).toMatch(/class="verdict"/);
      // A linked style sheet or a script before the map would hold it back, whatever its place in the stream.
      expect(first, address).not.toMatch(/<link[^>]*rel="?stylesheet/);
      expect(first, address).not.toMatch(/<script(?![^>]*\b(?:defer|async)\b)[^>]*\bsrc=/);
      const stream = brotliCompressSync(html);
      if (!arrives(stream, first, FIRST_SCREEN))
        heavy.push(`${address}: the map is not in the first ${FIRST_SCREEN} B`);
      if (path.test(address) && stream.length > PATH_PAGE) heavy.push(`${address}: ${stream.length} B`);
    }
    expect(heavy).toEqual([]);
  });

test('a page asks for few scripts before the first click', () => {
  const weights = new Map<string, number>();
  const weight = (script: string): number => {
    const bytes = weights.get(script) ?? brotliCompressSync(script).length;
    weights.set(script, bytes);
    return bytes;
  };
  for (const address of pages()) {
    const scripts = [...read(address).matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
    const bytes = scripts.map(([, attributes = '', text = '']) => {
      const src = /\bsrc="[^"]*?([^"/]+\/[^"/]+)"/.exec(attributes)?.[1];
      return weight(src === undefined ? text : read(src));
    });
    expect(
      bytes.reduce((sum, one) => sum + one, 0),
      address,
    ).toBeLessThanOrEqual(SCRIPTS);
  }
});

test('all that makes the map live is little script, on a page and in a frame', () => {
  const weigh = (...scripts: string[]): number =>
    scripts.reduce((sum, name) => sum + brotliCompressSync(read(`scripts/${name}.js`)).length, 0);
  // Panel, controls, slider; facts and places are data and come on their own.
  expect(weigh('page', 'whatif'), 'a page').toBeLessThanOrEqual(ALIVE);
  // The steps and the talk with the host as well.
  expect(weigh('frame', 'stage'), 'a frame of the map').toBeLessThanOrEqual(ALIVE);
  expect(weigh('lesson-frame', 'tour', 'whatif'), 'a frame of a tour').toBeLessThanOrEqual(ALIVE);
  expect(weigh('lesson-frame', 'quiz'), 'a frame of the quiz').toBeLessThanOrEqual(ALIVE);
});

for (const language of languages)
  test(`a first view costs little, with everything that the browser fetches (${language})`, async ({ page }) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    for (const place of ['', 'about/', ...paths.map((one) => `paths/${one}/`)]) {
      bytes = 0;
      await page.goto(`${language}/${place}`, { waitUntil: 'load' });
      expect(bytes, place).toBeGreaterThan(5_000);
      expect(bytes, place).toBeLessThanOrEqual(FIRST_VIEW);
    }
  });
