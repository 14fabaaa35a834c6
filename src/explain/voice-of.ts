import type { Teller } from '../view/teller.ts';
import type { Voice } from './voice.ts';

/** How sentences name settings, values, components and paths; a setting as its scenario configures it. */
export function voiceOf(teller: Teller, scenario: string): Voice {
  const { t, words } = teller;
  return {
    t,
    effect: (id) => words.settings[id]?.effect ?? id,
    weakness: (id) => words.weaknesses[id]?.title ?? id,
    sentence: (path, row) => teller.sentence(path, row),
    setting: (id) =>
      id.startsWith('assumption.')
        ? t('whatif.assumed', { what: words.settings[id]?.effect ?? id })
        : teller.settingName(id, scenario),
    value: (setting, value) => teller.value(setting, value),
    component: (id) => teller.component(id),
    path: (id) => teller.label(id),
    list: (items) => teller.list(items),
  };
}
