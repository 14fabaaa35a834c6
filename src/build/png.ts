import type { Page } from '@playwright/test';
import sharp from 'sharp';

/** Changes when pictures come out differently, so that kept ones are drawn again. */
export const ENCODING = 'palette-1';

/** Draws an SVG in a page, at as many pixels to the unit as the page has. */
export async function png(page: Page, svg: string): Promise<Uint8Array> {
  const { width, height } = sizeOf(svg);
  await page.setViewportSize({ width: Math.round(width), height: Math.round(height) });
  await page.setContent(`<!doctype html><style>body{margin:0}body>svg{display:block}</style>${svg}`);
  // The drawings have few colours: with a palette they take a third of the room, and nobody sees it.
  return sharp(await page.screenshot({ type: 'png' }))
    .png({ palette: true, dither: 0, effort: 1 })
    .toBuffer();
}

/** The size that a drawing gives itself. */
export function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined) throw new Error('a drawing without width and height');
  return { width: Number(width), height: Number(height) };
}
