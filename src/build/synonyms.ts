/** The terms of one language by the id of their concept: the form that the site uses, and what else people say. */
export type Terms = Readonly<
  Record<string, { readonly term: string | readonly string[]; readonly also?: readonly string[] }>
>;

/** Makes a function that gives the other names of every concept that a text mentions, so that it is found under those too. */
export function otherNames(terms: Terms): (text: string) => string[] {
  const concepts = Object.values(terms).flatMap(({ term, also = [] }) =>
    also.length === 0 ? [] : [{ mentioned: mention([term].flat()), also }],
  );
  return (text) => [...new Set(concepts.flatMap(({ mentioned, also }) => (mentioned.test(text) ? also : [])))];
}

/**
 * Han text with its words apart. Pagefind cuts the text of a page itself, but not what is only to be found; a browser
 * cuts the question the same way.
 *
 * @example wordsApart('控制平面', 'zh-Hans') → '控制 平面'
 */
export function wordsApart(text: string, tag: string): string {
  if (!HAN.test(text)) return text;
  const segments = [...new Intl.Segmenter(tag, { granularity: 'word' }).segment(text)];
  return segments.map(({ segment }) => segment).join(' ');
}

/**
 * What remains of each long flag or field when its first parts are left out, since people remember the end as well.
 *
 * @example endings('--kubelet-certificate-authority') → ['certificateauthority']
 */
export function endings(text: string): string[] {
  const names = text.match(/[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*/g) ?? [];
  const found = names.flatMap((name) => {
    const parts = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
    return parts.slice(1, -1).map((_, index) =>
      parts
        .slice(index + 1)
        .join('')
        .toLowerCase(),
    );
  });
  return [...new Set(found)];
}

const HAN = /\p{Script=Han}/u;

/** What finds a form as words of its own; an ending such as a plural may follow. Han has no word boundary. */
function mention(forms: readonly string[]): RegExp {
  const sources = forms.map((form) => {
    const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return HAN.test(form) ? escaped : `(?<![\\p{L}\\p{N}])${escaped}`;
  });
  return new RegExp(sources.join('|'), 'iu');
}
