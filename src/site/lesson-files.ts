import { escape } from '../diagram/markup.ts';
import type { Language } from '../i18n/languages.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { Urls } from '../i18n/urls.ts';
import { COURSE, parts, tourOf } from './parts.ts';
import { tourTitle } from './tours.ts';
import type { View } from './view.ts';

/** The kinds of files of a lesson, with what their names end in. */
export const KINDS = {
  slides: 'pptx',
  a4: 'a4.pdf',
  letter: 'letter.pdf',
  gift: 'gift.txt',
  moodle: 'moodle.xml',
  scorm: 'scorm.zip',
} as const;

export type Kind = keyof typeof KINDS;

export const kinds = Object.keys(KINDS) as Kind[];

/** @example fileName('ssh-tunnel', 'a4') → 'ssh-tunnel.a4.pdf' */
export function fileName(part: string, kind: Kind): string {
  return `${part}.${KINDS[kind]}`;
}

/** What is made for a part: a tour has no questions. */
export function kindsOf(part: string): readonly Kind[] {
  return tourOf(part) === null ? kinds : ['slides', 'a4', 'letter'];
}

/** The view that the build has as one file which opens from a disk; a tour has none. */
export function singleOf(part: string): string | null {
  if (tourOf(part) !== null) return null;
  return part === COURSE ? 'map' : part;
}

/** Everything of one language in one file. */
export function bundleName(language: Language): string {
  return `kubepaths-${language}.zip`;
}

/** How a part of the lesson is called. */
export function partName(view: View, part: string): string {
  const tour = tourOf(part);
  if (tour !== null) return view.t('teach.tour', { title: tourTitle(view, tour) });
  return part === COURSE ? view.t('teach.course') : (view.words.paths[part]?.label ?? part);
}

/** A size as people say it. @example sizeIn('en', 412_345) → '412 kB' */
export function sizeIn(language: Language, bytes: number): string {
  const large = bytes >= 1_000_000;
  return new Intl.NumberFormat(LANGUAGES[language].tag, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(bytes / (large ? 1_000_000 : 1000));
}

/** What the page about lessons lists once the files are there; `sizes` has bytes by the name of a file. */
export function filesList(view: View, base: string, sizes: Readonly<Record<string, number>>): string {
  const { t, language } = view;
  const urls = new Urls(base);
  const all = bundleName(language);
  const size = sizes[all];
  const zip =
    size === undefined
      ? ''
      : `<p class="bundle"><a href="${urls.lesson(language, all)}" download><b>${escape(t('teach.zip'))}</b> <span>ZIP, ${escape(sizeIn(language, size))}</span></a> ${escape(t('teach.zipLead'))}</p>`;
  const columns = [...kinds.map((kind) => t(`teach.kinds.${kind}`)), t('teach.kinds.single')];
  const head = columns.map((title) => `<th scope="col">${escape(title)}</th>`).join('');
  const rows = parts(view).map((part) => {
    const name = partName(view, part);
    const single = singleOf(part);
    const files = [
      ...kinds.map((kind) => ({ file: fileName(part, kind), href: urls.lesson(language, fileName(part, kind)) })),
      ...(single === null ? [] : [{ file: `${single}.html`, href: urls.single(language, single) }]),
    ];
    const cells = columns.map((title, index) => {
      const { file = '', href = '' } = files[index] ?? {};
      const bytes = sizes[file];
      if (bytes === undefined) return '<td class="none"></td>';
      const said = sizeIn(language, bytes);
      const label = escape(t('site.join', { first: `${name}: ${title},`, second: said }));
      return `<td data-column="${escape(title)}"><a href="${href}" download aria-label="${label}">${escape(said)}</a></td>`;
    });
    return `<tr data-part="${part}"><th scope="row"><a href="${urls.handout(language, part)}">${escape(name)}</a></th>${cells.join('')}</tr>`;
  });
  return `${zip}<div class="cards"><table class="lesson-files"><thead><tr><th scope="col">${escape(t('teach.part'))}</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
