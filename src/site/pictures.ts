import type { Theme } from '../diagram/palette.ts';
import { languages } from '../i18n/languages.ts';
import { content } from './content.ts';
import { ARRANGEMENTS, picture } from './map-view.ts';
import { OPENING, postureOf, View } from './view.ts';

export interface PictureProps extends Record<string, unknown> {
  readonly draw: () => string;
}

const THEMES: readonly Theme[] = ['light', 'dark'];

/**
 * The addresses of all pictures: `{view}[.{scenario}][.tall][.dark].svg`. The map in every scenario; a path in those
 * that change it, and there only wide and light: what is on the screen can be downloaded in any form.
 */
export function pictures(): { params: { lang: string; view: string }; props: PictureProps }[] {
  return languages.flatMap((lang) => {
    const view = new View(lang);
    return views().flatMap(({ path, scenario }) =>
      Object.values(ARRANGEMENTS)
        .filter(({ id }) => id === 'wide' || isWhole(path, scenario))
        .flatMap((arrangement) =>
          THEMES.filter((theme) => theme === 'light' || isWhole(path, scenario)).map((theme) => ({
            params: { lang, view: nameOf(path, scenario, arrangement.id === 'tall', theme === 'dark') },
            props: { draw: () => picture(view, arrangement, scenario, theme, path) },
          })),
        ),
    );
  });
}

/** The scenarios in which a view has pictures of its own, besides the opening one. */
export function pictured(path: string | undefined): string[] {
  const others = Object.keys(content().model.scenarios).filter((scenario) => scenario !== OPENING);
  return path === undefined ? others : others.filter((scenario) => changes(path, scenario));
}

/** Whether a view has all its forms. */
function isWhole(path: string | undefined, scenario: string): boolean {
  return path === undefined || scenario === OPENING;
}

function views(): { path: string | undefined; scenario: string }[] {
  return [undefined, ...Object.keys(content().model.paths)].flatMap((path) =>
    [OPENING, ...pictured(path)].map((scenario) => ({ path, scenario })),
  );
}

/** Whether a scenario gives a path another verdict or another route. */
function changes(path: string, scenario: string): boolean {
  const [opening, here] = [OPENING, scenario].map((one) => postureOf(one).paths[path]);
  return opening?.verdict !== here?.verdict || opening?.route !== here?.route;
}

function nameOf(path: string | undefined, scenario: string, tall: boolean, dark: boolean): string {
  return [path ?? 'map', scenario !== OPENING && scenario, tall && 'tall', dark && 'dark'].filter(Boolean).join('.');
}
