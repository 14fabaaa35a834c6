import { tall } from '../diagram/tall.ts';
import { wide } from '../diagram/wide.ts';
import { controlsProps } from './controls.ts';
import { Urls } from '../i18n/urls.ts';
import { VERDICTS } from '../posture/verdict.ts';
import { pageMap } from './map-view.ts';
import { OPENING, postureOf, type View } from './view.ts';

/** What the map's figure needs on a page, for the opening scenario. */
export function mapProps(view: View, base: string, current?: string, embedded = false) {
  const posture = postureOf(OPENING);
  const urls = new Urls(base);
  return {
    language: view.language,
    tall: pageMap(view, tall, current),
    wide: pageMap(view, wide, current),
    title: view.scenario(OPENING),
    subtitle: view.t(`attackerAt.subtitle.${posture.position}`, { release: posture.release }),
    tally: VERDICTS.filter((verdict) => posture.tally[verdict] > 0).map((verdict) => ({
      chip: view.verdict(verdict),
      count: posture.tally[verdict],
    })),
    paths: view.paths(),
    current,
    embedded,
    controls: controlsProps(view, base, embedded),
    // A sandboxed frame may download nothing.
    ...(embedded
      ? {}
      : {
          picture: urls.diagram(view.language, current ?? 'map'),
          drawing: `${urls.base}scripts/picture.js`,
          builder: `${urls.page(view.language, 'embed')}?view=${current ?? 'map'}`,
        }),
    hrefs: Object.fromEntries(Object.keys(view.model.paths).map((id) => [id, urls.path(view.language, id)])),
  };
}
