import { controls } from './controls.ts';
import { lazy } from './lazy.ts';
import { liveMap } from './map.ts';
import { prefetchOnIntent } from './prefetch.ts';
import { searchField } from './search-field.ts';
import { copyButtons } from './snippets.ts';

/** Life for the map, its panels and the snippets; without it every edge is an ordinary link. */
const figure = document.querySelector<HTMLElement>('[data-map]');
const panels = document.querySelector<HTMLElement>('[data-panels]');
if (figure && panels) {
  liveMap(figure, panels);
  controls(figure);
  lazy(figure.querySelector('.download [data-script]'));
}
lazy(document.querySelector('[data-quiz]'));
lazy(document.querySelector('[data-exercises]'), /[?&]exercise=/.test(location.search));
copyButtons();
prefetchOnIntent();
if (document.currentScript instanceof HTMLScriptElement) searchField(new URL('search.js', document.currentScript.src));
