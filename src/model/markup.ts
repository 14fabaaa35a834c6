/** An element of MDX as a writer typed it. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A section of a page: its words, and the English words that a translation renders. */
export interface Section {
  readonly id: string;
  /** Empty where it has the heading that all pages share. */
  readonly title: string;
  /** The fingerprint of the English section when this one was last brought up to date. */
  readonly of: string | undefined;
  readonly text: string;
}

const ATTRIBUTES = String.raw`((?:\s+[\w-]+="[^"]*")*)\s*`;
const SECTION = new RegExp(String.raw`<Section${ATTRIBUTES}>([\s\S]*?)</Section>`, 'g');
const TAG = new RegExp(String.raw`<([A-Z]\w*)${ATTRIBUTES}/?>`, 'g');
const COMMENT = /\{\/\*[\s\S]*?\*\/\}|<!--[\s\S]*?-->/g;
const SPAN = /(`+)([\s\S]*?[^`])\1(?!`)/g;

/** The sections of a page in their order; comments are no part of them. */
export function sectionsOf(body: string): Section[] {
  return [...withoutComments(body).matchAll(SECTION)].map(([, typed = '', text = '']) => {
    const { id = '', title = '', of } = attributesOf(typed);
    return { id, title, of, text };
  });
}

/** The elements in a text, those of its code left out. */
export function tagsOf(text: string): Tag[] {
  return [...outsideCode(text).matchAll(TAG)].map(([, name = '', typed = '']) => ({
    name,
    attributes: attributesOf(typed),
  }));
}

/** A text with each of its elements replaced. */
export function replaceTags(text: string, by: (tag: Tag) => string): string {
  return text.replace(TAG, (_, name: string, typed: string) => by({ name, attributes: attributesOf(typed) }));
}

/** A text with each span of code replaced. */
export function replaceCode(text: string, by: (code: string) => string): string {
  return text.replace(SPAN, (_, _ticks, code: string) => by(code.trim().replace(/\s+/g, ' ')));
}

export function withoutComments(text: string): string {
  return text.replace(COMMENT, '');
}

/** A stamp in the tag of a section, put in or renewed; everything else stays as it was typed. */
export function stamped(body: string, id: string, of: string): string {
  return body.replace(SECTION, (whole: string, typed: string) => {
    if (attributesOf(typed)['id'] !== id) return whole;
    const kept = typed.replace(/\s+of="[^"]*"/, '').trim();
    return whole.replace(typed, () => ` ${kept} of="${of}"`);
  });
}

function attributesOf(typed: string): Record<string, string> {
  return Object.fromEntries(
    [...typed.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function outsideCode(text: string): string {
  return replaceCode(withoutComments(text), () => ' ');
}
