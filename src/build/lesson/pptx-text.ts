import { PALETTE, type Colour } from '../../diagram/palette.ts';
import { segments } from '../../i18n/code.ts';
import type { Cell, Paragraph } from './slides.ts';
import { xml } from './xml.ts';

/** Text of DrawingML, the language in which slides are written down. */

export const MONO = 'Consolas';
const FACES = { serif: '+mj', sans: '+mn' } as const;

/** The colour as the file has it. @example fill('ink') → '<a:solidFill><a:srgbClr val="14232E"/></a:solidFill>' */
export function fill(colour: Colour): string {
  return `<a:solidFill><a:srgbClr val="${PALETTE.light[colour].slice(1)}"/></a:solidFill>`;
}

/** A paragraph; `links` gives the relationship of an address. */
export function paragraph(one: Paragraph, tag: string, links: (url: string) => string): string {
  const indent = one.list === undefined ? '' : ' marL="342900" indent="-342900"';
  const mark =
    one.list === 'step'
      ? '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
      : one.list === 'bullet'
        ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
        : '<a:buNone/>';
  const above = one.above === undefined ? '' : `<a:spcBef><a:spcPts val="${Math.round(one.above * 100)}"/></a:spcBef>`;
  return `<a:p><a:pPr${indent}>${above}${mark}</a:pPr>${runs(one, tag, links)}</a:p>`;
}

/** The paragraphs of a cell of a table. */
export function cellText(cell: Cell, size: number, tag: string): string {
  return paragraph({ ...cell, size }, tag, () => '');
}

function runs(one: Paragraph, tag: string, links: (url: string) => string): string {
  return segments(one.text)
    .map(({ code, text }) => {
      const mono = code || one.face === 'mono';
      const face = one.face === 'serif' ? FACES.serif : FACES.sans;
      const fonts = `<a:latin typeface="${mono ? MONO : `${face}-lt`}"/><a:ea typeface="${face}-ea"/>`;
      const link = one.link === undefined ? '' : `<a:hlinkClick r:id="${links(one.link)}"/>`;
      const size = Math.round(one.size * (code ? 0.94 : 1) * 100);
      return `<a:r><a:rPr lang="${tag}" sz="${size}"${one.bold ? ' b="1"' : ''}${mono ? ' noProof="1"' : ''} dirty="0">${fill(one.colour ?? 'ink')}${fonts}${link}</a:rPr><a:t>${xml(text)}</a:t></a:r>`;
    })
    .join('');
}
