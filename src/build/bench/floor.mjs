const NAMES = ['nodes', 'pods', 'schedulers', 'kubelet', 'node', 'pod', 'service', 'ssh', 'konnectivity'];

/** The thirty lines that a page needs for edges that answer. They run as they stand here. */
const SCRIPT = `
const edges = [...document.querySelectorAll('a[data-path]')];
const panels = [...document.querySelectorAll('[data-panel]')];
const links = [...document.querySelectorAll('[data-languages] a')];

function chosen() {
  return new URLSearchParams(location.search).get('path');
}

function show(path) {
  for (const panel of panels) panel.hidden = panel.dataset.path !== path;
  for (const edge of edges) {
    if (edge.dataset.path === path) edge.setAttribute('aria-current', 'true');
    else edge.removeAttribute('aria-current');
  }
  for (const link of links) {
    const url = new URL(link.href);
    url.search = location.search;
    link.href = url.href;
  }
}

for (const edge of edges)
  edge.addEventListener('click', (event) => {
    event.preventDefault();
    history.pushState(null, '', '?path=' + edge.dataset.path);
    show(edge.dataset.path);
  });
addEventListener('popstate', () => show(chosen()));
show(chosen());
`;

/**
 * The plainest page that does what a visitor does on the map: nine lines around a hub, a panel for each, a link to
 * another language. Written by hand and in one file, it is as fast as such a page can be, and the measure of ours.
 *
 * @param {string} language
 */
export function floorPage(language) {
  const other = language === 'en' ? 'es' : 'en';
  const edges = NAMES.map((name, index) => {
    const angle = (index / NAMES.length) * 2 * Math.PI;
    const [x, y] = [Math.cos(angle), Math.sin(angle)].map((part) => Math.round(180 + 140 * part));
    const d = `M180 180L${x} ${y}`;
    const text = `<text x="${x}" y="${y}">${name}</text>`;
    return `<a href="#${name}" data-path="${name}"><path class="hit" d="${d}"/><path d="${d}"/>${text}</a>`;
  });
  const panels = NAMES.map(
    (name) => `<section id="${name}" data-panel data-path="${name}" hidden><h2>${name}</h2>
<p>The API server opens this connection and does not verify who answers.</p>
<dl><dt>Transport<dd>TLS<dt>Server<dd>not verified<dt>Client<dd>certificate<dt>Authorization<dd>checked</dl>
<ul><li>The serving certificate is not verified<li>Anonymous requests are accepted</ul></section>`,
  );
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Floor</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:auto}svg{max-width:40rem}path{stroke:#14232e;stroke-width:3}
.hit{stroke:transparent;stroke-width:18}[aria-current] path{stroke:#9c1040}text{font-size:11px}</style>
<nav data-languages><a href="../${other}/" hreflang="${other}">${other}</a></nav><h1>Paths</h1>
<svg data-diagram viewBox="0 0 360 360">${edges.join('')}<circle cx="180" cy="180" r="30"/></svg>
<div>${panels.join('')}</div><script>${SCRIPT}</script></html>
`;
}
