import { Urls } from '../i18n/urls.ts';
import { lesson, type Lesson } from './lesson.ts';
import { ARRANGEMENTS } from './map-view.ts';
import { qrCode, type QrCode } from './qr.ts';
import { tourView, type TourView } from './tours.ts';
import type { View } from './view.ts';

/** The drawing at the head of a handout. */
export interface HandoutPicture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** Where a sheet of paper leads. */
export interface PaperLink {
  readonly address: string;
  readonly qr: QrCode;
}

export interface HandoutView {
  readonly lesson: Lesson;
  readonly picture: HandoutPicture;
  /** The state on the site; none where nobody said under which origin the site will stand. */
  readonly link: PaperLink | null;
}

export interface TourHandoutView {
  readonly tour: TourView;
  readonly link: PaperLink | null;
}

/** What is printed about a path. */
export function handout(view: View, id: string, base: string, site: URL | undefined): HandoutView {
  const told = lesson(view, id, base);
  return { lesson: told, picture: handoutPicture(view, id, base), link: linkTo(told.state, site) };
}

/** What is printed about a tour. */
export function tourHandout(view: View, id: string, base: string, site: URL | undefined): TourHandoutView {
  const tour = tourView(view, id, base);
  return { tour, link: linkTo(tour.href, site) };
}

/** The wide drawing of the map or of a path. */
export function handoutPicture(view: View, drawing: string, base: string): HandoutPicture {
  const { width, height } = ARRANGEMENTS.wide;
  return { src: new Urls(base).diagram(view.language, drawing), width, height };
}

function linkTo(below: string, site: URL | undefined): PaperLink | null {
  if (site === undefined) return null;
  const address = new URL(below, site).href;
  return { address, qr: qrCode(address) };
}
