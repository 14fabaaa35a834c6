import type { Theme } from '../diagram/palette.ts';
import { languages } from '../i18n/languages.ts';
import { content } from './content.ts';
import { ARRANGEMENTS, picture } from './map-view.ts';
import { OPENING, View } from './view.ts';

export interface PictureProps extends Record<string, unknown> {
  readonly draw: () => string;
}

/**
 * The addresses of all pictures: `{view}[.{scenario}][.tall][.dark].svg`. The map also in the scenarios that show
 * a tunnel in use; in those only wide.
 */
export function pictures(): { params: { lang: string; view: string }; props: PictureProps }[] {
  const { model } = content();
  return languages.flatMap((lang) => {
    const view = new View(lang);
    const themes: Theme[] = ['light', 'dark'];
    const name = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join('.');
    const plain = [undefined, ...Object.keys(model.paths)].flatMap((path) =>
      Object.values(ARRANGEMENTS).flatMap((arrangement) =>
        themes.map((theme) => ({
          params: {
            lang,
            view: name([path ?? 'map', arrangement.id === 'tall' && 'tall', theme === 'dark' && 'dark']),
          },
          props: { draw: () => picture(view, arrangement, OPENING, theme, path) },
        })),
      ),
    );
    const exemplars = [...new Set(Object.values(model.paths).flatMap(({ exemplar }) => exemplar ?? []))];
    const others = exemplars.flatMap((scenario) =>
      themes.map((theme) => ({
        params: { lang, view: name(['map', scenario, theme === 'dark' && 'dark']) },
        props: { draw: () => picture(view, ARRANGEMENTS.wide, scenario, theme) },
      })),
    );
    return [...plain, ...others];
  });
}
