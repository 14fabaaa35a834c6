import type { Desk } from './desk.ts';
import { FRONT_MATTER, type Freshness } from './freshness.ts';
import { Known } from './known.ts';
import { literalsIn, type Literal } from './literals.ts';
import { tagsOf, type Tag } from './markup.ts';
import { textsUnder, type Passage, type Passages } from './passages.ts';
import { checkReserved, reservedOf, type Words } from './reserved.ts';
import { Held, type Slip } from './typed.ts';
import type { Model } from './types.ts';
import { defaultOf, fixedOf, portOf, recordsOf, type Answer } from './values.ts';

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
  const held = new Held(model, known.ports);
  const reserved = reservedOf(desk, [...passages.keys()]);
  const all = [...passages.values()].map((said) => said.map((passage) => read(passage, known)));
  // A slip in one fact file is one problem, not one for every text that names what stands in it.
  if (FACTS.every((home) => desk.isWhole(home)))
    for (const one of all.flat()) {
      const slips = slipsOf(held, reserved.get(one.passage.language), one);
      for (const slip of slips) checkTyped(desk, one.passage, slip);
      checkKnown(desk, known, one, new Set(slips.map(({ literal }) => literal)));
      for (const tag of tagsOf(one.passage.text)) checkTag(desk, model, one.passage, tag);
    }
  checkReserved(desk, passages, reserved);
  checkLanguages(desk, all, freshness);
}

interface Reading {
  readonly passage: Passage;
  readonly literals: readonly Literal[];
}

function read(passage: Passage, { names }: Known): Reading {
  return { passage, literals: literalsIn(passage.text, names) };
}

/** The facts that a section states by hand. Elsewhere there are no elements that could ask for them. */
function slipsOf(held: Held, words: Words | undefined, { passage, literals }: Reading): Slip[] {
  if (passage.kind !== 'prose') return [];
  const typed = held.literals(distinct(literals));
  return words === undefined ? typed : [...typed, ...held.defaults(passage.text, words.default)];
}

function checkTyped(desk: Desk, { file, at }: Passage, { literal, remedy }: Slip): void {
  desk.note(file, at, 'TYPED_FACT', `${literal} is typed by hand. Write ${remedy}`);
}

function checkKnown(desk: Desk, known: Known, { passage, literals }: Reading, typed: ReadonlySet<string>): void {
  const { file, at } = passage;
  for (const literal of distinct(literals))
    if (!typed.has(literal.text) && !known.has(literal))
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

const ELEMENTS = ['Section', 'Snippet', 'Port', 'Default', 'Weakness', 'Fixed', 'Verdict'];

/** Notes an element that asks for a fact which does not exist. */
function checkTag(desk: Desk, model: Model, { file, at, kind }: Passage, { name, attributes }: Tag): void {
  const { is = '', file: snippet = '' } = attributes;
  const note = (message: string): void => {
    desk.note(file, at, 'UNKNOWN_ID', `<${name}>: ${message}`);
  };
  if (kind !== 'prose') {
    note('elements work in the sections of MDX only. Here the fact is typed.');
    return;
  }
  const asked = askedBy(model, name, attributes);
  if (asked !== null && 'problem' in asked) note(asked.problem);
  if (name === 'Verdict' && !verdicts(desk).includes(is))
    note(`"${is}" is no verdict. They are ${verdicts(desk).join(', ')}.`);
  if (name === 'Snippet' && !desk.has(file.replace(/[^/]+$/, `snippets/${snippet}`)))
    note(`there is no file "snippets/${snippet}" beside this page.`);
  if (!ELEMENTS.includes(name)) note(`there is no such element. There are ${ELEMENTS.join(', ')}.`);
}

/** What an element asks the facts for, if it asks for any. */
function askedBy(model: Model, name: string, attributes: Tag['attributes']): Answer<unknown> | null {
  const { of = '', origin, cve } = attributes;
  switch (name) {
    case 'Port':
      return portOf(model, of, origin);
    case 'Default':
      return defaultOf(model, of, attributes);
    case 'Weakness':
      return recordsOf(model, of, cve);
    case 'Fixed':
      return fixedOf(model, of, cve);
    default:
      return null;
  }
}

/** The verdicts are those that the interface has words for. */
function verdicts(desk: Desk): string[] {
  return Object.keys(textsUnder(desk.data('interface/en.json'), 'verdict'));
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
