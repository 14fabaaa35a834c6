import { createCssVariablesTheme, createHighlighter } from 'shiki';

export interface Token {
  readonly text: string;
  readonly kind: string | undefined;
}

const theme = createCssVariablesTheme({ name: 'kinds', variablePrefix: '--' });
const highlighter = createHighlighter({ themes: [theme], langs: ['yaml', 'shellscript'] });

/** The tokens of a code, line by line, with their kinds; colours are left to classes. */
export async function highlight(code: string, language: 'yaml' | 'shellscript'): Promise<Token[][]> {
  const { tokens } = (await highlighter).codeToTokens(code, { lang: language, theme: 'kinds' });
  return tokens.map((line) =>
    line.map(({ content, color }) => ({ text: content, kind: /token-([\w-]+)/.exec(color ?? '')?.[1] })),
  );
}
