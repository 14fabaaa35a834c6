import type { Box, Point } from '../diagram/geometry.ts';
import { layout, type DrawnPath } from '../diagram/layout.ts';
import { PALETTE } from '../diagram/palette.ts';
import { wide } from '../diagram/wide.ts';
import { languages, type Language } from '../i18n/languages.ts';
import { VERDICTS } from '../posture/verdict.ts';
import { content } from './content.ts';
import { picture } from './map-view.ts';
import type { ChipView } from '../view/teller.ts';
import { OPENING, postureOf, View } from './view.ts';

const WIDTH = 1200;
const HEIGHT = 630;
/** Where the map begins; the words stand before it, and a fade lies between them. */
const MAP_FROM = 452;
const FADE = 130;
const CLOSEST = 1.32;
const ROOM = 62;

const { paper, ink, 'ink-2': ink2, rule } = PALETTE.light;

const SERIF = "'Iowan Old Style','Palatino Linotype',Palatino,P052,'Noto Serif',Georgia,serif";
const SANS = "'Segoe UI',Roboto,'Noto Sans',Ubuntu,'DejaVu Sans',sans-serif";
const HAN_SERIF = "'Songti SC','Noto Serif CJK SC','Source Han Serif SC',serif";
const HAN_SANS = "'PingFang SC','Noto Sans CJK SC','Source Han Sans SC',sans-serif";

export interface SocialProps extends Record<string, unknown> {
  readonly draw: () => string;
}

/** The addresses of the pictures that other sites show beside a link: one for the map and one for each path. */
export function socials(): { params: { lang: string; view: string }; props: SocialProps }[] {
  return languages.flatMap((lang) => {
    const view = new View(lang);
    return [undefined, ...Object.keys(content().model.paths)].map((path) => ({
      params: { lang, view: path ?? 'map' },
      props: { draw: () => social(view, path) },
    }));
  });
}

/** A path, or the whole map, with its title and verdict: drawn here, made a PNG by `npm run kit`. */
export function social(view: View, path?: string): string {
  const scenario = path === undefined ? OPENING : view.shownIn(path);
  const drawn = layout(view.model, postureOf(scenario), wide).paths.find((one) => one.path === path);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" lang="${view.tag}">`,
    `<defs><linearGradient id="fade"><stop offset="0" stop-color="${paper}"/><stop offset="1" stop-color="${paper}" stop-opacity="0"/></linearGradient></defs>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${paper}"/>`,
    cropped(picture(view, wide, scenario, 'light', path), focus(drawn)),
    `<rect x="${MAP_FROM}" width="${FADE}" height="${HEIGHT}" fill="url(#fade)"/>`,
    `<foreignObject x="56" y="50" width="${MAP_FROM - 20}" height="${HEIGHT - 100}">${words(view, scenario, path)}</foreignObject>`,
    '</svg>',
  ].join('');
}

/** The part of the map to show: the hub and the whole path, as close as they allow; without a path nearly everything. */
function focus(path: DrawnPath | undefined): Box {
  const room = { w: WIDTH - MAP_FROM, h: HEIGHT };
  if (path === undefined) return window(wide.hub.x, wide.height, room, 0.87);
  const { hub } = wide;
  const points: Point[] = [
    [hub.x - hub.w / 2, hub.y - hub.h / 2],
    [hub.x + hub.w / 2, hub.y + hub.h / 2],
    ...path.stretches.flatMap((stretch) => stretch.points),
    ...path.rails.flat(),
    ...(path.tube ? [path.tube.from, path.tube.to] : []),
    ...(path.ghost?.corridor.flat() ?? []),
  ];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs) - ROOM, Math.max(...xs) + ROOM];
  const [top, bottom] = [Math.min(...ys) - ROOM, Math.max(...ys) + ROOM];
  const scale = Math.min(CLOSEST, (room.w - FADE * 0.75) / (right - left), room.h / (bottom - top));
  // What is faded needs no sight, so the middle moves to the other side.
  return window((left + right) / 2 - (FADE * 0.75) / 2 / scale, (top + bottom) / 2, room, scale);
}

function window(x: number, y: number, room: { w: number; h: number }, scale: number): Box {
  const [w, h] = [room.w / scale, room.h / scale];
  const within = (middle: number, size: number, whole: number): number =>
    size >= whole ? whole / 2 : Math.min(Math.max(middle, size / 2), whole - size / 2);
  return { x: within(x, w, wide.width), y: within(y, h, wide.height), w, h };
}

/** The map as a picture within the picture. */
function cropped(map: string, { x, y, w, h }: Box): string {
  const view = [x - w / 2, y - h / 2, w, h].map((value) => value.toFixed(1)).join(' ');
  return map
    .replace(/viewBox="[^"]*" width="[^"]*" height="[^"]*"/, `viewBox="${view}"`)
    .replace(
      '<svg ',
      `<svg x="${MAP_FROM}" width="${WIDTH - MAP_FROM}" height="${HEIGHT}" preserveAspectRatio="xMidYMid slice" `,
    );
}

function words(view: View, scenario: string, path: string | undefined): string {
  const { t } = view;
  const posture = postureOf(scenario);
  const title = path === undefined ? t('home.title') : (view.words.paths[path]?.title ?? path);
  const chips =
    path === undefined
      ? VERDICTS.filter((verdict) => posture.tally[verdict] > 0).map((verdict) =>
          chip(
            view.verdict(verdict),
            t('map.counted', { count: posture.tally[verdict], verdict: t(`verdict.${verdict}`) }),
            true,
          ),
        )
      : [chip(view.verdict(view.stateOf(scenario, path).verdict))];
  const [serif, sans] = view.language === 'zh' ? [HAN_SERIF, HAN_SANS] : [SERIF, SANS];
  return [
    `<div xmlns="http://www.w3.org/1999/xhtml" style="height:100%;display:flex;flex-direction:column;color:${ink};font:24px/1.4 ${sans}">`,
    `<div style="display:flex;align-items:center;gap:14px;font:600 30px/1 ${serif}">${BRAND}Kubepaths</div>`,
    `<div style="margin:auto 0;padding-bottom:10px"><div style="font:600 ${path === undefined ? 52 : size(title, view.language)}px/1.12 ${serif};text-wrap:balance;max-width:${MAP_FROM - 60}px">${escaped(title)}</div>`,
    `<div style="display:flex;flex-wrap:wrap;gap:10px;margin-top:28px;max-width:${MAP_FROM - 50}px">${chips.join('')}</div></div>`,
    `<div style="color:${ink2};font-size:20px;border-top:1px solid ${rule};padding-top:16px;max-width:${MAP_FROM - 80}px;text-wrap:balance"><div>${escaped(view.scenario(scenario))}</div><div>${escaped(t('attackerAt.subtitle.moat', { release: posture.release }))}</div></div>`,
    '</div>',
  ].join('');
}

/** A long title is set smaller, so that four lines are enough. */
function size(title: string, language: Language): number {
  const length = language === 'zh' ? title.length * 1.9 : title.length;
  if (length <= 26) return 60;
  return length <= 40 ? 52 : 45;
}

function chip({ verdict, word }: ChipView, text = word, small = false): string {
  const tint = PALETTE.light[`${verdict}-tint`];
  return `<span style="background:${tint};color:${PALETTE.light[verdict]};border-radius:5px;padding:${small ? '4px 13px 5px' : '5px 18px 6px'};font-weight:700;font-size:${small ? 21 : 29}px">${escaped(text)}</span>`;
}

const BRAND =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -16 32 32" width="46" height="46"><path fill="none" stroke="${ink}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="M-4-11H4A9 9 0 0 1 13-2V2A9 9 0 0 1 4 11H-4A9 9 0 0 1-13 2V-2A9 9 0 0 1-4-11ZM-4-6H4A4.500 4.500 0 0 1 8.500-2V2A4.500 4.500 0 0 1 4 6H-4A4.500 4.500 0 0 1-8.500 2V-2A4.500 4.500 0 0 1-4-6ZM-3 2V11M3 2V11"/>` +
  `<path fill="${ink}" d="M-5-3.500H5V2H-5Z"/></svg>`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
