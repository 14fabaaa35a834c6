import type { Browser } from '@playwright/test';
import { png } from '../png.ts';

/** As sharp as a slide on a projector can show it: pictures at two pixels to the unit would double every deck. */
const SCALE = 1.25;

/** The picture of a drawing, for offices that take no SVG. */
export async function fallback(chrome: Browser, svg: string): Promise<Uint8Array> {
  const page = await chrome.newPage({ deviceScaleFactor: SCALE });
  try {
    return await png(page, svg);
  } finally {
    await page.close();
  }
}
