import { copyFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from 'node:http';
import { expect, test, type Page } from '@playwright/test';
import type { Slots } from '../../src/view/embed-code.ts';
import { expectPanel } from '../site/edges.ts';
import { empty, has, host, install, recipe, run, write } from './folder.ts';

/** What the recipes are filled with: one path, with its steps. */
function slotsOf(base: string): Slots {
  const view = `${base}embed/v1/es/apiserver-to-kubelet`;
  return {
    frame: `${view}/?steps=1-4`,
    view: `${view}/`,
    page: `${base}es/paths/apiserver-to-kubelet/`,
    picture: `${base}diagrams/es/apiserver-to-kubelet.svg`,
    png: `${base}diagrams/es/apiserver-to-kubelet.png`,
    script: `${base}embed.js`,
    oembed: `${base}oembed/v1/es/apiserver-to-kubelet.json`,
    file: `${view}.html`,
    title: 'Del servidor de la API al kubelet',
    attributes: ' path="apiserver-to-kubelet" lang="es"',
  };
}

let server: Server | undefined;
test.afterEach(() => {
  server?.close();
  server = undefined;
});

async function open(page: Page, dist: string, place = ''): Promise<void> {
  const opened = await host(dist);
  server = opened.server;
  await page.goto(opened.url + place);
}

/** The element shows its path, in Spanish. */
async function expectElement(page: Page): Promise<void> {
  const frame = page.frameLocator('kube-path iframe');
  await expectPanel(frame, 'apiserver-to-kubelet');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'es');
}

test('a reveal.js deck is driven by its keys with the focus in the frame, and starts and resets the steps', async ({
  page,
  baseURL,
}) => {
  const folder = install('reveal', ['reveal.js@6.0.2']);
  const dist = join(folder, 'dist');
  cpSync(join(folder, 'node_modules/reveal.js/dist'), join(dist, 'reveal'), { recursive: true });
  const { '': slide = '' } = recipe('reveal', slotsOf(baseURL!));
  write(dist, {
    'index.html': `<!doctype html><html lang="en"><link rel="stylesheet" href="reveal/reveal.css">
<div class="reveal"><div class="slides"><section><h2>One</h2></section>${slide}<section><h2>Three</h2></section></div></div>
<script src="reveal/reveal.js"></script><script>Reveal.initialize({ hash: false, transition: 'none' });</script></html>`,
  });
  await open(page, dist);
  const at = () =>
    page.evaluate(() => (self as unknown as { Reveal: { getIndices: () => { h: number } } }).Reveal.getIndices().h);
  await expect.poll(at).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(at).toBe(1);
  const frame = page.frameLocator('section.present iframe');
  const steps = frame.locator('[data-play]');
  await expect(steps).toContainText('Paso 1 de 4');
  await frame.getByRole('button', { name: 'Paso siguiente' }).click();
  await expect(steps).toContainText('Paso 2 de 4');
  // The button is pressed with the keyboard, the slide turned from inside the frame.
  await page.keyboard.press('Enter');
  await expect(steps).toContainText('Paso 3 de 4');
  await page.keyboard.press('ArrowRight');
  await expect.poll(at).toBe(2);
  await page.evaluate(() => (self as unknown as { Reveal: { prev: () => void } }).Reveal.prev());
  await expect(page.frameLocator('section.present iframe').locator('[data-play]')).toContainText('Paso 1 de 4');
});

test('a Marp deck has the picture, and its link', async ({ page, baseURL }) => {
  const folder = install('marp', ['@marp-team/marp-cli@4.5.1']);
  const { '': deck = '' } = recipe('marp', slotsOf(baseURL!));
  write(folder, { 'deck.md': deck });
  run(folder, join(folder, 'node_modules/.bin/marp'), ['deck.md', '-o', 'dist/index.html']);
  await open(page, join(folder, 'dist'));
  const picture = page.getByRole('img', { name: 'Del servidor de la API al kubelet' });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  await expect(page.locator(`a[href="${slotsOf(baseURL!).page}"]`)).toHaveCount(1);
});

test('a Starlight page shows the element', async ({ page, baseURL }) => {
  const folder = install('starlight', ['astro@7.3.4', '@astrojs/starlight@0.42.4', '@astrojs/markdown-remark@7']);
  const files = recipe('starlight', slotsOf(baseURL!));
  write(folder, {
    'astro.config.mjs': `import starlight from '@astrojs/starlight';
export default { integrations: [${files['astro.config.mjs'] ?? ''}] };`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
    'src/content/docs/index.mdx': `---\ntitle: Host\n---\n\n${files['src/content/docs/page.mdx'] ?? ''}\n`,
  });
  run(folder, process.execPath, [join(folder, 'node_modules/astro/bin/astro.mjs'), 'build']);
  await open(page, join(folder, 'dist'));
  await expectElement(page);
});

test('a Docusaurus page shows the element, also after moving there from another page', async ({ page, baseURL }) => {
  const folder = install('docusaurus', [
    '@docusaurus/core@3.10.2',
    '@docusaurus/plugin-content-docs@3.10.2',
    '@docusaurus/theme-classic@3.10.2',
    'react@19',
    'react-dom@19',
  ]);
  const files = recipe('docusaurus', slotsOf(baseURL!));
  write(folder, {
    'package.json': '{ "private": true }',
    'docusaurus.config.js': `module.exports = {
  title: 'Host', url: 'http://localhost', baseUrl: '/', trailingSlash: true, onBrokenLinks: 'ignore',
  ${files['docusaurus.config.js'] ?? ''}
  plugins: [['@docusaurus/plugin-content-docs', { routeBasePath: '/' }]],
  themes: ['@docusaurus/theme-classic'],
};`,
    'docs/index.mdx': '---\nslug: /\n---\n\n# Host\n\n[next](./page.mdx)\n',
    'docs/page.mdx': `# Page\n\n${files['docs/page.mdx'] ?? ''}\n`,
  });
  run(folder, process.execPath, [
    join(folder, 'node_modules/@docusaurus/core/bin/docusaurus.mjs'),
    'build',
    '--out-dir',
    'dist',
  ]);
  await open(page, join(folder, 'dist'));
  await page.getByRole('link', { name: 'next', exact: true }).click();
  await expectElement(page);
});

test('an MkDocs page shows the element', async ({ page, baseURL }) => {
  test.skip(!has('mkdocs'), 'MkDocs is not installed here.');
  const folder = install('mkdocs', []);
  const files = recipe('mkdocs', slotsOf(baseURL!));
  write(folder, {
    'mkdocs.yml': `site_name: Host\nsite_dir: dist\n${files['mkdocs.yml'] ?? ''}\n`,
    'docs/index.md': `# Host\n\n${files['docs/page.md'] ?? ''}\n`,
  });
  run(folder, 'mkdocs', ['build', '--clean']);
  await open(page, join(folder, 'dist'));
  await expectElement(page);
});

test('a Hugo page shows the element', async ({ page, baseURL }) => {
  test.skip(!has('hugo'), 'Hugo is not installed here.');
  const folder = install('hugo', []);
  empty(folder);
  const files = recipe('hugo', slotsOf(baseURL!));
  write(folder, {
    'config.toml': 'baseURL = "/"\ntitle = "Host"\n',
    'layouts/_default/single.html': '<!doctype html><html lang="es"><body>{{ .Content }}</body></html>',
    'layouts/shortcodes/kube-path.html': files['layouts/shortcodes/kube-path.html'] ?? '',
    'content/page.md': `---\ntitle: Page\n---\n\n${files['content/page.md'] ?? ''}\n`,
  });
  run(folder, 'hugo', ['--destination', 'dist']);
  await open(page, join(folder, 'dist'), 'page/');
  await expectElement(page);
});

test('a notebook keeps the frame in what nbconvert makes of it', async ({ page, baseURL }) => {
  test.skip(!has('jupyter-nbconvert'), 'nbconvert is not installed here.');
  const folder = install('jupyter', []);
  const { '': code = '' } = recipe('jupyter', slotsOf(baseURL!));
  const cell = { cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source: code };
  write(folder, {
    'book.ipynb': JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 4 }),
  });
  run(folder, 'jupyter-nbconvert', ['--to', 'html', '--execute', 'book.ipynb', '--output-dir', 'dist']);
  copyFileSync(join(folder, 'dist/book.html'), join(folder, 'dist/index.html'));
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toContain(slotsOf(baseURL!).view);
  await open(page, join(folder, 'dist'));
  await expectPanel(page.frameLocator('iframe'), 'apiserver-to-kubelet');
});
