/** A piece of an excerpt; what was asked for is marked. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** A section that was found. */
export interface Hit {
  readonly url: string;
  readonly heading: string;
  /** The page on which the section stands; empty where the hit is the page itself. */
  readonly page: string;
  readonly excerpt: readonly Piece[];
}

export interface Answer {
  readonly hits: readonly Hit[];
  /** How many sections were found, shown or not. */
  readonly total: number;
}

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

interface Found {
  readonly id: string;
  readonly data: () => Promise<Fragment>;
}

interface Pagefind {
  options(options: object): Promise<void>;
  search(query: string): Promise<{ results: Found[] }>;
}

/** Headings before text; hidden names count, but less than what can be read. */
const RANKING = {
  metaWeights: { title: 6, alias: 6, page: 1.5, parts: 1.5, words: 0.6 },
  pageLength: 0.4,
  termFrequency: 0.8,
};
const EXCERPT = 26;
/** So many sections of one page, then others get their turn. */
const SAME_PAGE = 3;

/** A search over the index of the page's language; Pagefind runs in a worker and is fetched at the first question. */
export function finder(base: string, limit: number): (asked: string) => Promise<Answer> {
  let engine: Promise<Pagefind> | undefined;
  const begin = async (): Promise<Pagefind> => {
    const pagefind = (await import(`${base}pagefind/pagefind.js`)) as Pagefind;
    await pagefind.options({ baseUrl: base, excerptLength: EXCERPT, ranking: RANKING });
    return pagefind;
  };
  return async (asked) => {
    engine ??= begin();
    const pagefind = await engine;
    const found = new Map<string, Found>();
    for (const query of readings(asked))
      if (found.size < limit) for (const one of (await pagefind.search(query)).results) found.set(one.id, one);
    const near = [...found.values()].slice(0, Math.ceil(limit * 1.5));
    const fragments = (await Promise.all(near.map(({ data }) => data()))).filter((one) => answers(one, asked));
    const hits = spread(byPhrase(fragments, asked)).slice(0, limit).map(hit);
    return { hits, total: fragments.length < near.length ? fragments.length : found.size };
  };
}

/** A flag is first looked for as one word, then as its parts. @example readings('--a-b') → ['--a-b', 'a b'] */
function readings(asked: string): string[] {
  return [...new Set([asked, asked.replace(/[-_./:]+/g, ' ').trim()])].filter((query) => query !== '');
}

/** Without case, accents and punctuation, so that spellings can be compared. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function titles({ meta }: Fragment): string {
  return joined([meta['title'], meta['alias']]);
}

function readable({ meta, content }: Fragment): string {
  return joined([meta['title'], meta['alias'], meta['page'], meta['words'], content]);
}

/** Han words stand apart in what is only to be found, and together in what is read. */
function joined(parts: readonly (string | undefined)[]): string {
  return folded(parts.join(' ')).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

/** Whether a section holds the beginning of every longer word; Pagefind shortens a word that it does not know. */
function answers(fragment: Fragment, asked: string): boolean {
  const text = readable(fragment);
  const words = folded(asked)
    .split(' ')
    .filter((word) => word.length > 3 && !/\p{Script=Han}/u.test(word));
  return words.every((word) => {
    const beginning = word.slice(0, Math.max(4, Math.ceil(word.length * 0.6)));
    return text.includes(beginning) || text.replaceAll(' ', '').includes(beginning);
  });
}

/** Sections that say it in these words first: in the heading, then in the text; otherwise in Pagefind's order. */
function byPhrase(fragments: readonly Fragment[], asked: string): Fragment[] {
  const phrase = folded(asked);
  const rank = (fragment: Fragment): number => {
    const title = titles(fragment);
    if (title.includes(phrase)) return 0;
    if (phrase.split(' ').every((word) => title.includes(word))) return 1;
    return readable(fragment).includes(phrase) ? 2 : 3;
  };
  return [...fragments].sort((a, b) => rank(a) - rank(b));
}

/** Moves what one page has too much of behind the hits of other pages. */
function spread(fragments: readonly Fragment[]): Fragment[] {
  const counts = new Map<string, number>();
  const [near, far]: [Fragment[], Fragment[]] = [[], []];
  for (const fragment of fragments) {
    const page = fragment.url.replace(/#.*/, '');
    const count = (counts.get(page) ?? 0) + 1;
    counts.set(page, count);
    (count > SAME_PAGE ? far : near).push(fragment);
  }
  return [...near, ...far];
}

function hit({ url, meta, excerpt }: Fragment): Hit {
  return { url, heading: meta['title'] ?? '', page: meta['page'] ?? '', excerpt: pieces(excerpt) };
}

/** Takes Pagefind's excerpt apart; what it holds is only ever shown as text. A mark on "de" would help nobody. */
function pieces(excerpt: string): Piece[] {
  return excerpt
    .replace(/^[\s\p{Po}\p{Pe}\p{Pf}]+/u, '')
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((part) => part !== '')
    .map((part) => {
      const text = decoded(part.replace(/<\/?mark>/g, ''));
      return { text, marked: part.startsWith('<mark>') && /\p{Script=Han}|\p{N}|[\p{L}\p{N}]{3}/u.test(text) };
    });
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
};

function decoded(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity).replaceAll('&amp;', '&');
}
