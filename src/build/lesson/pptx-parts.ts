import { PALETTE } from '../../diagram/palette.ts';
import { XML_HEAD } from './xml.ts';

/** The parts that every deck has: theme, master, layouts and what binds them. */

const SPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CHINESE = 'Microsoft YaHei';

const hex = (name: keyof typeof PALETTE.light): string => PALETTE.light[name].slice(1);

/** An inch in the unit of the format. @example emu(1) → 914400 */
export function emu(inches: number): number {
  return Math.round(inches * 914_400);
}

export function part(name: string, content: string, attributes = ''): string {
  return `${XML_HEAD}<p:${name} ${SPACES}${attributes}>${content}</p:${name}>`;
}

export interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly external?: boolean;
}

export function relations(list: readonly Relation[]): string {
  const items = list
    .map(
      ({ id, kind, target, external }) =>
        `<Relationship Id="${id}" Type="${kind.includes(':') ? kind : `${OFFICE}/${kind}`}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`,
    )
    .join('');
  return `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`;
}

/** The site's colours and typefaces that an office has too. */
export function theme(name: string): string {
  const colours: readonly (readonly [string, string])[] = [
    ['dk1', hex('ink')],
    ['lt1', hex('paper')],
    ['dk2', hex('shore')],
    ['lt2', hex('land')],
    ['accent1', hex('safe')],
    ['accent2', hex('weak')],
    ['accent3', hex('unsafe')],
    ['accent4', hex('broken')],
    ['accent5', hex('tube-edge')],
    ['accent6', hex('waterline')],
    ['hlink', hex('link')],
    ['folHlink', hex('broken')],
  ];
  const scheme = colours.map(([id, value]) => `<a:${id}><a:srgbClr val="${value}"/></a:${id}>`).join('');
  const font = (id: string, latin: string): string =>
    `<a:${id}><a:latin typeface="${latin}"/><a:ea typeface="${CHINESE}"/><a:cs typeface=""/></a:${id}>`;
  const plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525">${plain}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return `${XML_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements><a:clrScheme name="Kubepaths">${scheme}</a:clrScheme><a:fontScheme name="Kubepaths">${font('majorFont', 'Georgia')}${font('minorFont', 'Arial')}</a:fontScheme><a:fmtScheme name="Kubepaths"><a:fillStyleLst>${plain.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${plain.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}

export const EMPTY_GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
const MAP =
  'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"';
const KEEP = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>';

/** Where the title of a slide stands, by layout. */
export const TITLES = {
  content: { x: 0.6, y: 0.38, w: 12.13, h: 0.85 },
  cover: { x: 0.9, y: 2.1, w: 11.5, h: 1.7 },
} as const;

function background(colour: string): string {
  return `<p:bg><p:bgPr><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`;
}

function titleShape(layout: keyof typeof TITLES, style = ''): string {
  const { x, y, w, h } = TITLES[layout];
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" rIns="0" tIns="0" bIns="0" anchor="${layout === 'cover' ? 'b' : 'ctr'}"><a:normAutofit/></a:bodyPr><a:lstStyle>${style}</a:lstStyle><a:p><a:r><a:rPr lang="en"/><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp>`;
}

function bar(id: number, x: number, y: number, w: number, h: number, colour: string): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Rule"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody></p:sp>`;
}

/** The brand and the slide's number at the foot. */
function foot(): string {
  const text = (id: number, name: string, x: number, w: number, align: string, run: string, holder = ''): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr${holder === '' ? ' txBox="1"' : ''}>${holder === '' ? '' : '<a:spLocks noGrp="1"/>'}</p:cNvSpPr><p:nvPr${holder === '' ? ' userDrawn="1"/>' : `>${holder}</p:nvPr>`}</p:nvSpPr><p:spPr><a:xfrm><a:off x="${emu(x)}" y="${emu(7.08)}"/><a:ext cx="${emu(w)}" cy="${emu(0.26)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" rIns="0" tIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="${align}"/>${run}</a:p></p:txBody></p:sp>`;
  const style = (face: string): string =>
    `sz="1000"><a:solidFill><a:srgbClr val="${hex('ink-2')}"/></a:solidFill><a:latin typeface="${face}"/>`;
  return (
    text(20, 'Brand', 0.6, 6, 'l', `<a:r><a:rPr lang="en" ${style('+mj-lt')}</a:rPr><a:t>Kubepaths</a:t></a:r>`) +
    text(
      21,
      'Number',
      11.73,
      1,
      'r',
      `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en" ${style('+mn-lt')}</a:rPr><a:t>‹#›</a:t></a:fld>`,
    )
  );
}

const level = (name: string, size: number, font: string): string =>
  `<a:${name} marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+${font}-lt"/><a:ea typeface="+${font}-ea"/></a:defRPr></a:${name}>`;

export function master(): string {
  const styles = `<p:txStyles><p:titleStyle>${level('lvl1pPr', 2800, 'mj')}</p:titleStyle><p:bodyStyle>${level('lvl1pPr', 1600, 'mn')}</p:bodyStyle><p:otherStyle>${level('lvl1pPr', 1600, 'mn')}</p:otherStyle></p:txStyles>`;
  return part(
    'sldMaster',
    `<p:cSld>${background('bg1')}<p:spTree>${EMPTY_GROUP}${titleShape('content')}</p:spTree></p:cSld><p:clrMap ${MAP}/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst>${styles}`,
  );
}

export function layoutPart(layout: keyof typeof TITLES): string {
  const white = `<a:lvl1pPr><a:defRPr sz="4400"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:defRPr></a:lvl1pPr>`;
  const body =
    layout === 'cover'
      ? `<p:cSld name="Cover">${background('tx1')}<p:spTree>${EMPTY_GROUP}${titleShape('cover', white)}${bar(9, 0.9, 3.98, 1.4, 0.06, 'accent1')}</p:spTree></p:cSld>`
      : `<p:cSld name="Title and content"><p:spTree>${EMPTY_GROUP}${bar(9, 0.6, 1.26, 12.13, 0.02, 'tx1')}${titleShape('content')}${foot()}</p:spTree></p:cSld>`;
  return part('sldLayout', body + KEEP, ` preserve="1"${layout === 'cover' ? '' : ' type="titleOnly"'}`);
}

export function notesMaster(): string {
  const image =
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="685800"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr></p:sp>';
  const text =
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="3943350"/><a:ext cx="5486400" cy="4629150"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody></p:sp>';
  return part(
    'notesMaster',
    `<p:cSld>${background('bg1')}<p:spTree>${EMPTY_GROUP}${image}${text}</p:spTree></p:cSld><p:clrMap ${MAP}/><p:notesStyle>${level('lvl1pPr', 1100, 'mn')}</p:notesStyle>`,
  );
}

/** The notes of one slide. */
export function notesPart(paragraphs: string): string {
  return part(
    'notes',
    `<p:cSld><p:spTree>${EMPTY_GROUP}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp></p:spTree></p:cSld>${KEEP}`,
  );
}

export { KEEP, SPACES };
