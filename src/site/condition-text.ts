import type { Condition } from '../model/types.ts';
import { alternatives, settingLabel, stretch } from './names.ts';
import type { View } from './view.ts';

/** A condition as a phrase that follows "if": the names of settings, what they hold, and the words between them. */
export function conditionText(view: View, condition: Condition): string {
  const { t } = view;
  if (condition === 'unknown') return t('knobs.condition.open');
  if (typeof condition === 'boolean') return t(`truth.${condition ? 'yes' : 'no'}`);
  if ('all' in condition) return view.list(condition.all.map((part) => conditionText(view, part)));
  if ('any' in condition)
    return alternatives(
      view,
      condition.any.map((part) => conditionText(view, part)),
    );
  if ('not' in condition) return t('knobs.condition.not', { condition: conditionText(view, condition.not) });
  if ('condition' in condition)
    return conditionText(view, view.model.conditions[condition.condition]?.when ?? 'unknown');
  if ('release' in condition) {
    const { releases } = view.model;
    const { from = releases[0]?.id ?? '', until = releases.at(-1)?.id ?? '' } = condition.release;
    return stretch(view, from, until);
  }
  const setting = settingLabel(view, condition.setting);
  const valued = (value: Parameters<View['value']>[1]): string => view.value(condition.setting, value);
  if ('is' in condition) return t('knobs.condition.is', { setting, value: valued(condition.is) });
  if ('is-not' in condition) return t('knobs.condition.isNot', { setting, value: valued(condition['is-not']) });
  if ('includes' in condition) return t('knobs.condition.includes', { setting, value: `\`${condition.includes}\`` });
  if ('starts-with' in condition)
    return t('knobs.condition.startsWith', { setting, value: `\`${condition['starts-with']}\`` });
  return t(`knobs.condition.${condition.set ? 'set' : 'unset'}`, { setting });
}
