import type { Translate } from './strings.ts';

export interface Strings {
  readonly [key: string]: string | Strings;
}

/**
 * The strings of one language in the browser: slots and plural forms as i18next fills them at build time, without
 * carrying i18next. A key without a text stands for itself.
 */
export function translator(tag: string, strings: Strings): Translate {
  const plural = new Intl.PluralRules(tag);
  const find = (key: string): string | undefined => {
    const found = key
      .split('.')
      .reduce<string | Strings | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), strings);
    return typeof found === 'string' ? found : undefined;
  };
  return (key, slots = {}) => {
    const count = slots['count'];
    const counted = typeof count === 'number' ? find(`${key}_${plural.select(count)}`) : undefined;
    const text = counted ?? find(key) ?? key;
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(slots[name] ?? ''));
  };
}
