import { ELEMENT_NODE, parse, TEXT_NODE, type Node } from 'ultrahtml';

/** One hit that a search can give: a section of a page under its own address, or the beginning of the page. */
export interface SearchRecord {
  /** The id of the section; the beginning of a page has none. */
  readonly anchor: string | null;
  readonly heading: string;
  readonly text: string;
}

/** What a page offers to a search. */
export interface SearchPage {
  readonly title: string;
  readonly records: readonly SearchRecord[];
}

/** What is no prose: drawings, navigation, and what the panels repeat from the pages of the paths. */
const LEFT_OUT = new Set(['svg', 'script', 'style', 'nav', 'aside', 'button', 'form', 'picture', 'template', 'figure']);
const LEFT_OUT_CLASSES = [
  'crumbs',
  'sources',
  'step-sources',
  'decides',
  'visually-hidden',
  'paths-table',
  'chip',
  'severity',
  'permalink',
];
/** Certificates as they are drawn, and the titles of sources: neither is prose of the site. */
const LEFT_OUT_SECTIONS = ['hops', 'sources'];
const BLOCKS = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'pre', 'div', 'section', 'article', 'summary', 'br']);
const HOLDERS = new Set(['section', 'article', 'tr', 'li', 'dt', 'details']);
const HEADINGS = /^(h[1-6]|summary|caption)$/;

interface Draft {
  readonly anchor: string | null;
  heading: string;
  text: string;
}

/** Takes a built page apart into its sections; nothing where it is not meant to be found. */
export function recordsOf(html: string): SearchPage | null {
  const nodes = descendants(parse(html) as Node);
  const main = nodes.find(({ name }) => name === 'main');
  if (main === undefined || nodes.some(isNoindex)) return null;
  const drafts: Draft[] = [{ anchor: null, heading: '', text: '' }];
  collect(main, drafts, 0);
  const [first, ...others] = drafts.map(tidy);
  const title = first?.heading ?? '';
  const beginning = { anchor: null, heading: title, text: `${descriptionOf(nodes)} ${first?.text ?? ''}`.trim() };
  return { title, records: [beginning, ...others.filter(({ text }) => text !== '')] };
}

type Element = Extract<Node, { attributes: Record<string, string>; name: string }>;

function descendants(node: Node): Element[] {
  const here = isElement(node) ? [node] : [];
  return [...here, ...childrenOf(node).flatMap(descendants)];
}

function isElement(node: Node): node is Element {
  return node.type === ELEMENT_NODE;
}

function childrenOf(node: Node): readonly Node[] {
  return 'children' in node ? (node.children as readonly Node[]) : [];
}

function isNoindex({ name, attributes }: Element): boolean {
  return name === 'meta' && attributes['name'] === 'robots' && (attributes['content'] ?? '').includes('noindex');
}

function descriptionOf(nodes: readonly Element[]): string {
  const meta = nodes.find(({ name, attributes }) => name === 'meta' && attributes['name'] === 'description');
  return decoded(meta?.attributes['content'] ?? '');
}

/** Adds the text below a node to the draft that is open, and opens one for each section with an id. */
function collect(node: Node, drafts: Draft[], current: number): void {
  for (const child of childrenOf(node)) {
    if (child.type === TEXT_NODE) {
      add(drafts, current, decoded(child.value));
      continue;
    }
    if (!isElement(child) || isLeftOut(child)) continue;
    const draft = drafts[current];
    if (HEADINGS.test(child.name) && draft?.heading === '') {
      draft.heading = plain(textOf(child));
      continue;
    }
    const id = HOLDERS.has(child.name) ? child.attributes['id'] : undefined;
    if (BLOCKS.has(child.name)) add(drafts, current, ' ');
    if (id === undefined) collect(child, drafts, current);
    else collect(child, drafts, drafts.push({ anchor: id, heading: '', text: '' }) - 1);
    if (BLOCKS.has(child.name) || isLine(child)) add(drafts, current, ' ');
  }
}

function isLeftOut({ name, attributes }: Element): boolean {
  const classes = (attributes['class'] ?? '').split(/\s+/);
  const apart = ['hidden', 'data-panels', 'data-map', 'data-search'].some((attribute) => attribute in attributes);
  return (
    LEFT_OUT.has(name) ||
    apart ||
    LEFT_OUT_SECTIONS.includes(attributes['id'] ?? '') ||
    LEFT_OUT_CLASSES.some((one) => classes.includes(one))
  );
}

/** A line of a snippet; the next one must not be glued to it. */
function isLine({ attributes }: Element): boolean {
  return attributes['class'] === 'line';
}

function add(drafts: readonly Draft[], current: number, text: string): void {
  const draft = drafts[current];
  if (draft !== undefined) draft.text += text;
}

/** A row of a table has no heading; its first words are its name. */
function tidy({ anchor, heading, text }: Draft): SearchRecord {
  const said = plain(text);
  return { anchor, heading: heading === '' && anchor !== null ? said.slice(0, 60) : heading, text: said };
}

function textOf(node: Node): string {
  if (node.type === TEXT_NODE) return decoded(node.value);
  return childrenOf(node)
    .filter((child) => !isElement(child) || !isLeftOut(child))
    .map(textOf)
    .join('');
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return ENTITIES[name ?? ''] ?? whole;
  });
}
