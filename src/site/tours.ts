import type { Arrangement } from '../diagram/arrangement.ts';
import { paint } from '../diagram/paint.ts';
import type { Theme } from '../diagram/palette.ts';
import { tall } from '../diagram/tall.ts';
import { wide } from '../diagram/wide.ts';
import { mapWords } from '../diagram/words.ts';
import { plain } from '../i18n/code.ts';
import { languages, type Language } from '../i18n/languages.ts';
import { Urls } from '../i18n/urls.ts';
import type { TourStep } from '../model/types.ts';
import { format } from '../posture/address.ts';
import type { LessonScene } from '../view/scene.ts';
import { pathIn, shown, type Shown } from '../view/shown.ts';
import { decisive, FACTS, isAssumption, type ChipView, type FactView } from '../view/teller.ts';
import { content } from './content.ts';
import { drawState } from './map-view.ts';
import type { PictureProps } from './pictures.ts';
import { View, type SourceView } from './view.ts';

export interface StepView {
  readonly id: string;
  readonly number: number;
  readonly heading: string;
  readonly text: string;
  /** The state in words, such as "kubeadm, Kubernetes 1.37, judged from the moat". */
  readonly state: string;
  readonly path: { readonly label: string; readonly chip: ChipView; readonly remainder: ChipView | null } | null;
  readonly proof: FactView | null;
  readonly setting: { readonly name: string; readonly value: string; readonly origin: string } | null;
  readonly picture: { readonly light: string; readonly dark: string; readonly width: number; readonly height: number };
  readonly alt: string;
  /** The map of the site in this state. */
  readonly href: string;
  readonly sources: readonly SourceView[];
}

export interface TourCard {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** How many steps it has, in words. */
  readonly steps: string;
  readonly href: string;
  readonly picture: StepView['picture'];
}

export interface TourView {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly summary: string;
  readonly href: string;
  readonly index: string;
  readonly quiz: string;
  readonly steps: readonly StepView[];
  readonly scenes: readonly LessonScene[];
  /** The first step as charts, captioned; the script draws the others. */
  readonly first: { readonly tall: string; readonly wide: string; readonly title: string; readonly subtitle: string };
  readonly scripts: readonly string[];
  /** Where the pages of the paths lie, by path. */
  readonly paths: Readonly<Record<string, string>>;
}

/** Every tour in a few words, in their order. */
export function tourList(view: View, base: string): TourCard[] {
  const urls = new Urls(base);
  return Object.entries(view.model.tours).map(([id, { steps }]) => ({
    id,
    title: view.words.tours[id]?.title ?? id,
    summary: view.words.tours[id]?.summary ?? '',
    steps: view.t('learn.tours.steps', { count: steps.length }),
    href: urls.page(view.language, `tours/${id}`),
    picture: pictureOf(urls, view.language, id, pictured(steps, heart(steps))),
  }));
}

/** A tour as its page and its frame show it. */
export function tourView(view: View, id: string, base: string): TourView {
  const urls = new Urls(base);
  const { language } = view;
  const said = view.words.tours[id];
  const steps = view.model.tours[id]?.steps ?? [];
  const [first] = steps;
  if (said === undefined || first === undefined) throw new Error(`unknown tour: ${id}`);
  const here = stateOf(first);
  const words = mapWords(view, here.posture);
  const chart = (arrangement: Arrangement): string =>
    drawState(view, arrangement, here, {
      id: arrangement.id,
      current: first.path,
      href: (path) => urls.path(language, path),
    });
  return {
    id,
    language,
    title: said.title,
    summary: said.summary,
    href: urls.page(language, `tours/${id}`),
    index: urls.page(language, 'tours'),
    quiz: urls.page(language, 'quiz'),
    steps: steps.map((step, index) => stepView(view, urls, id, step, index + 1)),
    scenes: steps.map(sceneOf),
    first: { tall: chart(tall), wide: chart(wide), title: words.title, subtitle: words.subtitle },
    scripts: [`${urls.base}scripts/data.${language}.js`, `${urls.base}scripts/whatif.js`],
    paths: Object.fromEntries(Object.keys(view.model.paths).map((path) => [path, urls.path(language, path)])),
  };
}

/** The title of a tour where no markup can stand. */
export function tourTitle(view: View, id: string): string {
  return plain(view.words.tours[id]?.title ?? id);
}

/**
 * The pictures of all steps, by their address `{tour}-{number}[.dark]`: tall, so that they can be read on a phone. A step
 * that shows the map as an earlier one of its tour did has the picture of that one.
 */
export function tourPictures(): { params: { lang: string; step: string }; props: PictureProps }[] {
  return languages.flatMap((lang) => {
    const view = new View(lang);
    return Object.entries(content().model.tours).flatMap(([id, { steps }]) =>
      steps.flatMap((step, index) =>
        (pictured(steps, index + 1) === index + 1 ? (['light', 'dark'] as const) : []).map((theme) => ({
          params: { lang, step: `${id}-${String(index + 1)}${theme === 'dark' ? '.dark' : ''}` },
          props: { draw: () => picture(view, step, theme) },
        })),
      ),
    );
  });
}

function picture(view: View, step: TourStep, theme: Theme): string {
  return drawState(view, tall, stateOf(step), {
    id: 'map',
    current: step.path,
    paint: paint({ theme, language: view.language, tall: true }),
  });
}

function stepView(view: View, urls: Urls, tour: string, step: TourStep, number: number): StepView {
  const { language, t } = view;
  const here = stateOf(step);
  const said = view.words.tours[tour]?.steps[step.id];
  const { title, subtitle, name, description } = mapWords(view, here.posture);
  const outcome = step.path === undefined ? null : pathIn(here, step.path);
  const question = format({ ...sceneOf(step) }, view.model);
  return {
    id: step.id,
    number,
    heading: said?.heading ?? step.id,
    text: said?.text ?? '',
    state: t('learn.state', { scenario: title, subtitle }),
    path:
      outcome === null || step.path === undefined
        ? null
        : {
            label: view.label(step.path),
            chip: view.verdict(outcome.verdict),
            remainder: outcome.remainder ? view.verdict(outcome.remainder.verdict) : null,
          },
    proof: proofOf(view, step, here),
    setting: settingOf(view, step, here),
    picture: pictureOf(urls, language, tour, pictured(view.model.tours[tour]?.steps ?? [], number)),
    alt:
      step.path === undefined
        ? `${name}. ${description}`
        : `${name}. ${mapWords(view, here.posture).paths[step.path] ?? ''}`,
    href: `${urls.page(language)}${question === '' ? '' : `?${question}`}`,
    sources: view.sources(step.sources),
  };
}

/** The proof that a step points at, as the state of the step gives it. */
function proofOf(view: View, { path, focus }: TourStep, here: Shown): FactView | null {
  if (path === undefined || focus?.proof === undefined) return null;
  const { hops } = pathIn(here, path);
  const hop = focus.hop === undefined ? decisive(hops) : hops.find((one) => one.hop.id === focus.hop);
  if (hop === undefined) return null;
  return view.factsOf(hop, here).find(({ name }) => FACTS[name] === focus.proof) ?? null;
}

function settingOf(view: View, { focus }: TourStep, here: Shown): StepView['setting'] {
  const id = focus?.setting;
  if (id === undefined) return null;
  const { value, origin } = here.context.lookup(id);
  return {
    name: isAssumption(id) ? (view.words.settings[id]?.effect ?? id) : view.settingName(id, here.state.scenario),
    value: view.value(id, value),
    origin: view.origin(origin, value),
  };
}

function sceneOf({ scenario, release, set, from, path }: TourStep): LessonScene {
  return {
    state: { scenario, ...(release === undefined ? {} : { release }), ...(set === undefined ? {} : { set }) },
    position: from ?? 'moat',
    path: path ?? null,
  };
}

const known = new Map<string, Shown>();

function stateOf(step: TourStep): Shown {
  const { state, position } = sceneOf(step);
  const key = JSON.stringify([state, position]);
  const found = known.get(key) ?? shown(content().model, state, position);
  known.set(key, found);
  return found;
}

function pictureOf(urls: Urls, language: Language, tour: string, number: number): StepView['picture'] {
  const at = (variant: string): string => urls.diagram(language, `tours/${tour}-${String(number)}`, variant);
  return { light: at(''), dark: at('.dark'), width: tall.width, height: tall.height };
}

/** The first step that shows the same map as the step of a number. */
function pictured(steps: readonly TourStep[], number: number): number {
  const scenes = steps.map((step) => JSON.stringify(sceneOf(step)));
  return scenes.indexOf(scenes[number - 1] ?? '') + 1;
}

/** The step whose picture stands for the tour: the one in its middle. */
function heart(steps: readonly TourStep[]): number {
  return Math.ceil(steps.length / 2);
}
