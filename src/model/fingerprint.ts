import { replaceCode, replaceTags, withoutComments } from './markup.ts';

const MARK = '\uE000';

/**
 * What a text says, without how it is set: emphasis, code font, lists, tables, line breaks, targets of links, comments
 * and the shape of quotation marks do not count; words, literals and the facts that it asks for do.
 */
export function normalise(text: string): string {
  const kept: string[] = [];
  // What must not be touched waits behind a mark that no text has.
  const keep = (said: string): string => `${MARK}${String(kept.push(said) - 1)}${MARK}`;
  const facts = replaceTags(replaceCode(withoutComments(text), keep), ({ name, attributes }) => {
    const said = Object.entries(attributes).map(([key, value]) => `${key}=${value}`);
    return keep(`<${name} ${said.sort().join(' ')}>`);
  });
  const plain = facts
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/^\s*\|?[\s:|-]*-{3,}[\s:|-]*$/gm, ' ')
    .replace(/^\s*(?:[-*+]|\d+[.)]|#{1,6}|>)\s+/gm, ' ')
    .replace(/\\([*_[\]|`])/g, '$1')
    .replace(/\|/g, ' ')
    .replace(/[*~[\]]/g, '')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(new RegExp(`${MARK}(\\d+)${MARK}`, 'g'), (_, index: string) => kept[Number(index)] ?? '');
  return plain.replace(/\s+/g, ' ').trim();
}

/** Eight digits that stand for what a text says; equal texts have equal ones. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of normalise(text)) {
    hash ^= unit.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  // The last bits of a short sum are too alike; this spreads them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
