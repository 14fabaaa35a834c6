import type { Key } from '../i18n/strings.ts';
import { Urls } from '../i18n/urls.ts';
import { partName } from './lesson-files.ts';
import { parts } from './parts.ts';
import { tourTitle } from './tours.ts';
import type { View } from './view.ts';

type What =
  | 'map'
  | 'path'
  | 'opposite'
  | 'services'
  | 'tunnel'
  | 'whatif'
  | 'hardening'
  | 'cluster'
  | 'breather'
  | 'questions'
  | 'close';

interface Item {
  readonly minutes: number;
  readonly what: What;
  /** The paths that it is about, and the tours that lead through it. */
  readonly paths?: readonly string[];
  readonly tours?: readonly string[];
  readonly page?: 'quiz' | 'exercises';
}

/** What fits into a lesson; the minutes of each add up to its length, and a test counts. */
export const AGENDAS: readonly { readonly minutes: number; readonly items: readonly Item[] }[] = [
  {
    minutes: 30,
    items: [
      { minutes: 6, what: 'map', tours: ['attacker-on-the-moat'] },
      { minutes: 10, what: 'path', paths: ['apiserver-to-kubelet'] },
      { minutes: 6, what: 'hardening', tours: ['ca-flag-broke-logs'] },
      { minutes: 8, what: 'questions', page: 'quiz' },
    ],
  },
  {
    minutes: 60,
    items: [
      { minutes: 8, what: 'map', tours: ['attacker-on-the-moat'] },
      { minutes: 12, what: 'path', paths: ['apiserver-to-kubelet'], tours: ['kubectl-logs'] },
      { minutes: 8, what: 'opposite', paths: ['node-to-apiserver'] },
      { minutes: 10, what: 'tunnel', paths: ['konnectivity'], tours: ['exec-through-konnectivity'] },
      { minutes: 10, what: 'whatif', page: 'exercises' },
      { minutes: 12, what: 'questions', page: 'quiz' },
    ],
  },
  {
    minutes: 120,
    items: [
      { minutes: 10, what: 'map', tours: ['attacker-on-the-moat'] },
      { minutes: 15, what: 'path', paths: ['apiserver-to-kubelet'], tours: ['kubectl-logs'] },
      { minutes: 10, what: 'opposite', paths: ['node-to-apiserver'], tours: ['kubelet-certificate'] },
      { minutes: 15, what: 'services', paths: ['apiserver-to-node', 'apiserver-to-pod', 'apiserver-to-service'] },
      { minutes: 10, what: 'breather' },
      { minutes: 15, what: 'tunnel', paths: ['ssh-tunnel', 'konnectivity'], tours: ['exec-through-konnectivity'] },
      { minutes: 12, what: 'whatif', page: 'exercises' },
      { minutes: 15, what: 'cluster', paths: ['apiserver-to-kubelet'] },
      { minutes: 13, what: 'questions', page: 'quiz' },
      { minutes: 5, what: 'close' },
    ],
  },
];

/** Everything that the page about lessons shows before the kit has added its files. */
export function teachPage(view: View, base: string) {
  const { t, language } = view;
  const urls = new Urls(base);
  const short = new Intl.NumberFormat(view.tag, { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  return {
    language,
    title: t('teach.title'),
    description: t('teach.description'),
    agendas: AGENDAS.map(({ minutes, items }) => ({
      title: t('teach.minutes', { count: minutes }),
      items: items.map((item) => ({
        minutes: short.format(item.minutes),
        text: t(`teach.item.${item.what}` as Key),
        links: linksOf(view, urls, item),
      })),
    })),
    handouts: parts(view).map((part) => ({ href: urls.handout(language, part), label: partName(view, part) })),
    without: t('teach.without', { command: '`npm run kit`' }),
  };
}

/** Where an item of an agenda leads. */
function linksOf(view: View, urls: Urls, { paths = [], tours = [], page }: Item) {
  const { t, language } = view;
  return [
    ...paths.map((id) => ({ href: urls.path(language, id), label: view.label(id) })),
    ...tours.map((id) => ({
      href: urls.page(language, `tours/${id}`),
      label: t('teach.tour', { title: tourTitle(view, id) }),
    })),
    ...(page === undefined ? [] : [{ href: urls.page(language, page), label: t(PAGES[page]) }]),
  ];
}

const PAGES = { quiz: 'learn.quiz.title', exercises: 'learn.exercise.title' } as const;

export type TeachPageView = ReturnType<typeof teachPage>;
