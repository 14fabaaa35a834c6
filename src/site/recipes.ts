/** How a host takes one of the ways in. */
export interface Recipe {
  readonly id: string;
  readonly name: string;
  /** With which version it was tried, or the page of its documentation that it was written from; else neither. */
  readonly tried?: string;
  readonly source?: string;
  readonly code: string;
}

export const RECIPES: readonly Recipe[] = [
  {
    id: 'reveal',
    name: 'reveal.js',
    tried: 'reveal.js 6.0.2',
    code: `<section>
  <iframe data-src="{frame}"
    title="{title}" sandbox="allow-scripts" width="100%" height="640"></iframe>
</section>`,
  },
  {
    id: 'marp',
    name: 'Marp',
    tried: 'Marp CLI 4.5.1',
    code: `---
marp: true
---

[![h:600 {title}]({picture})]({page})`,
  },
  {
    id: 'docusaurus',
    name: 'Docusaurus',
    tried: 'Docusaurus 3.10.2',
    code: `// docusaurus.config.js
scripts: [{ src: '{script}', async: true }],

// docs/page.mdx
<kube-path{attributes}></kube-path>`,
  },
  {
    id: 'mkdocs',
    name: 'MkDocs',
    tried: 'MkDocs 1.4.2',
    code: `# mkdocs.yml
extra_javascript:
  - {script}

# docs/page.md
<kube-path{attributes}></kube-path>`,
  },
  {
    id: 'hugo',
    name: 'Hugo',
    tried: 'Hugo 0.111.3',
    code: `{{/* layouts/shortcodes/kube-path.html */}}
<script async src="{script}"></script>
<kube-path path="{{ .Get 0 }}"></kube-path>

{{/* content/page.md */}}
{{< kube-path apiserver-to-kubelet >}}`,
  },
  {
    id: 'starlight',
    name: 'Starlight',
    tried: 'Starlight 0.42.4',
    code: `// astro.config.mjs
starlight({
  title: 'Docs',
  head: [{ tag: 'script', attrs: { src: '{script}', async: true } }],
})

// src/content/docs/page.mdx
<kube-path{attributes}></kube-path>`,
  },
  {
    id: 'jupyter',
    name: 'Jupyter',
    tried: 'nbconvert 6.5.3',
    code: `from IPython.display import IFrame
IFrame("{frame}", width="100%", height=900)`,
  },
  { id: 'moodle', name: 'Moodle', code: `<iframe src="{frame}" title="{title}" width="100%" height="900"></iframe>` },
  {
    id: 'canvas',
    name: 'Canvas',
    source: 'https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_window_post_message',
    code: `<iframe src="{frame}" title="{title}" width="100%" height="900"></iframe>`,
  },
  { id: 'confluence', name: 'Confluence', code: '{picture}\n{page}' },
  { id: 'notion', name: 'Notion', code: '{frame}' },
  {
    id: 'slides',
    name: 'Google Slides',
    source: 'https://developers.google.com/workspace/slides/api/guides/add-image',
    code: '{png}\n{page}',
  },
  { id: 'powerpoint', name: 'PowerPoint', code: '{picture}\n{page}' },
];
