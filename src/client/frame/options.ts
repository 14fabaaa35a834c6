import { carryState } from '../choice.ts';
import { look, Query } from '../../posture/query.ts';

/** What an address says that can be followed without the facts: theme, step and the options of embeds. */
export function optionsOf(query: string) {
  const { theme, step, embed } = look(new Query(query));
  return { theme, step, ...embed };
}

export type Options = ReturnType<typeof optionsOf>;

/** Lets the page show what its address asks for: the controls, the steps and the choice of languages. */
export function showOptions({ controls, steps, languages }: Options): void {
  const form = document.querySelector<HTMLElement>('[data-controls]');
  if (form && controls.length > 0) {
    form.dataset['wanted'] = '';
    for (const control of form.querySelectorAll<HTMLElement>('[data-control]'))
      control.hidden = !controls.some((one) => one === control.dataset['control']);
  }
  const play = document.querySelector<HTMLElement>('[data-play]');
  if (play && steps) play.dataset['steps'] = steps.join('-');
  const choice = document.querySelector<HTMLElement>('.embed [data-languages]');
  if (choice) choice.hidden = !languages;
}

/** The theme that the host wishes, or the reader's own. */
export function showTheme(theme: Options['theme']): void {
  const { dataset } = document.documentElement;
  if (theme === null) delete dataset['theme'];
  else dataset['theme'] = theme;
}

/** Keeps the step in the address, and in the addresses of the other languages. */
export function writeStep(step: number): void {
  const url = new URL(location.href);
  const others = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('step='));
  url.search = [...others, ...(step > 0 ? [`step=${step}`] : [])].join('&');
  try {
    history.replaceState(null, '', url);
  } catch {
    // A frame without an origin may not change its address; its step holds all the same.
  }
  carryState();
}
