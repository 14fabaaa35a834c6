import type { Desk } from './desk.ts';
import { FRONT_MATTER, type Freshness } from './freshness.ts';
import { Known } from './known.ts';
import { literalsIn, type Literal } from './literals.ts';
import { tagsOf, type Tag } from './markup.ts';
import type { Passage, Passages } from './passages.ts';
import type { Model } from './types.ts';
import { defaultOf, portIds, portOf } from './values.ts';

/** Where the facts stand that prose may name. */
const FACTS = [
  'changes.yaml',
  'channels.yaml',
  'components.yaml',
  'literals.yaml',
  'ports.yaml',
  'releases.yaml',
  'scenarios/',
  'settings/',
  'sources.yaml',
  'tunnels.yaml',
  'weaknesses/',
];

/** Notes what prose says against the facts: literals that no fact knows, facts typed by hand, languages that differ. */
export function checkProse(desk: Desk, model: Model, passages: Passages, freshness: readonly Freshness[]): void {
  checkPorts(desk, model);
  const known = new Known(desk, model);
  const all = [...passages.values()].map((said) => said.map((passage) => read(passage, known)));
  // A slip in one fact file is one problem, not one for every text that names what stands in it.
  if (FACTS.every((home) => desk.isWhole(home)))
    for (const one of all.flat()) {
      checkKnown(desk, model, known, one);
      if (one.passage.kind === 'prose')
        for (const tag of tagsOf(one.passage.text)) checkTag(desk, model, one.passage, tag);
    }
  checkLanguages(desk, all, freshness);
}

interface Reading {
  readonly passage: Passage;
  readonly literals: readonly Literal[];
}

function read(passage: Passage, { names }: Known): Reading {
  return { passage, literals: literalsIn(passage.text, names) };
}

function checkKnown(desk: Desk, model: Model, known: Known, { passage, literals }: Reading): void {
  const { file, at, kind } = passage;
  for (const literal of distinct(literals))
    if (kind === 'prose' && literal.kind === 'number' && known.ports.has(literal.text))
      desk.note(file, at, 'TYPED_FACT', `${literal.text} is typed by hand. Write ${remedy(model, literal.text)}`);
    else if (!known.has(literal))
      desk.note(
        file,
        at,
        'UNKNOWN_LITERAL',
        `no fact knows "${literal.text}".${known.guess(literal)} What is true is added to the facts or to literals.yaml.`,
      );
}

/** Notes a port that two registers state differently. */
function checkPorts(desk: Desk, model: Model): void {
  for (const [id, { port }] of Object.entries(model.ports)) {
    const own = model.components[id]?.port;
    if (own !== undefined && own !== port)
      desk.note('ports.yaml', id, 'DUPLICATE_ID', `components.yaml says ${own}. Keep one of them.`);
  }
}

/** How a port is written so that it cannot drift. */
function remedy(model: Model, port: string): string {
  const ids = portIds(model).filter((id) => {
    const found = portOf(model, id, id in model.settings ? 'flags' : undefined);
    return 'value' in found && found.value === port;
  });
  const shown = ids.map((id) => `<Port of="${id}"${id in model.settings ? ' origin="flags"' : ''} />`);
  return shown.length === 0
    ? '<Port of="…" />, with its id from components.yaml or ports.yaml.'
    : `${shown.join(' or ')}.`;
}

const ELEMENTS = ['Section', 'Snippet', 'Port', 'Default', 'Verdict'];

/** Notes an element that asks for a fact which does not exist. */
function checkTag(desk: Desk, model: Model, { file, at }: Passage, { name, attributes }: Tag): void {
  const { of = '', origin, is = '', file: snippet = '' } = attributes;
  const note = (message: string): void => {
    desk.note(file, at, 'UNKNOWN_ID', `<${name}>: ${message}`);
  };
  const asked = name === 'Port' ? portOf(model, of, origin) : name === 'Default' ? defaultOf(model, of, origin) : null;
  if (asked !== null && 'problem' in asked) note(asked.problem);
  if (name === 'Verdict' && !verdicts(desk).includes(is))
    note(`"${is}" is no verdict. They are ${verdicts(desk).join(', ')}.`);
  if (name === 'Snippet' && !desk.has(file.replace(/[^/]+$/, `snippets/${snippet}`)))
    note(`there is no file "snippets/${snippet}" beside this page.`);
  if (!ELEMENTS.includes(name)) note(`there is no such element. There are ${ELEMENTS.join(', ')}.`);
}

/** The verdicts are those that the interface has words for. */
function verdicts(desk: Desk): string[] {
  const strings = desk.data('interface/en.json');
  const words: unknown = typeof strings === 'object' && strings !== null && 'verdict' in strings ? strings.verdict : {};
  return Object.keys(words as object);
}

/** The same literals in every language; what has not caught up with English yet is left to its notice. */
function checkLanguages(desk: Desk, all: readonly (readonly Reading[])[], freshness: readonly Freshness[]): void {
  const [english = [], ...others] = all;
  const behind = new Set(
    freshness
      .filter(({ of, current }) => of !== undefined && of !== current)
      .map(({ language, page, section }) => `${page}/${language}.mdx ${section}`),
  );
  const originals = new Map(english.map((one) => [one.passage.key, one]));
  for (const own of others.flat()) {
    const { file, at, key, section } = own.passage;
    const original = originals.get(key);
    if (original === undefined || behind.has(`${file} ${section === undefined ? FRONT_MATTER : at}`)) continue;
    for (const literal of lacking(own, original))
      desk.note(file, at, 'LITERALS_DIFFER', `${shown(literal)} is missing: ${original.passage.file} names it.`);
    for (const literal of lacking(original, own))
      desk.note(file, at, 'LITERALS_DIFFER', `${shown(literal)} is added: ${original.passage.file} does not name it.`);
  }
}

function shown({ kind, text }: Literal): string {
  return kind === 'fact' ? text : `"${text}"`;
}

/** The literals of one reading that another does not name, in whatever font. */
function lacking(one: Reading, other: Reading): Literal[] {
  const named = new Set(one.literals.map(({ text }) => text));
  return distinct(other.literals).filter(({ text }) => !named.has(text) && !mentions(one.passage.text, text));
}

/** Whether a text has a literal as a word, or as the beginning of its plural. */
function mentions(text: string, literal: string): boolean {
  const quoted = literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w.-])${quoted}(?!\\w|-\\w|\\.\\w)|(?<![\\w.-])${quoted}e?s\\b`, 'i').test(text);
}

function distinct(literals: readonly Literal[]): Literal[] {
  return [...new Map(literals.map((literal) => [literal.text, literal])).values()];
}
