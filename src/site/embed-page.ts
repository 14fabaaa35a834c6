import { LANGUAGES, languages } from '../i18n/languages.ts';
import type { Key } from '../i18n/strings.ts';
import { Urls } from '../i18n/urls.ts';
import { fill, slotsOf, WAYS, type Embeddable, type Way } from '../view/embed-code.ts';
import { pictured } from './pictures.ts';
import { RECIPES } from './recipes.ts';
import { tourTitle } from './tours.ts';
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
  const { t, model, language } = view;
  const urls = new Urls(base);
  const groups = viewsOf(view);
  const { opening } = groups;
  const slots = slotsOf(new URL(urls.base, site ?? SOMEWHERE).href, language, opening);
  return {
    language,
    title: t('embedding.title'),
    description: t('embedding.description'),
    base: urls.base,
    frame: urls.embed(language, 'map'),
    file: urls.single(language, 'map'),
    groups: groups.all,
    releases: model.releases.map(({ id }) => id).reverse(),
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
        recipe.tried === undefined ? t('embedding.documented') : t('embedding.tried', { version: recipe.tried }),
    })),
    talk: TALK,
  };
}

interface Choice extends Embeddable {
  readonly name: string;
}

/** Everything that can be chosen, as a reader looks for it. */
function viewsOf(view: View): { opening: Choice; all: { name: string; views: Choice[] }[] } {
  const { t, model, words } = view;
  const opening = { id: 'map', name: t('embedding.map'), title: t('home.title'), pictures: pictured(undefined) };
  const named = (id: string, name: string): Choice => ({ id, name, title: name, pictures: [] });
  return {
    opening,
    all: [
      { name: t('nav.map'), views: [opening] },
      {
        name: t('nav.paths'),
        views: Object.keys(model.paths).map((id) => ({
          id,
          name: view.label(id),
          title: words.paths[id]?.title ?? id,
          pictures: pictured(id),
        })),
      },
      {
        name: t('learn.tours.title'),
        views: Object.keys(model.tours).map((id) => named(`tour-${id}`, tourTitle(view, id))),
      },
      { name: t('learn.tours.also'), views: [named('quiz', t('learn.quiz.title'))] },
    ],
  };
}

export type EmbedPageView = ReturnType<typeof embedPage>;
