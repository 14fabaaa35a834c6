import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { Language } from '../../i18n/languages.ts';
import { fileName } from '../../site/lesson-files.ts';

/** Nobody has this host; what is asked of it comes from the build. */
const HOST = 'http://kit.invalid';
const FORMATS = { a4: 'A4', letter: 'Letter' } as const;
const MARGIN = { top: '14mm', right: '15mm', bottom: '16mm', left: '15mm' };
const FOOT =
  '<div style="width:100%;padding:0 15mm;font:8px Georgia,serif;color:#46545e;display:flex;justify-content:space-between"><span>Kubepaths</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>';

interface Print {
  readonly language: Language;
  readonly file: string;
  readonly key: string;
  make(): Promise<Uint8Array>;
}

/** The page for paper of one part, to be printed in both formats. */
export async function printed(chrome: Browser, dist: string, language: Language, part: string): Promise<Print[]> {
  const html = await readFile(join(dist, 'handouts', language, part, 'index.html'), 'utf8');
  const pictures = [...html.matchAll(/\/(diagrams\/[\w/.-]+\.svg)"/g)].flatMap(([, name]) => name ?? []);
  const drawn = await Promise.all(pictures.map((name) => readFile(join(dist, name))));
  const sum = createHash('sha256')
    .update(chrome.version())
    .update(JSON.stringify([MARGIN, FOOT]))
    .update(html);
  for (const picture of drawn) sum.update(picture);
  const key = sum.digest('hex');
  return (Object.keys(FORMATS) as (keyof typeof FORMATS)[]).map((kind) => ({
    language,
    file: fileName(part, kind),
    key,
    make: () => print(chrome, dist, html, FORMATS[kind]),
  }));
}

async function print(chrome: Browser, dist: string, html: string, format: 'A4' | 'Letter'): Promise<Uint8Array> {
  const page = await chrome.newPage();
  try {
    await page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      const picture = pathname.indexOf('/diagrams/');
      if (pathname === '/') await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
      else if (picture >= 0) await route.fulfill({ path: join(dist, pathname.slice(picture)) });
      else await route.abort();
    });
    await page.goto(`${HOST}/`);
    return await page.pdf({
      format,
      margin: MARGIN,
      printBackground: true,
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOT,
    });
  } finally {
    await page.close();
  }
}
