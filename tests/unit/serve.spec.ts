import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { basePath } from '../../src/build/base-path.mjs';
import { contentType, freePort, locate, serve } from '../../src/build/serve.mjs';

let dist: string;

test.beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'kubepaths-'));
  mkdirSync(join(dist, 'en', 'paths'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), 'home '.repeat(100));
  writeFileSync(join(dist, '404.html'), 'nothing here');
  writeFileSync(join(dist, 'en', 'index.html'), 'English');
  writeFileSync(join(dist, 'map.svg'), '<svg/>');
});

test.afterAll(() => {
  rmSync(dist, { recursive: true });
});

test('basePath(value) has one slash at each end', () => {
  expect(['', '/', 'kubepaths', '/kubepaths', '//a/b/', undefined].map(basePath)).toEqual([
    '/',
    '/',
    '/kubepaths/',
    '/kubepaths/',
    '/a/b/',
    '/',
  ]);
});

test('contentType(file) names what a browser must know, and guesses nothing', () => {
  expect(contentType('en/index.html')).toBe('text/html; charset=utf-8');
  expect(contentType('embed.js')).toBe('text/javascript; charset=utf-8');
  expect(contentType('MAP.SVG')).toBe('image/svg+xml; charset=utf-8');
  expect(contentType('map.png')).toBe('image/png');
  expect(contentType('LICENSE')).toBe('application/octet-stream');
});

test('locate(site, pathname) finds files under the base path only', () => {
  const site = { dist, base: '/kubepaths/' };
  expect(locate(site, '/kubepaths/')).toEqual({ file: join(dist, 'index.html') });
  expect(locate(site, '/kubepaths/en/')).toEqual({ file: join(dist, 'en', 'index.html') });
  expect(locate(site, '/kubepaths/map.svg')).toEqual({ file: join(dist, 'map.svg') });
  expect(locate(site, '/map.svg')).toBeUndefined();
  expect(locate(site, '/kubepaths/map.svg/')).toBeUndefined();
  expect(locate(site, '/kubepaths/en/paths/')).toBeUndefined();
});

test('locate(site, pathname) adds the closing slash of a folder', () => {
  const site = { dist, base: '/kubepaths/' };
  expect(locate(site, '/kubepaths')).toEqual({ redirect: '/kubepaths/' });
  expect(locate(site, '/kubepaths/en')).toEqual({ redirect: '/kubepaths/en/' });
});

test('locate(site, pathname) never leaves the build', () => {
  const site = { dist: join(dist, 'en'), base: '/' };
  for (const pathname of ['/../map.svg', '/%2e%2e/map.svg', '/..%2fmap.svg', '/..%5cmap.svg', '//en', '/%00', '/%zz'])
    expect(locate(site, pathname), pathname).toBeUndefined();
});

test.describe('serve(site)', () => {
  let server: Server;
  let origin: string;

  test.beforeAll(async () => {
    const port = await freePort(4400, '127.0.0.1');
    server = await serve({ dist, base: '/kubepaths/', host: '127.0.0.1', port, maxAge: 0 });
    origin = `http://127.0.0.1:${port}`;
  });

  test.afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('answers as a plain static host, with no CORS header', async () => {
    const answer = await fetch(`${origin}/kubepaths/?release=1.30`, { headers: { 'accept-encoding': 'br' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
    expect(await answer.text()).toMatch(/^home home/);
  });

  test('keeps the query in a redirect', async () => {
    const answer = await fetch(`${origin}/kubepaths/en?from=moat`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/kubepaths/en/?from=moat']);
  });

  test('shows 404.html for what is not there', async () => {
    const answer = await fetch(`${origin}/elsewhere`);
    expect([answer.status, await answer.text()]).toEqual([404, 'nothing here']);
  });
});

test('freePort(first, host) passes over a port that is taken', async () => {
  const first = await freePort(4450, '127.0.0.1');
  const server = await serve({ dist, base: '/', host: '127.0.0.1', port: first, maxAge: 0 });
  expect(await freePort(first, '127.0.0.1')).toBeGreaterThan(first);
  server.close();
});
