import type { Translate } from '../../i18n/strings.ts';
import type { PlainSection } from '../../site/plain-prose.ts';
import type { SourceView } from '../../site/view.ts';
import { sizeOf } from '../png.ts';
import type { Frame, Picture } from './slides.ts';

/** What all slides share: where things stand, and what is said below them. */

/** A drawing, and the picture of it for programs that take no SVG. */
export interface Drawing {
  readonly svg: string;
  readonly png: Uint8Array;
}

export interface DeckParts {
  readonly t: Translate;
  /** The origin of the site with the address below it put behind; nothing where it is not known. */
  readonly address: ((below: string) => string) | null;
}

/** Where the content of a slide stands, below its title. */
export const BODY: Frame = { x: 0.6, y: 1.5, w: 12.13, h: 5.4 };

/** A drawing as large as it can be in a frame, in its middle. */
export function picture({ svg, png }: Drawing, alt: string, frame: Frame): Picture {
  const { width, height } = sizeOf(svg);
  const scale = Math.min(frame.w / width, frame.h / height);
  const [w, h] = [width * scale, height * scale];
  return { kind: 'picture', alt: alt.replaceAll('`', ''), svg, png, x: frame.x + (frame.w - w) / 2, y: frame.y, w, h };
}

/** What a section says, for the notes. */
export function told(section: PlainSection | undefined): string[] {
  return section?.blocks.map(({ text }) => text) ?? [];
}

/** Sources as lines of the notes, each once. */
export function sourceNotes(sources: readonly SourceView[], t: Translate): string[] {
  return [t('teach.notesSources'), ...distinct(sources).map(({ title, url }) => `${title}: ${url}`)];
}

/** Each source once. */
export function distinct(sources: readonly SourceView[]): SourceView[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

/** A title that says which page of several this is. */
export function numbered(title: string, index: number, pages: number, t: Translate): string {
  return pages < 2 ? title : t('teach.morePages', { title, page: index + 1, pages });
}

/** Items in so many groups of nearly the same size. */
export function evenly<T>(items: readonly T[], groups: number): T[][] {
  const size = Math.ceil(items.length / Math.max(1, groups));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
