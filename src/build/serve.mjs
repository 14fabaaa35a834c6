import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { basePath } from './base-path.mjs';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.yaml': 'text/yaml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.wasm': 'application/wasm',
};

/**
 * @typedef {object} Site
 * @property {string} dist the folder of a production build
 * @property {string} base the base path that it was built for, such as `/kubepaths/`
 * @property {string} host
 * @property {number} port
 * @property {number} maxAge seconds that a browser may keep an answer
 */

/**
 * Serves a build as a plain static host does: no CORS header, no rewriting. Gives the running server.
 *
 * @param {Site} site
 * @returns {Promise<import('node:http').Server>}
 */
export function serve(site) {
  const server = createServer((request, response) => {
    respond(site, request, response).catch((/** @type {unknown} */ error) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(site.port, site.host, () => resolve(server));
  });
}

/**
 * What an address means in a build: a file, a redirect to the address with its closing slash, or nothing.
 *
 * @param {Pick<Site, 'dist' | 'base'>} site
 * @param {string} pathname still percent-encoded
 * @returns {{ file: string } | { redirect: string } | undefined}
 */
export function locate({ dist, base }, pathname) {
  if (`${pathname}/` === base) return { redirect: base };
  const inside = pathname.startsWith(base) ? decode(pathname.slice(base.length)) : undefined;
  if (inside === undefined || /[\0\\]|\/\/|^\/|(^|\/)\.\.?(\/|$)/.test(inside)) return undefined;
  const file = join(dist, inside);
  if (!`${file}${sep}`.startsWith(`${dist}${sep}`)) return undefined;
  if (kind(file) === 'folder') {
    if (inside !== '' && !inside.endsWith('/')) return { redirect: `${pathname}/` };
    return kind(join(file, 'index.html')) === 'file' ? { file: join(file, 'index.html') } : undefined;
  }
  return kind(file) === 'file' && !inside.endsWith('/') ? { file } : undefined;
}

/**
 * @param {string} file
 * @example contentType('en/index.html') → 'text/html; charset=utf-8'
 */
export function contentType(file) {
  return TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * The first port from `first` on that nobody listens on.
 *
 * @param {number} first
 * @param {string} host
 * @returns {Promise<number>}
 */
export function freePort(first, host) {
  return new Promise((resolve, reject) => {
    const socket = createSocket();
    socket.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && first < 65_535) resolve(freePort(first + 1, host));
      else reject(error);
    });
    socket.listen(first, host, () => socket.close(() => resolve(first)));
  });
}

/**
 * @param {Site} site
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function respond(site, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const [pathname = '/', query] = (request.url ?? '/').split('?', 2);
  const found = locate(site, pathname);
  if (found !== undefined && 'redirect' in found) {
    response.writeHead(301, { location: query === undefined ? found.redirect : `${found.redirect}?${query}` }).end();
    return;
  }
  const missing = join(site.dist, '404.html');
  if (found === undefined && kind(missing) !== 'file') {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  await send(site, request, response, found === undefined ? { status: 404, file: missing } : { status: 200, ...found });
}

/**
 * @param {Site} site
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ status: number, file: string }} answer
 */
async function send(site, request, response, { status, file }) {
  const encoding = /charset/.test(contentType(file)) ? preferred(request.headers['accept-encoding']) : undefined;
  const { mtimeMs, size } = statSync(file);
  const tag = `"${createHash('sha1').update(`${file} ${mtimeMs} ${size} ${encoding}`).digest('base64url')}"`;
  response.setHeader('cache-control', site.maxAge === 0 ? 'no-cache' : `max-age=${site.maxAge}`);
  response.setHeader('etag', tag);
  response.setHeader('vary', 'accept-encoding');
  if (status === 200 && request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('content-type', contentType(file));
  response.setHeader('x-content-type-options', 'nosniff');
  if (encoding === undefined) {
    response.writeHead(status, { 'content-length': size });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
    return;
  }
  const body = await compressed(tag, file, encoding);
  response.writeHead(status, { 'content-length': body.length, 'content-encoding': encoding });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** @type {Map<string, Promise<Buffer>>} */
const bodies = new Map();

/** @param {string} tag @param {string} file @param {'br' | 'gzip'} encoding */
function compressed(tag, file, encoding) {
  const body = bodies.get(tag) ?? readFile(file).then(encoding === 'br' ? brotli : promisify(gzip));
  bodies.set(tag, body);
  return body;
}

/** @param {Buffer} text */
function brotli(text) {
  return promisify(brotliCompress)(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  });
}

/** @param {string | undefined} accepted @returns {'br' | 'gzip' | undefined} */
function preferred(accepted = '') {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

/** @param {string} file @returns {'file' | 'folder' | undefined} nothing where it cannot be, as in `map.svg/x` */
function kind(file) {
  try {
    return statSync(file).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** @param {string} text @returns {string | undefined} nothing where the encoding is broken */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4321' },
      host: { type: 'string', default: '127.0.0.1' },
      base: { type: 'string', default: process.env['BASE_PATH'] ?? '/' },
      'max-age': { type: 'string', default: '0' },
    },
  });
  const dist = fileURLToPath(new URL('../../dist', import.meta.url));
  const base = basePath(values.base);
  await serve({ dist, base, host: values.host, port: Number(values.port), maxAge: Number(values['max-age']) });
  console.log(`http://${values.host}:${values.port}${base}`);
}
