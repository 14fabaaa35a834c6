import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { basePath } from './src/build/base-path.mjs';
import { csp } from './src/build/csp.ts';
import { search } from './src/build/search.ts';
import { single } from './src/build/single.ts';
import { ways } from './src/build/ways.ts';

const site = process.env['SITE_URL'];

export default defineConfig({
  base: basePath(process.env['BASE_PATH']),
  ...(site === undefined || site === '' ? {} : { site }),
  trailingSlash: 'always',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  // What a writer types is what a reader sees: flags keep their two hyphens, snippets get their colours elsewhere.
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false } }) },
  integrations: [
    mdx(),
    csp({
      policy: {
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'img-src': "'self' data:",
        'connect-src': "'self'",
        'font-src': "'none'",
        'base-uri': "'none'",
        'form-action': "'none'",
      },
      // What a reader pastes stays with the reader.
      except: (page) => {
        if (/^\w+\/check\/$/.test(page)) return { 'connect-src': "'none'" };
        // The page about embedding frames a page of ours.
        return /^\w+\/embed\/$/.test(page) ? { 'frame-src': "'self'" } : undefined;
      },
    }),
    // After the policy: it reads the finished pages.
    single(),
    search(),
    ways(),
  ],
  vite: {
    // light-dark() and nesting reach the browser as they are written; older targets would have them rewritten at length.
    build: {
      target: 'es2022',
      cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
      modulePreload: { polyfill: false },
      rollupOptions: {
        // Astro marks MDX modules with a directive of its own, which the bundler need not understand.
        onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
      },
    },
  },
});
