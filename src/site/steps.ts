import { attrs, escape } from '../diagram/markup.ts';
import type { Value } from '../model/types.ts';
import { stepCode } from '../view/step-code.ts';
import { content } from './content.ts';
import { highlight } from './highlight.ts';

/** What a plan can ask for, as highlighted code: by setting and form, such as `kubelet.serverTLSBootstrap field`. */
export async function stepCodes(): Promise<Record<string, string>> {
  const { model } = content();
  const wanted = Object.entries(model.settings).flatMap(([id, setting]) => {
    const value: Value | undefined = setting.opens ?? setting.hardened ?? setting.example;
    if (value === undefined) return [];
    return (['flag', 'field'] as const).flatMap((form) => {
      const code = stepCode(model, id, value, form);
      return code === null ? [] : [{ key: `${id} ${form}`, code }];
    });
  });
  const made = await Promise.all(
    wanted.map(async ({ key, code }): Promise<[string, string]> => {
      const lines = await highlight(code.text, code.language);
      const markup = lines.map((line) =>
        line
          .map(({ text, kind }) =>
            kind === undefined ? escape(text) : `<span${attrs({ class: `t-${kind}` })}>${escape(text)}</span>`,
          )
          .join(''),
      );
      return [key, markup.join('\n')];
    }),
  );
  return Object.fromEntries(made);
}
