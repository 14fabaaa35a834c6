import { replaceCode, replaceTags, withoutComments } from './markup.ts';

/** What a text takes over from the facts letter by letter. */
export interface Literal {
  readonly kind:
    'code' | 'flag' | 'cve' | 'kep' | 'address' | 'version' | 'number' | 'name' | 'fact' | 'snippet' | 'link';
  readonly text: string;
}

/** What looks like a literal outside code, in the order in which it is looked for. */
const PLAIN: readonly (readonly [Literal['kind'] | 'none', RegExp])[] = [
  ['none', /\{\{[^}]*\}\}/g],
  ['cve', /\bCVE-\d{4}-\d+/g],
  ['kep', /\bKEP-\d+/g],
  ['none', /\b\d{4}-\d{2}-\d{2}\b/g],
  ['address', /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d+|:\d+)?(?!\d|\.\d)/g],
  ['none', /(?<![\d.])\d+(?:[.,]\d+)?\s?%/g],
  ['version', /(?<![\d.\p{Script=Latin}]|\p{Script=Latin}-)v?\d+(?:\.\d+)+(?![\d\p{Script=Latin}])/gu],
  ['flag', /(?<![\w-])--[a-z][\w-]*/g],
  ['number', /(?<![\d.,\p{Script=Latin}#]|\p{Script=Latin}-)\d{3,}(?![\d\p{Script=Latin}]|[.,]\d)/gu],
  // A short number is one where it is called a port.
  ['number', /(?<=\b(?:ports?|puertos?|portas?|porte) |端口 )\d{1,2}(?!\d|\.\d|%)/giu],
  ['number', /(?<![\d.,\p{Script=Latin}#-])\d{2}(?= 端口)/gu],
];

/**
 * The literals of a text: all code, and outside it what has a number or a shape of its own.
 * @param names known names with digits in them, such as `TLS 1.2`, which are no versions
 */
export function literalsIn(text: string, names: readonly string[] = []): Literal[] {
  const found: Literal[] = [];
  const take = (kind: Literal['kind'], said: string): string => {
    found.push({ kind, text: said });
    return ' ';
  };
  let left = replaceCode(withoutComments(text), (code) => take('code', code));
  left = replaceTags(left, ({ name, attributes }) => {
    const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
    return take(name === 'Snippet' ? 'snippet' : 'fact', `<${name}${said.join('')} />`);
  });
  left = left.replace(/\]\(([^)]*)\)/g, (_, target: string) => `]${take('link', target)}`);
  for (const name of names) if (left.includes(name)) left = left.replaceAll(name, (said) => take('name', said));
  for (const [kind, pattern] of PLAIN)
    left = left.replace(pattern, (said) => (kind === 'none' ? ' ' : take(kind, said.replace(/^v(?=\d)/, ''))));
  return found;
}
