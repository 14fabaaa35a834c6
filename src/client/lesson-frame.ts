import { frame } from './frame/frame.ts';
import { tourLead } from './frame/tour-lead.ts';
import { lazy } from './lazy.ts';

/** A frame of a tour, or of the quiz, which leads itself. */
frame((host) => {
  const figure = document.querySelector<HTMLElement>('[data-tour]');
  return figure ? tourLead(figure, host) : null;
});
lazy(document.querySelector('[data-quiz]'));
