import { LANGUAGES, languages } from '../i18n/languages.ts';
import type { Key } from '../i18n/strings.ts';
import { Urls } from '../i18n/urls.ts';
import { fill, WAYS, type Slots, type Way } from '../view/embed-code.ts';
import { pictured } from './pictures.ts';
import { RECIPES } from './recipes.ts';
import type { View } from './view.ts';

/** Stands in the snippets until a browser knows where the site really is. */
const SOMEWHERE = 'https://example.org';

const TALK = `const path = document.querySelector('kube-path');
path.addEventListener('stepchange', ({ detail }) => console.log(detail.step, detail.last));
path.addEventListener('pathselect', ({ detail }) => console.log(detail.path));
path.addEventListener('posturechange', ({ detail }) => console.log(detail.query, detail.verdicts));
await path.next();
await path.goTo(3);
path.scenario = 'hardened-public-ips';

// the same for a plain frame
frame.contentWindow.postMessage({ kubepaths: 1, type: 'goTo', step: 3, id: 1 }, '*');
frame.contentWindow.postMessage({ kubepaths: 1, type: 'set', query: 'path=konnectivity&from=pod' }, '*');
addEventListener('message', ({ source, data }) => {
  if (source === frame.contentWindow && data.kubepaths === 1) console.log(data.type, data);
});`;

/** Everything that the page about embedding shows: options, the ways in, and recipes for hosts. */
export function embedPage(view: View, base: string, site: URL | undefined) {
  const { t, model, words, language } = view;
  const urls = new Urls(base);
  const origin = site?.origin ?? SOMEWHERE;
  const slots: Slots = {
    frame: origin + urls.embed(language, 'map'),
    view: origin + urls.embed(language, 'map'),
    page: origin + urls.page(language),
    picture: origin + urls.diagram(language, 'map'),
    png: (origin + urls.diagram(language, 'map')).replace(/svg$/, 'png'),
    script: `${origin}${urls.base}embed.js`,
    oembed: origin + urls.oembed(language, 'map'),
    file: origin + urls.single(language, 'map'),
    title: t('home.title'),
    attributes: ` lang="${language}"`,
  };
  return {
    language,
    title: t('embedding.title'),
    description: t('embedding.description'),
    base: urls.base,
    frame: urls.embed(language, 'map'),
    file: urls.single(language, 'map'),
    views: [
      { id: 'map', name: t('embedding.map'), title: t('home.title'), scenarios: pictured(undefined) },
      ...Object.keys(model.paths).map((id) => ({
        id,
        name: view.label(id),
        title: words.paths[id]?.title ?? id,
        scenarios: pictured(id),
      })),
    ],
    languages: languages.map((id) => ({ id, tag: LANGUAGES[id].tag, name: LANGUAGES[id].name })),
    scenarios: Object.entries(model.scenarios)
      .sort(([, a], [, b]) => a.order - b.order)
      .map(([id]) => ({ id, name: view.scenario(id) })),
    ways: (Object.keys(WAYS) as Way[]).map((id) => ({
      id,
      template: WAYS[id],
      code: fill(WAYS[id], slots),
      title: t(`embedding.way.${id}`),
      about: t(`embedding.about.${id}`),
    })),
    recipes: RECIPES.map((recipe) => ({
      ...recipe,
      template: recipe.code,
      code: fill(recipe.code, slots),
      about: t(`embedding.recipe.${recipe.id}` as Key),
      standing:
        recipe.tried !== undefined
          ? t('embedding.tried', { version: recipe.tried })
          : t(recipe.source === undefined ? 'embedding.untried' : 'embedding.documented'),
    })),
    talk: TALK,
  };
}

export type EmbedPageView = ReturnType<typeof embedPage>;
