import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gzipSync } from 'node:zlib';

/** Kinds of files by their address, each named once; what fits none is not reported. */
const TYPES = {
  'start page': /^index\.html$/,
  'map page': /^\w+\/index\.html$/,
  'path page': /^\w+\/paths\/.*\.html$/,
  'other page': /^(404|\w+\/\w+\/index)\.html$/,
  'embed page': /^embed\/.*\.html$/,
  'picture, light or dark': /\.svg$/,
  'script page.js': /^scripts\/page\.js$/,
  'other script': /\.js$/,
  'style after the map': /\.css$/,
};

/**
 * What each kind of file in a build weighs when it is sent. `first` and `visit` are the most that a page of the kind
 * needs: up to the end of its first map, and with every script and style that it names.
 *
 * @param {string} dist
 */
export function weights(dist) {
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const kinds = Object.entries(TYPES);
  return kinds.flatMap(([type, pattern]) => {
    const own = names.filter((name) => kinds.find(([, fits]) => fits.test(name))?.[1] === pattern);
    const texts = own.map((name) => readFileSync(join(dist, name), 'utf8'));
    if (texts.length === 0) return [];
    const sizes = texts.map((text) => brotli(text).length);
    const firsts = texts.flatMap((text) => firstScreen(text) ?? []);
    const visits = texts.map((text, index) => (sizes[index] ?? 0) + sum(named(text).map((file) => size(dist, file))));
    return [
      {
        type,
        count: own.length,
        brotli: [Math.min(...sizes), median(sizes), Math.max(...sizes)].join('/'),
        gzip: median(texts.map((text) => gzipSync(text).length)),
        first: firsts.length > 0 && type.endsWith('page') ? Math.max(...firsts) : '',
        visit: type.endsWith('page') ? Math.max(...visits) : '',
      },
    ];
  });
}

/** @param {string} text */
export function brotli(text) {
  return brotliCompressSync(text);
}

/**
 * The length of the least piece of a page's compressed stream that holds everything up to the end of its first map;
 * nothing for a page without one.
 *
 * @param {string} html
 */
export function firstScreen(html) {
  const map = /<svg [^>]*data-diagram.*?<\/svg>/s.exec(html);
  if (map === null) return undefined;
  const needed = Buffer.byteLength(html.slice(0, map.index + map[0].length));
  const stream = brotli(html);
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

/** The scripts and style sheets that a page names, from the folder of the build. @param {string} html */
function named(html) {
  const tags = html.matchAll(/<(?:script [^>]*src|link rel="stylesheet" href)="[^"]*?((?:scripts|_astro)\/[^"]+)"/g);
  return [...tags].flatMap(([, file]) => file ?? []);
}

/** @type {Map<string, number>} */
const known = new Map();

/** @param {string} dist @param {string} file */
function size(dist, file) {
  const bytes = known.get(file) ?? brotli(readFileSync(join(dist, file), 'utf8')).length;
  known.set(file, bytes);
  return bytes;
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
