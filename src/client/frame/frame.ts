import { command, revealKey, type Command } from '../../embed/messages.ts';
import { Host } from './host.ts';
import { codeOf, handBack } from './keys.ts';
import type { Lead } from './lead.ts';
import { optionsOf, showOptions, type Options } from './options.ts';

/**
 * Life for an embed page: what it shows, and the talk with the host.
 * @param leading what leads the page's content, where its host may lead it
 */
export function frame(leading: (host: Host, options: Options) => Lead | null): void {
  const options = optionsOf(location.search);
  const host = new Host();
  /** The host has spoken as reveal.js does. */
  let deck = false;

  showOptions(options);
  const lead = leading(host, options);

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
