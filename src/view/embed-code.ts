/** What somebody chose to embed, as the addresses and texts that a snippet is filled with. */
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
  readonly file: string;
  readonly title: string;
  /** The attributes of the element. */
  readonly attributes: string;
}

/**
 * A snippet with its slots filled; inside the quotes of HTML `&` is written as HTML has it.
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
