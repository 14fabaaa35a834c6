/** Something that can be embedded: the map, a path, a tour or the quiz, by the last part of its address. */
export interface Embeddable {
  readonly id: string;
  readonly title: string;
  /** The scenarios in which it has a picture of its own, besides the opening one. */
  readonly pictures: readonly string[];
}

/** What a snippet is filled with, as addresses and texts. */
export interface Slots {
  /** The page for the frame, with its state. */
  readonly frame: string;
  /** The same page without a state. */
  readonly view: string;
  readonly page: string;
  readonly picture: string;
  readonly png: string;
  readonly script: string;
  readonly oembed: string;
  /** Everything in one file; empty where there is none. */
  readonly file: string;
  readonly title: string;
  /** The attributes of the element. */
  readonly attributes: string;
}

/** What a full page understands, in the order in which addresses have it. */
const STATE = ['release', 'scenario', 'set', 'from', 'theme'];

const LOOK = ['step', 'theme', 'controls', 'keys', 'languages'];

/** The options that mean something to a view. */
const OPTIONS = {
  map: ['release', 'scenario', 'set', 'from', ...LOOK],
  tour: ['theme', 'keys', 'languages'],
  quiz: ['theme', 'languages'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** @example optionsFor('quiz') → ['theme', 'languages'] */
export function optionsFor(view: string): readonly string[] {
  return OPTIONS[view === 'quiz' ? 'quiz' : view.startsWith('tour-') ? 'tour' : 'map'];
}

/**
 * The addresses and texts of a choice.
 * @param base the address of the site, ending in a slash
 * @param option what was chosen for a parameter, as the grammar of addresses has it; empty where nothing was
 */
export function slotsOf(
  base: string,
  lang: string,
  { id, title, pictures }: Embeddable,
  option: (name: string) => string = () => '',
): Slots {
  const said = optionsFor(id).flatMap((name) => {
    const value = option(name);
    return value === '' ? [] : [{ name, value }];
  });
  const query = (names?: readonly string[]): string => {
    const parts = said.filter(({ name }) => names?.includes(name) ?? true);
    return parts.map(({ name, value }, index) => `${index === 0 ? '?' : '&'}${name}=${encode(value)}`).join('');
  };
  const view = `${base}embed/v1/${lang}/${id}`;
  const picture = `${base}diagrams/${lang}/${pictureOf(id, pictures, (name) => said.find((one) => one.name === name)?.value)}`;
  const tour = /^tour-(.*)/.exec(id)?.[1];
  const own = tour !== undefined ? `tour="${tour}"` : id === 'map' ? '' : id === 'quiz' ? 'quiz' : `path="${id}"`;
  const page = tour !== undefined ? `tours/${tour}/` : id === 'map' ? '' : id === 'quiz' ? 'quiz/' : `paths/${id}/`;
  return {
    frame: `${view}/${query()}`,
    view: `${view}/`,
    page: `${base}${lang}/${page}${query(STATE)}`,
    picture: `${picture}.svg`,
    png: `${picture}.png`,
    script: `${base}embed.js`,
    oembed: `${base}oembed/v1/${lang}/${id}.json`,
    file: tour === undefined && id !== 'quiz' ? `${view}.html` : '',
    title,
    attributes: [own, `lang="${lang}"`, ...said.map(({ name, value }) => `${name}="${encode(value)}"`)]
      .map((one) => (one === '' ? '' : ` ${one}`))
      .join(''),
  };
}

/** The picture that comes nearest: a path has its own in the scenarios that change it, the quiz has none and borrows that of the map. */
function pictureOf(id: string, pictures: readonly string[], option: (name: string) => string | undefined): string {
  const scenario = option('scenario') ?? '';
  const drawn = pictures.includes(scenario) ? `.${scenario}` : '';
  const dark = option('theme') === 'dark' ? '.dark' : '';
  if (id === 'quiz') return `map${dark}`;
  if (id.startsWith('tour-')) return `tours/${id.slice('tour-'.length)}-1${dark}`;
  return `${id}${drawn}${drawn === '' || id === 'map' ? dark : ''}`;
}

/** Separators of the grammar stay as they are; nothing stays that could end an attribute or an address. */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll(/%(2C|3A|2B|2F|25)/g, decodeURIComponent);
}

/**
 * A snippet with its slots filled.
 *
 * @example fill('<a href="{page}">', slots) → '<a href="https://…">'
 */
export function fill(template: string, slots: Slots): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    name in slots ? slots[name as keyof Slots] : whole,
  );
}

/** The ways in that every page can take, whatever made it. */
export const WAYS = {
  iframe: [
    '<iframe',
    '  src="{frame}"',
    '  title="{title}"',
    '  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"',
    '  loading="lazy" width="100%" height="900"',
    '></iframe>',
  ].join('\n'),
  element: [
    '<script async src="{script}"></script>',
    '',
    '<kube-path{attributes}>',
    '  <a href="{page}">{title}</a>',
    '</kube-path>',
  ].join('\n'),
  markdown: '[![{title}]({picture})]({page})',
  oembed: '{oembed}',
  file: '{file}',
} as const;

export type Way = keyof typeof WAYS;
