/** An element of a parsed document; text stands among its children. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

const TAG = /<([A-Za-z][\w:-]*)((?:\s+[\w:-]+=(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:-]+)=(?:"([^"]*)"|'([^']*)')/g;
const CLOSE = /<\/([A-Za-z][\w:-]*)\s*>/y;
const TEXT = /[^<]+/y;

/** Reads one element as XML does, and throws where XML would; of entities only those that XML itself knows. */
export function parse(xml: string): Element {
  let at = 0;
  const root = element();
  if (at !== xml.length) throw new Error(`more than one root: ${xml.slice(at, at + 60)}`);
  return root;

  function element(): Element {
    const [, name = '', said = '', empty] = take(TAG) ?? fail('no element');
    const attributes: Record<string, string> = {};
    for (const [, key = '', double, single] of said.matchAll(ATTRIBUTE)) {
      if (key in attributes) fail(`${name} has two attributes ${key}`);
      attributes[key] = decoded(double ?? single ?? '');
    }
    return { name, attributes, children: empty === '/' ? [] : childrenOf(name) };
  }

  function childrenOf(name: string): (Element | string)[] {
    const children: (Element | string)[] = [];
    for (;;) {
      const closed = take(CLOSE);
      if (closed && closed[1] !== name) fail(`${closed[1] ?? ''} closes ${name}`);
      if (closed) return children;
      const text = take(TEXT);
      children.push(text ? decoded(text[0]) : element());
    }
  }

  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const match = pattern.exec(xml);
    if (match) at = pattern.lastIndex;
    return match;
  }

  function fail(why: string): never {
    throw new Error(`${why}, at: ${xml.slice(at, at + 60)}`);
  }

  function decoded(text: string): string {
    return text.replace(/&(?:#(\d+)|(amp|lt|gt|quot|apos));|&/g, (entity, code?: string, name?: string) => {
      if (code !== undefined) return String.fromCodePoint(Number(code));
      return name === undefined
        ? fail(`a bare ${entity}`)
        : ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name] ?? '');
    });
  }
}

/** Every element of a tree that has an attribute, in document order. */
export function having(root: Element, attribute: string): Element[] {
  const own = attribute in root.attributes ? [root] : [];
  return [...own, ...elements(root).flatMap((child) => having(child, attribute))];
}

/** The elements directly inside another. */
export function elements({ children }: Element): Element[] {
  return children.filter((child) => typeof child !== 'string');
}

/** All text inside an element. */
export function textOf({ children }: Element): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
