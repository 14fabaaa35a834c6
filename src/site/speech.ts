import type { Key } from '../i18n/strings.ts';
import { defaultOf, fixedOf, portOf, recordsOf, type Answer, type Asked } from '../model/values.ts';
import type { View } from './view.ts';

/** The facts that prose asks for by name, in the words of one language. */
export interface Speech {
  port(of: string, origin?: string): string;
  /** A value in backticks, or the words for "not set". */
  default(of: string, asked: Asked): string;
  /** The CVE numbers of a weakness, or its title where it has none. */
  weakness(of: string, cve?: string): string;
  /** The patch releases that fix a weakness. */
  fixed(of: string, cve?: string): string;
  verdict(is: string): string;
}

/** What the elements in prose print in a language. */
export function speech(view: View): Speech {
  return {
    port: (of, origin) => found(portOf(view.model, of, origin)),
    default: (of, asked) => {
      const value = found(defaultOf(view.model, of, asked));
      return Array.isArray(value) && value.length > 0
        ? view.list(value.map((item) => view.value(of, item)))
        : view.value(of, value);
    },
    weakness: (of, cve) => {
      const records = found(recordsOf(view.model, of, cve));
      return records.length === 0 ? (view.words.weaknesses[of]?.title ?? of) : view.list(records);
    },
    fixed: (of, cve) => view.list(found(fixedOf(view.model, of, cve))),
    verdict: (is) => view.t(`verdict.${is}` as Key),
  };
}

/** Everything that prose asks for was found when the content was read, see src/model/prose.ts. */
function found<T>(answer: Answer<T>): T {
  if ('problem' in answer) throw new Error(answer.problem);
  return answer.value;
}
