import type { Browser } from '@playwright/test';

/** As sharp as a slide on a projector can show it: pictures at two pixels to the unit would double every deck. */
const SCALE = 1.25;

/** The picture of a drawing, for offices that take no SVG. */
export async function fallback(chrome: Browser, svg: string): Promise<Uint8Array> {
  const [, width, height] = /<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined) throw new Error('a drawing without width and height');
  const viewport = { width: Math.round(Number(width)), height: Math.round(Number(height)) };
  const page = await chrome.newPage({ viewport, deviceScaleFactor: SCALE });
  try {
    await page.setContent(`<!doctype html><style>body{margin:0}body>svg{display:block}</style>${svg}`);
    return await page.screenshot({ type: 'png' });
  } finally {
    await page.close();
  }
}
