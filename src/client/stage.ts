import { player } from './frame/player.ts';
import { live } from './whatif/live.ts';

/** What the map of a frame needs once it shows another state or a step: a page's, without the tools, and with the steps. */
const figure = document.querySelector<HTMLElement>('[data-map]');
const place = document.querySelector<HTMLElement>('[data-play]');
// It hears of the first state, so it comes before.
if (figure && place) player(figure, place);
live();
