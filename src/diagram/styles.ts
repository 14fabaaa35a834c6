import { mix, PALETTE, type Colour, type Theme } from './palette.ts';
import { SIZES } from './sizes.ts';

/** A colour of the chart, the verdict of the path that is drawn, or none. */
type Paint = Colour | 'verdict' | 'none';

interface Style {
  readonly fill?: Paint;
  readonly stroke?: Paint;
  readonly [property: string]: string | number | undefined;
}

const text = (size: number, family: 'sans' | 'serif' | 'mono', fill: Paint = 'ink', more: Style = {}): Style => ({
  fill,
  'font-size': size,
  'font-family': family,
  ...more,
});

/**
 * How each part of the chart looks, said once: pages get it as a stylesheet, pictures as attributes.
 * Widths and sizes are in units of the drawing.
 */
export const STYLES = {
  land: { fill: 'land' },
  neat: { fill: 'none', stroke: 'ink', 'stroke-width': 1 },
  'neat-2': { fill: 'none', stroke: 'ink', 'stroke-width': 0.5, 'stroke-opacity': 0.55 },
  water: { fill: 'water', stroke: 'shore', 'stroke-width': 1.3 },
  island: { fill: 'island', stroke: 'shore', 'stroke-width': 1.3 },
  wave: { fill: 'none', stroke: 'waterline', 'vector-effect': 'non-scaling-stroke' },
  border: { fill: 'none', stroke: 'shore', 'stroke-width': 0.9, 'stroke-dasharray': '9 3 1.5 3' },
  sea: text(SIZES.sea.wide, 'serif', 'shore', { 'font-style': 'italic', 'letter-spacing': '.28em' }),
  zone: text(SIZES.zone.wide, 'serif', 'ink-2', { 'letter-spacing': '.16em' }),
  note: text(SIZES.note.wide, 'serif', 'ink-2', { 'font-style': 'italic' }),
  title: text(22, 'serif', 'ink', { 'font-weight': 600 }),
  subtitle: text(12.5, 'sans', 'ink-2'),
  left: text(12.5, 'sans', 'unsafe', { 'font-weight': 600 }),
  count: text(20, 'serif', 'verdict', { 'font-weight': 600 }),
  'count-word': text(12.5, 'sans', 'verdict'),
  plate: { fill: 'island', stroke: 'ink', 'stroke-width': 1.1 },
  ghost: {
    fill: 'none',
    stroke: 'absent-line',
    'stroke-width': 1,
    'stroke-dasharray': '5 4',
    'pointer-events': 'none',
  },
  hub: { fill: 'hub' },
  'hub-line': { fill: 'none', stroke: 'hub-ink', 'stroke-width': 0.6, 'stroke-opacity': 0.7 },
  'hub-name': text(19, 'serif', 'hub-ink', { 'font-weight': 600 }),
  'hub-code': text(12, 'mono', 'hub-ink'),
  name: text(SIZES.name.wide, 'sans', 'ink', { 'font-weight': 500 }),
  'small-name': text(SIZES['small-name'].wide, 'sans', 'ink', { 'font-weight': 500 }),
  port: text(11.5, 'mono', 'ink-2'),
  any: text(11.5, 'sans', 'ink-2'),
  'ghost-name': text(SIZES['ghost-name'].wide, 'sans', 'absent', { 'pointer-events': 'none' }),
  hit: { fill: 'none', stroke: 'none', 'stroke-width': 24, 'pointer-events': 'stroke' },
  'hit-box': { fill: 'none', 'pointer-events': 'all' },
  band: { fill: 'none', stroke: 'none', 'stroke-width': 15, 'stroke-opacity': 0.13 },
  clear: { fill: 'none', stroke: 'water', 'stroke-width': 13 },
  line: { fill: 'none', stroke: 'verdict', 'stroke-width': 2 },
  heavy: { fill: 'none', stroke: 'verdict', 'stroke-width': 2.8 },
  dots: {
    fill: 'none',
    stroke: 'verdict',
    'stroke-width': 4.6,
    'stroke-linecap': 'round',
    'stroke-dasharray': '.1 8',
  },
  dash: { fill: 'none', stroke: 'verdict', 'stroke-width': 2.4, 'stroke-dasharray': '10 3 2 3' },
  parapet: { fill: 'none', stroke: 'verdict', 'stroke-width': 0.9 },
  tip: { fill: 'verdict' },
  origin: { fill: 'island', stroke: 'verdict', 'stroke-width': 1.6 },
  gap: { fill: 'none', stroke: 'land', 'stroke-width': 7 },
  cut: { fill: 'none', stroke: 'verdict', 'stroke-width': 2.2 },
  tube: { fill: 'tube', stroke: 'none' },
  'tube-edge': { fill: 'none', stroke: 'tube-edge', 'stroke-width': 2.6 },
  'tube-hair': { fill: 'none', stroke: 'tube-edge', 'stroke-width': 0.7 },
  'tube-line': { fill: 'none', stroke: 'tube-edge', 'stroke-width': 1.6 },
  'tube-tip': { fill: 'tube-edge' },
  word: text(SIZES.word.wide, 'sans', 'verdict', { 'font-weight': 700 }),
  'ghost-word': text(SIZES['ghost-word'].wide, 'serif', 'absent', { 'font-style': 'italic' }),
  ring: { fill: 'island' },
  solid: { fill: 'verdict' },
  hole: { fill: 'island', stroke: 'verdict', 'stroke-width': 1.7 },
  sign: { fill: 'none', stroke: 'island', 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
  slot: { fill: 'none', stroke: 'island', 'stroke-width': 1.3, 'stroke-linecap': 'round' },
  face: { fill: 'island' },
  rim: { fill: 'none', stroke: 'verdict', 'stroke-width': 1 },
  ask: { fill: 'none', stroke: 'verdict', 'stroke-width': 1.8, 'stroke-linecap': 'round' },
  wreck: { fill: 'none', stroke: 'ink', 'stroke-width': 1.5 },
  'wreck-ring': {
    fill: 'none',
    stroke: 'ink',
    'stroke-width': 1.2,
    'stroke-dasharray': '.1 3',
    'stroke-linecap': 'round',
  },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;

/** What differs in the tall arrangement, where every unit is a CSS pixel of a phone. */
export const TALL: Partial<Record<StyleName, Style>> = {
  sea: { 'font-size': SIZES.sea.tall, 'letter-spacing': '.12em' },
  zone: { 'font-size': SIZES.zone.tall, 'letter-spacing': '.03em' },
  note: { 'font-size': SIZES.note.tall },
  'hub-name': { 'font-size': 16.5 },
  'hub-code': { 'font-size': 11 },
  name: { 'font-size': SIZES.name.tall },
  'small-name': { 'font-size': SIZES['small-name'].tall },
  port: { 'font-size': 11 },
  'ghost-name': { 'font-size': SIZES['ghost-name'].tall },
  word: { 'font-size': SIZES.word.tall },
  'ghost-word': { 'font-size': SIZES['ghost-word'].tall },
  dots: { 'stroke-width': 4.2, 'stroke-dasharray': '.1 7.4' },
};

const SERIF =
  '"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,"Source Serif 4","Noto Serif",Georgia,serif';
const SANS = '-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Noto Sans",Ubuntu,Cantarell,system-ui,sans-serif';
const MONO = 'ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"Noto Sans Mono","DejaVu Sans Mono",monospace';
const HAN_SERIF = '"Songti SC",STSong,"Noto Serif CJK SC","Source Han Serif SC","Noto Serif SC",SimSun,serif';
const HAN_SANS =
  '"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif';

/** The font stacks of a script; a Chinese family never stands in a Latin stack, its quotation marks are full-width. */
export function fonts(language: string): Record<'serif' | 'sans' | 'mono', string> {
  return language === 'zh'
    ? { serif: HAN_SERIF, sans: HAN_SANS, mono: MONO }
    : { serif: SERIF, sans: SANS, mono: MONO };
}

/** The stylesheet of the charts in a page; colours and fonts are custom properties of the page. */
export function stylesheet(): string {
  const rule = (selector: string, style: Style): string => `${selector}{${declarations(style)}}`;
  return [
    ...Object.entries(STYLES).map(([name, style]) => rule(`.c-${name}`, style)),
    ...Object.entries(TALL).map(([name, style]) => rule(`.tall .c-${name}`, style)),
  ].join('');
}

function declarations(style: Style): string {
  return Object.entries(style)
    .map(([property, value]) => {
      if (property === 'fill' || property === 'stroke') return `${property}:${inPage(value as Paint)}`;
      if (property === 'font-family') return `font-family:var(--${String(value)})`;
      if (property === 'font-size') return `font-size:${String(value)}px`;
      return `${property}:${String(value)}`;
    })
    .join(';');
}

function inPage(paint: Paint): string {
  if (paint === 'none') return 'none';
  return paint === 'verdict' ? 'currentColor' : `var(--${paint})`;
}

/** How a picture that stands alone is painted. */
export interface Ink {
  readonly theme: Theme;
  readonly language: string;
  readonly tall: boolean;
}

/** The presentation attributes of a part in a picture; `colour` is the verdict's, `quiet` mixes it with the land. */
export function attributes(name: StyleName, ink: Ink, colour: Colour | undefined, quiet: boolean): string {
  const palette = PALETTE[ink.theme];
  const style: Style = { ...STYLES[name], ...(ink.tall ? TALL[name] : {}) };
  const inPicture = (paint: Paint): string => {
    if (paint === 'none') return 'none';
    const hex = palette[paint === 'verdict' ? (colour ?? 'ink') : paint];
    return quiet && paint === 'verdict' && style['font-size'] === undefined ? mix(hex, palette.land, 0.66) : hex;
  };
  return Object.entries(style)
    .filter(([property, value]) => value !== undefined && property !== 'pointer-events' && property !== 'vector-effect')
    .map(([property, value]) => {
      if (property === 'fill' || property === 'stroke') return `${property}="${inPicture(value as Paint)}"`;
      if (property === 'font-family') return `font-family='${fonts(ink.language)[value as 'serif' | 'sans' | 'mono']}'`;
      if (property === 'font-style' && ink.language === 'zh') return '';
      return `${property}="${String(value)}"`;
    })
    .filter((attribute) => attribute !== '')
    .join(' ');
}
