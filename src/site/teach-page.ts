import type { Key } from '../i18n/strings.ts';
import { Urls } from '../i18n/urls.ts';
import { partName } from './lesson-files.ts';
import { parts } from './handout.ts';
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
  /** The paths that it is about. */
  readonly paths?: readonly string[];
}

/** What fits into a lesson; the minutes of each add up to its length, and a test counts. */
export const AGENDAS: readonly { readonly minutes: number; readonly items: readonly Item[] }[] = [
  {
    minutes: 30,
    items: [
      { minutes: 6, what: 'map' },
      { minutes: 10, what: 'path', paths: ['apiserver-to-kubelet'] },
      { minutes: 6, what: 'hardening', paths: ['apiserver-to-kubelet'] },
      { minutes: 8, what: 'questions' },
    ],
  },
  {
    minutes: 60,
    items: [
      { minutes: 8, what: 'map' },
      { minutes: 12, what: 'path', paths: ['apiserver-to-kubelet'] },
      { minutes: 8, what: 'opposite', paths: ['node-to-apiserver'] },
      { minutes: 10, what: 'tunnel', paths: ['konnectivity'] },
      { minutes: 10, what: 'whatif' },
      { minutes: 12, what: 'questions' },
    ],
  },
  {
    minutes: 120,
    items: [
      { minutes: 10, what: 'map' },
      { minutes: 15, what: 'path', paths: ['apiserver-to-kubelet'] },
      { minutes: 10, what: 'opposite', paths: ['node-to-apiserver'] },
      { minutes: 15, what: 'services', paths: ['apiserver-to-node', 'apiserver-to-pod', 'apiserver-to-service'] },
      { minutes: 10, what: 'breather' },
      { minutes: 15, what: 'tunnel', paths: ['ssh-tunnel', 'konnectivity'] },
      { minutes: 12, what: 'whatif' },
      { minutes: 15, what: 'cluster', paths: ['apiserver-to-kubelet'] },
      { minutes: 13, what: 'questions' },
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
        paths: (item.paths ?? []).map((id) => ({ href: urls.path(language, id), label: view.label(id) })),
      })),
    })),
    handouts: parts(view).map((part) => ({ href: urls.handout(language, part), label: partName(view, part) })),
    without: t('teach.without', { command: '`npm run kit`' }),
  };
}

export type TeachPageView = ReturnType<typeof teachPage>;
