import { expect, test } from '@playwright/test';
import { recordsOf } from '../../src/build/records.ts';
import { endings, otherNames, wordsApart } from '../../src/build/synonyms.ts';

const PAGE = `<!doctype html><html lang="en"><head><meta name="description" content="In short &amp; plain"></head><body>
<nav>Elsewhere</nav><main><nav class="crumbs">Map</nav><h1>A <code>path</code></h1><p>Begins.</p>
<figure data-map><p>Drawn</p></figure>
<section id="weak"><h2>Weak</h2><p>First.</p><p>Second, <code>--a-flag</code>.</p>
<article id="weakness-x"><h3>Open port</h3><p>Port 1.</p></article></section>
<section id="sources"><h2>Sources</h2><ul class="sources"><li>Cited</li></ul></section>
<section id="empty"><h2>Nothing yet</h2></section></main></body></html>`;

test('recordsOf(html) gives the beginning of a page and each section with words, once', () => {
  expect(recordsOf(PAGE)).toEqual({
    title: 'A path',
    records: [
      { anchor: null, heading: 'A path', text: 'In short & plain Begins.' },
      { anchor: 'weak', heading: 'Weak', text: 'First. Second, --a-flag.' },
      { anchor: 'weakness-x', heading: 'Open port', text: 'Port 1.' },
    ],
  });
});

test('recordsOf(html) leaves out a page that asks not to be found', () => {
  expect(recordsOf(PAGE.replace('<head>', '<head><meta name="robots" content="noindex">'))).toBeNull();
});

test('otherNames(terms) finds whole words, with their endings, and Han anywhere', () => {
  const terms = {
    cp: { term: 'control plane', also: ['master'] },
    zh: { term: '鉴权', also: ['授权检查'] },
    bare: { term: 'x' },
  };
  const names = otherNames(terms);
  expect(names('Two Control planes')).toEqual(['master']);
  expect(names('the uncontrol plane')).toEqual([]);
  expect(names('完成鉴权之后')).toEqual(['授权检查']);
});

test('wordsApart(text, tag) cuts Han and leaves the rest as it is', () => {
  expect(wordsApart('控制平面', 'zh-Hans')).toBe('控制 平面');
  expect(wordsApart('plano de controle', 'pt-BR')).toBe('plano de controle');
});

test('endings(text) gives what remains of long names, and nothing of short ones', () => {
  expect(endings('set --kubelet-certificate-authority and serverTLSBootstrap')).toEqual([
    'certificateauthority',
    'tlsbootstrap',
  ]);
  expect(endings('read-only, plain words')).toEqual([]);
});
