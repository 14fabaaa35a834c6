import { command, revealKey, type Command } from '../embed/messages.ts';
import { Host } from './frame/host.ts';
import { codeOf, handBack } from './frame/keys.ts';
import type { Lead } from './frame/lead.ts';
import { mapLead } from './frame/map-lead.ts';
import { optionsOf, showOptions } from './frame/options.ts';
import { tourLead } from './frame/tour-lead.ts';
import { prefetchOnIntent } from './prefetch.ts';

/** Life for an embed page: what it shows, and the talk with the host. */
function frame(): void {
  const options = optionsOf(location.search);
  const host = new Host();
  /** The host has spoken as reveal.js does. */
  let deck = false;

  showOptions(options);
  const figure = document.querySelector<HTMLElement>('[data-map], [data-tour]');
  const panels = document.querySelector<HTMLElement>('[data-panels]');
  const lead =
    figure === null ? null : panels === null ? tourLead(figure, host) : mapLead(figure, panels, host, options);
  prefetchOnIntent();

  host.hear((data) => {
    deck ||= data === 'slide:start';
    const order = command(data);
    if (order && lead) obey(lead, order);
  });

  function obey(to: Lead, order: Command): void {
    const reply = (ok: boolean): void => {
      if (order.id !== undefined) host.tell({ type: 'reply', id: order.id, ok, ...to.state() });
    };
    switch (order.type) {
      case 'next':
      case 'previous':
        to.play(order.type, reply);
        return;
      case 'goTo':
        to.play(order.step, reply);
        return;
      case 'start':
        to.start();
        break;
      case 'reset':
        to.reset();
        break;
      case 'set':
        to.set(order.query);
        break;
      case 'state':
    }
    reply(true);
  }

  const needs = (key: string, target: Element | null): boolean =>
    options.keys !== 'none' && lead?.needs(key, target) === true;
  handBack(needs, ({ key, code, shiftKey }) => {
    const number = codeOf(key);
    host.tell({ type: 'key', key, code, shiftKey });
    if (deck && number !== null) host.post(revealKey(number));
    return deck;
  });
  const { title, documentElement } = document;
  host.tell({ type: 'ready', title, language: documentElement.lang, path: lead?.state().path ?? null });
  const page = document.querySelector('.embed');
  if (page) host.follow(page);
}

frame();
