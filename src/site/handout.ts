import { Urls } from '../i18n/urls.ts';
import { lesson, type Lesson } from './lesson.ts';
import { qrCode, type QrCode } from './qr.ts';
import type { View } from './view.ts';

/** The part of a lesson that stands for all paths. */
export const COURSE = 'course';

export interface HandoutView {
  readonly lesson: Lesson;
  readonly picture: string;
  /** The whole address of the state, and its code; neither where nobody said under which origin the site will stand. */
  readonly address: string | null;
  readonly qr: QrCode | null;
}

/** What is printed about a path. */
export function handout(view: View, id: string, base: string, site: URL | undefined): HandoutView {
  const told = lesson(view, id, base);
  const address = site === undefined ? null : new URL(told.state, site).href;
  return {
    lesson: told,
    picture: new Urls(base).diagram(view.language, id),
    address,
    qr: address === null ? null : qrCode(address),
  };
}

/** The parts of a lesson: the whole course, then each path. */
export function parts(view: View): string[] {
  return [COURSE, ...Object.keys(view.model.paths)];
}
