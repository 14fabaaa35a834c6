import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parts, pathOf } from '../../site/parts.ts';
import type { View } from '../../site/view.ts';

/** Where a build will stand. */
export interface Place {
  readonly base: string;
  /** The whole address of what lies below the origin; none where the build does not know its origin. */
  readonly address: ((below: string) => string) | null;
}

/** Where the site stands, as the pages for paper name it. */
export async function placeOf(dist: string, view: View): Promise<Place> {
  const [id = ''] = parts(view).flatMap((part) => pathOf(part) ?? []);
  const page = await readFile(join(dist, 'handouts', view.language, id, 'index.html'), 'utf8');
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(page)?.[1] ?? '/';
  const { origin, pathname } = new URL(canonical, 'http://localhost');
  return {
    base: pathname.replace(new RegExp(`${view.language}/paths/${id}/$`), ''),
    address: canonical.startsWith('/') ? null : (below) => new URL(below, origin).href,
  };
}
