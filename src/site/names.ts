import { isAssumption } from '../view/teller.ts';
import type { View } from './view.ts';

/** A setting by its own name, wherever it is written: the flag, else the field; an assumption by what it decides. */
export function settingLabel(view: View, id: string): string {
  if (isAssumption(id)) return view.words.settings[id]?.effect ?? id;
  return `\`${flagOf(view, id) ?? view.model.settings[id]?.field ?? id}\``;
}

/** The flag of a setting. All feature gates share one, and their own names tell them apart. */
export function flagOf(view: View, id: string): string | undefined {
  const flag = view.model.settings[id]?.flag;
  const gate = /\.feature-gates\.(.+)$/.exec(id)?.[1];
  return flag === undefined || gate === undefined ? flag : `${flag}=${gate}`;
}

/** The component to which a setting belongs. @example componentOf('kubelet.readOnlyPort') → 'kubelet' */
export function componentOf(setting: string): string {
  return setting.slice(0, setting.indexOf('.'));
}

/** Things of which one holds, as a phrase. */
export function alternatives(view: View, items: readonly string[]): string {
  return new Intl.ListFormat(view.tag, { type: 'disjunction' }).format(items);
}

/** A stretch of releases in words. One that reaches the newest release is not closed yet. */
export function stretch(view: View, from: string, until: string): string {
  const { t } = view;
  const { releases } = view.model;
  const open = until === releases.at(-1)?.id;
  if (open && from === releases[0]?.id) return t('catalogue.releasesAll');
  if (open) return t('catalogue.releasesFrom', { from });
  return from === until ? from : t('catalogue.releasesRange', { from, until });
}
