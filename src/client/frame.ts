import { frame } from './frame/frame.ts';
import { mapLead } from './frame/map-lead.ts';

/** A frame of the map. */
frame((host, options) => {
  const figure = document.querySelector<HTMLElement>('[data-map]');
  const panels = document.querySelector<HTMLElement>('[data-panels]');
  return figure && panels ? mapLead(figure, panels, host, options) : null;
});
