import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCssVariablesTheme, createHighlighter } from 'shiki';
import { pathsDecidedBy } from './path-page.ts';
import type { View } from './view.ts';

export interface SnippetLine {
  readonly tokens: readonly { readonly text: string; readonly kind: string | undefined }[];
  /** The setting that this line decides, and the paths that it decides with it. */
  readonly setting: string | undefined;
  readonly paths: readonly { readonly id: string; readonly label: string }[];
  readonly effect: string;
}

export interface SnippetView {
  readonly file: string;
  readonly code: string;
  readonly lines: readonly SnippetLine[];
}

const MARKER = /\s*# @(\S+)\s*$/;
const theme = createCssVariablesTheme({ name: 'kinds', variablePrefix: '--' });
const highlighter = createHighlighter({ themes: [theme], langs: ['yaml', 'shellscript'] });

/** The snippets of a path, highlighted, with the lines that decide a setting. Colours are left to classes. */
export async function snippetsOf(
  view: View,
  path: string,
  files: readonly string[],
): Promise<Record<string, SnippetView>> {
  const shiki = await highlighter;
  return Object.fromEntries(
    files.map((file): [string, SnippetView] => {
      const raw = readFileSync(join(process.cwd(), 'content/paths', path, 'snippets', file), 'utf8')
        .trimEnd()
        .split('\n');
      const settings = raw.map((line) => MARKER.exec(line)?.[1]);
      const code = raw.map((line) => line.replace(MARKER, '')).join('\n');
      const { tokens } = shiki.codeToTokens(code, {
        lang: file.endsWith('.sh') ? 'shellscript' : 'yaml',
        theme: 'kinds',
      });
      return [
        file,
        {
          file,
          code,
          lines: tokens.map((line, index) => {
            const setting = settings[index];
            return {
              tokens: line.map(({ content, color }) => ({
                text: content,
                kind: /token-([\w-]+)/.exec(color ?? '')?.[1],
              })),
              setting,
              effect: setting === undefined ? '' : (view.words.settings[setting] ?? ''),
              paths:
                setting === undefined
                  ? []
                  : pathsDecidedBy(view, setting).map((id) => ({ id, label: view.words.paths[id]?.label ?? id })),
            };
          }),
        },
      ];
    }),
  );
}
