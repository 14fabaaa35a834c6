import { createInstance } from 'i18next';
import en from '../../content/interface/en.json' with { type: 'json' };
import es from '../../content/interface/es.json' with { type: 'json' };
import it from '../../content/interface/it.json' with { type: 'json' };
import pt from '../../content/interface/pt.json' with { type: 'json' };
import zh from '../../content/interface/zh.json' with { type: 'json' };
import { LANGUAGES, type Language } from './languages.ts';
import type { Strings } from './translator.ts';

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

type Counted<K> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;

/** Every key that the site may ask for, as the English strings have it. */
export type Key = Counted<Leaves<typeof en>>;

export type Translate = (key: Key, slots?: Readonly<Record<string, string | number>>) => string;

const resources = { en, es, it, pt, zh };

/** Every string of one language, as its file has it. */
export function catalogue(language: Language): Strings {
  return resources[language];
}

/** The strings of one language. A key without a text is a mistake of the build, never a fallback. */
export function strings(language: Language): Translate {
  const { tag } = LANGUAGES[language];
  const i18n = createInstance({
    lng: tag,
    fallbackLng: false,
    initAsync: false,
    resources: { [tag]: { translation: resources[language] } },
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key: string) => {
      throw new Error(`content/interface/${language}.json has no text for "${key}".`);
    },
  });
  void i18n.init();
  return (key, slots) => i18n.t(key, slots ?? {});
}
