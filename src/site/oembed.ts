import { attrs } from '../diagram/markup.ts';
import { Urls } from '../i18n/urls.ts';
import { content } from './content.ts';
import { tourTitle } from './tours.ts';
import type { View } from './view.ts';

const SIZE = { width: 1200, height: 900 };

/** Everything that can be framed: the map, the paths, the tours and the quiz, as their addresses name them. */
export function framed(): string[] {
  const { paths, tours } = content().model;
  return ['map', ...Object.keys(paths), ...Object.keys(tours).map((id) => `tour-${id}`), 'quiz'];
}

function titleOf(view: View, id: string): string {
  if (id === 'quiz') return view.t('learn.quiz.title');
  if (id.startsWith('tour-')) return tourTitle(view, id.slice('tour-'.length));
  return view.words.paths[id]?.title ?? view.t('home.title');
}

/** What a host that knows oEmbed is told of an embed page; see https://oembed.com/, section 2.3.4. */
export function oembed(view: View, id: string, base: string, site: URL | undefined) {
  const urls = new Urls(base);
  const absolute = (href: string): string => (site ? new URL(href, site).href : href);
  const title = titleOf(view, id);
  const frame = attrs({
    src: absolute(urls.embed(view.language, id)),
    title,
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    loading: 'lazy',
    width: '100%',
    height: SIZE.height,
  });
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Kubepaths',
    provider_url: absolute(urls.page(view.language)),
    cache_age: 86_400,
    html: `<iframe${frame}></iframe>`,
    ...SIZE,
  };
}
