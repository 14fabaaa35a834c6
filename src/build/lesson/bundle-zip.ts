import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PALETTE } from '../../diagram/palette.ts';
import { bundleName, fileName, kindsOf, partName, singleOf } from '../../site/lesson-files.ts';
import { parts } from '../../site/parts.ts';
import type { View } from '../../site/view.ts';
import type { Job } from './jobs.ts';
import { hash } from './store.ts';
import { xml } from './xml.ts';
import { zip } from './zip.ts';

/** A file that exists already, and its name in the lesson. */
export interface Ready {
  readonly file: string;
  readonly from: string;
}

/** The views that the build holds as one file each. */
export function singles(view: View, dist: string): Ready[] {
  const folder = join(dist, 'embed', 'v1', view.language);
  return parts(view).flatMap((part) => {
    const name = singleOf(part);
    return name === null ? [] : [{ file: `${name}.html`, from: join(folder, `${name}.html`) }];
  });
}

/** All files of a language in one, with a page that lists them. */
export async function bundleJob(view: View, ready: readonly Ready[]): Promise<Job> {
  const page = contents(view);
  const files = async (): Promise<(readonly [string, Buffer])[]> =>
    Promise.all(ready.map(async ({ file, from }) => [file, await readFile(from)] as const));
  const sums = (await files()).map(([file, bytes]) => [file, hash([bytes])]);
  return {
    language: view.language,
    file: bundleName(view.language),
    key: JSON.stringify([page, sums]),
    make: async () => zip({ 'index.html': page, ...Object.fromEntries(await files()) }),
  };
}

/** What the file holds, as a page that asks for nothing. */
function contents(view: View): string {
  const { t } = view;
  const title = xml(t('teach.courseTitle'));
  const rows = parts(view).map((part) => {
    const single = singleOf(part);
    const links = [
      ...kindsOf(part).map((kind) => [fileName(part, kind), t(`teach.kinds.${kind}`)] as const),
      ...(single === null ? [] : [[`${single}.html`, t('teach.kinds.single')] as const]),
    ].map(([file, name]) => `<a href="${file}">${xml(name)}</a>`);
    return `<li><b>${xml(partName(view, part))}</b><br>${links.join(' · ')}</li>`;
  });
  return `<!doctype html>
<html lang="${view.tag}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${STYLES}</style>
<h1>${title}</h1>
<ul>
${rows.join('\n')}
</ul>
<p>${xml(t('teach.licence'))}</p>
</html>
`;
}

const { light, dark } = PALETTE;
const STYLES = `:root{color-scheme:light dark}
body{max-width:760px;margin:0 auto;padding:24px 16px 48px;background:light-dark(${light.paper},${dark.paper});color:light-dark(${light.ink},${dark.ink});font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}
:lang(zh){font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif}
h1{font:600 30px/1.2 Georgia,'Noto Serif','Noto Serif CJK SC',serif}
ul{padding:0;list-style:none}
li{padding:10px 0;border-top:1px solid light-dark(${light.rule},${dark.rule})}
a{color:light-dark(${light.link},${dark.link})}`;
