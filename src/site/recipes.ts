/** How a host takes one of the ways in. */
export type Recipe = {
  readonly id: string;
  readonly name: string;
  readonly code: string;
} & (
  | {
      /** The version with which it was tried. */
      readonly tried: string;
      readonly source?: never;
    }
  | {
      /** The page of the host's own documentation that it was written from. */
      readonly source: string;
      readonly tried?: never;
    }
);

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
  {
    id: 'moodle',
    name: 'Moodle',
    // The help that Moodle shows beside the field “Display”.
    source:
      'https://github.com/moodle/moodle/blob/06c5a6c883ecdce4866446b873270d99978280da/mod/url/lang/en/url.php#L38-L45',
    code: `{frame}

<iframe src="{frame}" title="{title}" width="100%" height="900"></iframe>`,
  },
  {
    id: 'canvas',
    name: 'Canvas',
    source: 'https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_window_post_message',
    code: `<iframe src="{frame}" title="{title}" width="100%" height="900"></iframe>`,
  },
  {
    id: 'confluence',
    name: 'Confluence',
    source: 'https://confluence.atlassian.com/conf91/confluence-storage-format-1442847767.html',
    code: `<p><ac:image><ri:url ri:value="{picture}" /></ac:image></p>
<p><a href="{page}">{title}</a></p>`,
  },
  {
    id: 'notion',
    name: 'Notion',
    source: 'https://developers.notion.com/reference/block#embed',
    code: '{frame}',
  },
  {
    id: 'slides',
    name: 'Google Slides',
    source: 'https://developers.google.com/workspace/slides/api/guides/add-image',
    code: '{png}\n{page}',
  },
  {
    id: 'powerpoint',
    name: 'PowerPoint',
    source: 'https://learn.microsoft.com/en-us/dotnet/api/documentformat.openxml.office2019.drawing.svg',
    code: '{picture}\n{page}',
  },
];
