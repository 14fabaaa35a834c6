import { cellText, fill, paragraph } from './pptx-text.ts';
import {
  EMPTY_GROUP,
  emu,
  KEEP,
  layoutPart,
  master,
  notesMaster,
  notesPart,
  part,
  relations,
  theme,
  type Relation,
} from './pptx-parts.ts';
import {
  HEIGHT,
  WIDTH,
  type Bar,
  type Box,
  type Deck,
  type Picture,
  type Slide,
  type Table,
  type TextBox,
} from './slides.ts';
import { XML_HEAD, xml } from './xml.ts';
import { zip } from './zip.ts';

const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml';
/** The picture element holds the PNG; programs that know this extension draw the SVG instead. */
const SVG = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}';

/** A deck as the bytes of a .pptx file; the same deck gives the same bytes. */
export function pptx(deck: Deck): Uint8Array {
  const media = new Media();
  const slides = deck.slides.map((slide) => slidePart(slide, deck.tag, media));
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(slides.length),
    '_rels/.rels': relations([
      { id: 'rId1', kind: 'officeDocument', target: 'ppt/presentation.xml' },
      {
        id: 'rId2',
        kind: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        target: 'docProps/core.xml',
      },
    ]),
    'docProps/core.xml': core(deck),
    'ppt/presentation.xml': presentation(slides.length),
    'ppt/_rels/presentation.xml.rels': relations([
      { id: 'rId1', kind: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
      { id: 'rId2', kind: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
      { id: 'rId3', kind: 'theme', target: 'theme/theme1.xml' },
      ...slides.map((_, index) => ({
        id: `rId${index + 10}`,
        kind: 'slide',
        target: `slides/slide${index + 1}.xml`,
      })),
    ]),
    'ppt/theme/theme1.xml': theme('Kubepaths'),
    'ppt/theme/theme2.xml': theme('Kubepaths notes'),
    'ppt/slideMasters/slideMaster1.xml': master(),
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations([
      { id: 'rId1', kind: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
      { id: 'rId2', kind: 'slideLayout', target: '../slideLayouts/slideLayout2.xml' },
      { id: 'rId3', kind: 'theme', target: '../theme/theme1.xml' },
    ]),
    'ppt/slideLayouts/slideLayout1.xml': layoutPart('cover'),
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': toMaster(),
    'ppt/slideLayouts/slideLayout2.xml': layoutPart('content'),
    'ppt/slideLayouts/_rels/slideLayout2.xml.rels': toMaster(),
    'ppt/notesMasters/notesMaster1.xml': notesMaster(),
    'ppt/notesMasters/_rels/notesMaster1.xml.rels': relations([
      { id: 'rId1', kind: 'theme', target: '../theme/theme2.xml' },
    ]),
  };
  slides.forEach(({ content, related }, index) => {
    const number = index + 1;
    const slide = deck.slides[index];
    files[`ppt/slides/slide${number}.xml`] = content;
    files[`ppt/slides/_rels/slide${number}.xml.rels`] = relations([
      {
        id: 'rId1',
        kind: 'slideLayout',
        target: `../slideLayouts/slideLayout${slide?.layout === 'cover' ? 1 : 2}.xml`,
      },
      { id: 'rId2', kind: 'notesSlide', target: `../notesSlides/notesSlide${number}.xml` },
      ...related,
    ]);
    files[`ppt/notesSlides/notesSlide${number}.xml`] = notesOf(slide?.notes ?? [], deck.tag);
    files[`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`] = relations([
      { id: 'rId1', kind: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
      { id: 'rId2', kind: 'slide', target: `../slides/slide${number}.xml` },
    ]);
  });
  return zip({ ...files, ...media.files });
}

/** The pictures of a deck, each stored once. */
class Media {
  readonly files: Record<string, string | Uint8Array> = {};
  readonly #known = new Map<string, number>();

  /** The number under which a drawing and its picture are stored. */
  add({ svg, png }: Picture): number {
    const number = this.#known.get(svg) ?? this.#known.size + 1;
    this.#known.set(svg, number);
    this.files[`ppt/media/image${number}.svg`] = svg;
    this.files[`ppt/media/image${number}.png`] = png;
    return number;
  }
}

function slidePart(slide: Slide, tag: string, media: Media): { content: string; related: Relation[] } {
  const related: Relation[] = [];
  const relate = (kind: string, target: string, external = false): string => {
    const found = related.find((one) => one.target === target);
    if (found) return found.id;
    const id = `rId${related.length + 3}`;
    related.push({ id, kind, target, external });
    return id;
  };
  const link = (url: string): string => relate('hyperlink', xml(url), true);
  const title = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>${titleRuns(slide.title, tag)}</a:p></p:txBody></p:sp>`;
  const shapes = slide.boxes.map((box, index) => shape(box, index + 3, tag, link, relate, media)).join('');
  return {
    content: part('sld', `<p:cSld><p:spTree>${EMPTY_GROUP}${title}${shapes}</p:spTree></p:cSld>${KEEP}`),
    related,
  };
}

function titleRuns(title: string, tag: string): string {
  return `<a:r><a:rPr lang="${tag}" dirty="0"/><a:t>${xml(title.replaceAll('`', ''))}</a:t></a:r>`;
}

function shape(
  box: Box,
  id: number,
  tag: string,
  link: (url: string) => string,
  relate: (kind: string, target: string) => string,
  media: Media,
): string {
  switch (box.kind) {
    case 'text':
      return textShape(box, id, tag, link);
    case 'bar':
      return barShape(box, id);
    case 'table':
      return tableShape(box, id, tag);
    case 'picture': {
      const number = media.add(box);
      const png = relate('image', `../media/image${number}.png`);
      const svg = relate('image', `../media/image${number}.svg`);
      return pictureShape(box, id, png, svg);
    }
  }
}

function place({ x, y, w, h }: Box, tagName = 'a:xfrm'): string {
  return `<${tagName}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></${tagName}>`;
}

function textShape(box: TextBox, id: number, tag: string, link: (url: string) => string): string {
  const inset = box.fill === undefined && box.line === undefined ? 0 : 137_160;
  const paint = box.fill === undefined ? '<a:noFill/>' : fill(box.fill);
  const line = box.line === undefined ? '<a:ln><a:noFill/></a:ln>' : `<a:ln w="12700">${fill(box.line)}</a:ln>`;
  const text = box.paragraphs.map((one) => paragraph(one, tag, link)).join('');
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Text ${id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${paint}${line}</p:spPr><p:txBody><a:bodyPr wrap="square" lIns="${inset}" rIns="${inset}" tIns="${inset / 2}" bIns="${inset / 2}" anchor="${box.middle === true ? 'ctr' : 't'}"><a:normAutofit/></a:bodyPr><a:lstStyle/>${text}</p:txBody></p:sp>`;
}

function barShape(box: Bar, id: number): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Rule ${id}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill(box.fill)}<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody></p:sp>`;
}

function pictureShape(box: Picture, id: number, png: string, svg: string): string {
  const extension = `<a:extLst><a:ext uri="${SVG}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${svg}"/></a:ext></a:extLst>`;
  return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Diagram ${id}" descr="${xml(box.alt)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${png}">${extension}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

function tableShape(table: Table, id: number, tag: string): string {
  const all = table.columns.reduce((sum, share) => sum + share, 0);
  const grid = table.columns.map((share) => `<a:gridCol w="${emu((table.w * share) / all)}"/>`).join('');
  const border = (side: string, colour: 'ink' | 'rule' | null, width = 9525): string =>
    colour === null
      ? `<a:${side} w="0"><a:noFill/></a:${side}>`
      : `<a:${side} w="${width}" cap="flat" cmpd="sng" algn="ctr">${fill(colour)}<a:prstDash val="solid"/></a:${side}>`;
  const row = (cells: readonly { body: string; paint: string }[], head: boolean): string => {
    const content = cells
      .map(
        ({ body, paint }) =>
          `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${body}</a:txBody><a:tcPr marL="91440" marR="91440" marT="54864" marB="54864" anchor="${head ? 'b' : 'ctr'}">${border('lnL', null)}${border('lnR', null)}${border('lnT', null)}${border('lnB', head ? 'ink' : 'rule', head ? 15_875 : 9525)}${paint}</a:tcPr></a:tc>`,
      )
      .join('');
    return `<a:tr h="${emu(0.32)}">${content}</a:tr>`;
  };
  const head = row(
    table.head.map((text) => ({
      body: paragraph({ text, size: table.size * 0.86, colour: 'ink-2', face: 'serif' }, tag, () => ''),
      paint: '<a:noFill/>',
    })),
    true,
  );
  const rows = table.rows.map((cells) =>
    row(
      cells.map((cell) => ({
        body: cellText(cell, table.size, tag),
        paint: cell.fill === undefined ? '<a:noFill/>' : fill(cell.fill),
      })),
      false,
    ),
  );
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Table ${id}" descr="${xml(table.alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${place(table, 'p:xfrm')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${head}${rows.join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}

function notesOf(notes: readonly string[], tag: string): string {
  const paragraphs = notes.map(
    (text) => `<a:p><a:r><a:rPr lang="${tag}" dirty="0"/><a:t>${xml(text.replaceAll('`', ''))}</a:t></a:r></a:p>`,
  );
  return notesPart(paragraphs.join('') || `<a:p><a:endParaRPr lang="${tag}"/></a:p>`);
}

function presentation(count: number): string {
  const ids = Array.from({ length: count }, (_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 10}"/>`);
  return part(
    'presentation',
    `<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="${emu(WIDTH)}" cy="${emu(HEIGHT)}"/><p:notesSz cx="6858000" cy="9144000"/>`,
    ' saveSubsetFonts="1"',
  );
}

function toMaster(): string {
  return relations([{ id: 'rId1', kind: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }]);
}

function contentTypes(count: number): string {
  const override = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const numbered = Array.from({ length: count }, (_, index) => index + 1);
  return `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/>${[
    override('ppt/presentation.xml', `${PRESENTATION}.presentation.main+xml`),
    override('ppt/slideMasters/slideMaster1.xml', `${PRESENTATION}.slideMaster+xml`),
    override('ppt/slideLayouts/slideLayout1.xml', `${PRESENTATION}.slideLayout+xml`),
    override('ppt/slideLayouts/slideLayout2.xml', `${PRESENTATION}.slideLayout+xml`),
    override('ppt/notesMasters/notesMaster1.xml', `${PRESENTATION}.notesMaster+xml`),
    override('ppt/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'),
    override('ppt/theme/theme2.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...numbered.map((number) => override(`ppt/slides/slide${number}.xml`, `${PRESENTATION}.slide+xml`)),
    ...numbered.map((number) => override(`ppt/notesSlides/notesSlide${number}.xml`, `${PRESENTATION}.notesSlide+xml`)),
  ].join('')}</Types>`;
}

function core({ title, tag }: Deck): string {
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>Kubepaths</dc:creator><dc:language>${tag}</dc:language></cp:coreProperties>`;
}
