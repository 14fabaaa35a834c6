import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { pages, paths, read } from './built.ts';

const FIRST_SCREEN = 14_600;
const PATH_PAGE = 32_000;
const SCRIPTS = 10_000;
const FIRST_VIEW = 60_000;

const compressed = (text: string): number => brotliCompressSync(text).length;
const path = /^\w\w\/paths\//;

/** How much of a page's compressed stream must arrive before its first `length` characters can be read. */
function needed(html: string, length: number): number {
  const stream = brotliCompressSync(html);
  const wanted = Buffer.byteLength(html.slice(0, length));
  const enough = (bytes: number): boolean => {
    const flush = { finishFlush: constants.BROTLI_OPERATION_FLUSH };
    return brotliDecompressSync(stream.subarray(0, bytes), flush).length >= wanted;
  };
  let [low, high] = [1, stream.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (enough(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

/** What stands in a page up to the end of its first map. */
function firstScreen(html: string): string {
  return html.slice(0, html.indexOf('</svg>', html.indexOf('data-diagram')) + '</svg>'.length);
}

test('a phone on a slow line draws the map of every page from the first round trip', () => {
  const heavy: string[] = [];
  const withMap = pages().filter((address) => read(address).includes('data-diagram'));
  expect(withMap.length).toBe(languages.length * (2 + 2 * paths.length));
  for (const address of withMap) {
    const html = read(address);
    const first = firstScreen(html);
    expect(first, address).toContain('</head>');
    expect(first, address).toMatch(/<h1\b.*<\/h1>/s);
    expect(first, address).toContain('data-diagram="tall"');
    // A linked style sheet before the map would hold it back, whatever its place in the stream.
    expect(first, address).not.toMatch(/<link[^>]*rel="?stylesheet/);
    expect(first, address).not.toMatch(/<script(?![^>]*\b(?:defer|async)\b)[^>]*\bsrc=/);
    if (path.test(address)) expect(first, address).toMatch(/class="verdict"/);
    const bytes = needed(html, first.length);
    if (bytes > FIRST_SCREEN) heavy.push(`${address}: ${bytes} B`);
  }
  expect(heavy).toEqual([]);
});

test('the page of a path weighs little, with all its words and both its maps', () => {
  const all = pages().filter((address) => path.test(address));
  expect(all.length).toBe(languages.length * paths.length);
  const heavy = all
    .map((address) => ({ address, bytes: compressed(read(address)) }))
    .filter(({ bytes }) => bytes > PATH_PAGE);
  expect(heavy).toEqual([]);
});

test('a page asks for few scripts before the first click', () => {
  for (const address of pages()) {
    const scripts = [...read(address).matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)].map(
      ([, attributes = '', text = '']) => {
        const src = /\bsrc="[^"]*?([^"/]+\/[^"/]+)"/.exec(attributes)?.[1];
        return src === undefined ? text : read(src);
      },
    );
    const bytes = scripts.reduce((sum, script) => sum + compressed(script), 0);
    expect(bytes, address).toBeLessThanOrEqual(SCRIPTS);
  }
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
      await page.goto(`${language}/${place}`, { waitUntil: 'networkidle' });
      expect(bytes, place).toBeGreaterThan(5_000);
      expect(bytes, place).toBeLessThanOrEqual(FIRST_VIEW);
    }
  });
