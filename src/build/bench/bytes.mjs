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
    const page = kind.endsWith('page');
    const sizes = texts.map(brotli);
    const firsts = page ? texts.flatMap((text) => firstScreen(text) ?? []) : [];
    const views = texts.map((text) => brotli(text) + named(text).reduce((sum, name) => sum + brotli(read(name)), 0));
    return {
      kind,
      files: texts.length,
      brotli: [Math.min(...sizes), median(sizes), Math.max(...sizes)].join('/'),
      gzip: median(texts.map((text) => gzipSync(text).length)),
      first: firsts.length > 0 ? Math.max(...firsts) : '',
      view: page ? Math.max(...views) : '',
    };
  });
}

/** How many bytes of a page's compressed stream hold all of its first map and what stands before. @param {string} html */
export function firstScreen(html) {
  const map = /<svg [^>]*data-diagram.*?<\/svg>/s.exec(html);
  if (map === null) return undefined;
  const needed = Buffer.byteLength(html.slice(0, map.index + map[0].length));
  const stream = compressed(html);
  const flush = { finishFlush: constants.BROTLI_OPERATION_FLUSH };
  let [low, high] = [1, stream.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (brotliDecompressSync(stream.subarray(0, middle), flush).length >= needed) high = middle;
    else low = middle + 1;
  }
  return high;
}

/** The scripts and style sheets that a page names, as files of the build. @param {string} html */
function named(html) {
  const tags = html.matchAll(/<(?:script [^>]*src|link rel="stylesheet" href)="[^"]*?((?:scripts|_astro)\/[^"]+)"/g);
  return [...tags].flatMap(([, name]) => name ?? []);
}

/** @type {Map<string, Buffer>} */
const done = new Map();

/** @param {string} text */
function compressed(text) {
  const stream = done.get(text) ?? brotliCompressSync(text);
  done.set(text, stream);
  return stream;
}

/** @param {string} text */
function brotli(text) {
  return compressed(text).length;
}

/** @param {readonly number[]} values */
export function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}
