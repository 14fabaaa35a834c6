import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gzipSync } from 'node:zlib';

/** Kinds of files by their address; a file is of the first kind that fits, and not reported where none does. */
const KINDS = {
  'start page': /^index\.html$/,
  'map page': /^\w+\/index\.html$/,
  'path page': /^\w+\/paths\/.*\.html$/,
  'embed page': /^embed\/.*\.html$/,
  'other page': /\.html$/,
  picture: /^diagrams\/.*\.svg$/,
  'script page.js': /^scripts\/page\.js$/,
  'other script': /\.js$/,
  'later style': /\.css$/,
};

/** What each kind of file in a build weighs when it is sent. @param {string} dist */
export function weights(dist) {
  const kinds = Object.entries(KINDS);
  const kindOf = (/** @type {string} */ name) => kinds.find(([, fits]) => fits.test(name.replaceAll('\\', '/')))?.[0];
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  const read = (/** @type {string} */ name) => readFileSync(join(dist, name), 'utf8');
  return kinds.flatMap(([kind]) => {
    const texts = names.filter((name) => kindOf(name) === kind).map(read);
    if (texts.length === 0) return [];
    const sizes = texts.map(brotli);
    const firsts = kind.endsWith('page') ? texts.flatMap((text) => firstScreen(text) ?? []) : [];
    const visits = texts.map((text) => brotli(text) + named(text).reduce((sum, name) => sum + brotli(read(name)), 0));
    return {
      kind,
      files: texts.length,
      brotli: [Math.min(...sizes), median(sizes), Math.max(...sizes)].join('/'),
      gzip: median(texts.map((text) => gzipSync(text).length)),
      first: firsts.length > 0 ? Math.max(...firsts) : '',
      visit: kind.endsWith('page') ? Math.max(...visits) : '',
    };
  });
}

/**
 * How much of a page's compressed stream has to arrive before its first map is complete; nothing without a map.
 *
 * @param {string} html
 */
export function firstScreen(html) {
  const map = /<svg [^>]*data-diagram.*?<\/svg>/s.exec(html);
  if (map === null) return undefined;
  const needed = Buffer.byteLength(html.slice(0, map.index + map[0].length));
  const stream = brotliCompressSync(html);
  let [low, high] = [0, stream.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (arrived(stream.subarray(0, middle)) < needed) low = middle;
    else high = middle;
  }
  return high;
}

/** How much text the beginning of a compressed stream holds. @param {Buffer} piece */
function arrived(piece) {
  try {
    return brotliDecompressSync(piece, { finishFlush: constants.BROTLI_OPERATION_FLUSH }).length;
  } catch {
    return 0;
  }
}

/** The scripts and style sheets of its own that a page names, as files of the build. @param {string} html */
function named(html) {
  const tags = html.matchAll(/<(?:script [^>]*src|link rel="stylesheet" href)="[^"]*?((?:scripts|_astro)\/[^"]+)"/g);
  return [...tags].flatMap(([, name]) => name ?? []);
}

/** @param {string} text */
function brotli(text) {
  return brotliCompressSync(text).length;
}

/** @param {readonly number[]} values */
export function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}
