import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tie, type Place } from '../diagram/tie.ts';
import { pathsDecidedBy, placeDecided } from './deciding.ts';
import { highlight, type Token } from './highlight.ts';
import type { View } from './view.ts';

export interface SnippetLine {
  readonly tokens: readonly Token[];
  /** The setting that this line decides, and the paths that it decides with it. */
  readonly setting: string | undefined;
  readonly paths: readonly { readonly id: string; readonly label: string }[];
  readonly effect: string;
}

export interface SnippetView {
  readonly file: string;
  readonly code: string;
  readonly lines: readonly SnippetLine[];
  /** A drawing of the edge, tied to the lines that decide its marks; none where no line does. */
  readonly drawing: string | null;
}

const MARKER = /\s*# @(\S+)\s*$/;

/** The snippets of a path, highlighted, with the lines that decide a setting. Colours are left to classes. */
export async function snippetsOf(
  view: View,
  path: string,
  files: readonly string[],
): Promise<Record<string, SnippetView>> {
  const views = await Promise.all(
    files.map(async (file): Promise<[string, SnippetView]> => {
      const raw = readFileSync(join(process.cwd(), 'content/paths', path, 'snippets', file), 'utf8')
        .trimEnd()
        .split('\n');
      const settings = raw.map((line) => MARKER.exec(line)?.[1]);
      const code = raw.map((line) => line.replace(MARKER, '')).join('\n');
      const tokens = await highlight(code, file.endsWith('.sh') ? 'shellscript' : 'yaml');
      return [
        file,
        {
          file,
          code,
          drawing: drawingOf(view, path, settings),
          lines: tokens.map((line, index) => {
            const setting = settings[index];
            return {
              tokens: line,
              setting,
              effect: setting === undefined ? '' : (view.words.settings[setting]?.effect ?? ''),
              paths:
                setting === undefined
                  ? []
                  : pathsDecidedBy(view.model, setting).map((id) => ({ id, label: view.words.paths[id]?.label ?? id })),
            };
          }),
        },
      ];
    }),
  );
  return Object.fromEntries(views);
}

/** As tall as the code beside it: these are the measures of `.snippet pre` in the stylesheet. */
const LINE_HEIGHT = 22.75;
const PADDING = 12;
const SHORTEST = 7;

function drawingOf(view: View, path: string, settings: readonly (string | undefined)[]): string | null {
  const facts = view.model.paths[path];
  const lines = settings.flatMap((setting, line): { line: number; place: Place }[] => {
    const place = setting === undefined ? null : placeDecided(view.model, path, setting);
    return place === null ? [] : [{ line, place }];
  });
  if (!facts || lines.length === 0 || settings.length < SHORTEST) return null;
  return tie({
    lines,
    lineCount: settings.length,
    lineHeight: LINE_HEIGHT,
    padding: PADDING,
    client: view.component(facts.from[0] ?? ''),
    server: view.component(facts.to[0] ?? ''),
  });
}
