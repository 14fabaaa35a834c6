const NAMES = ['nodes', 'pods', 'schedulers', 'kubelet', 'node', 'pod', 'service', 'ssh', 'konnectivity'];

/** The thirty lines that a page needs for edges that answer. */
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
 * The plainest page that does what a visitor does on the map: nine lines around a hub, a panel for each with about as
 * much to read as ours, a link to another language. In one file and with nothing else, it is the measure of the site.
 *
 * @param {string} language
 */
export function floorPage(language) {
  const other = language === 'en' ? 'es' : 'en';
  const edge = (/** @type {string} */ name, /** @type {number} */ index) =>
    `<a href="#${name}" data-path="${name}" transform="rotate(${index * 40} 180 180)"><path d="M180 150V30"/></a>`;
  const panel = (/** @type {string} */ name) => `<section id="${name}" data-panel data-path="${name}" hidden>
<h2>${name}</h2><p>The connection is encrypted, but the API server accepts any serving certificate.</p>
<dl><dt>Transport: encrypted<dd>HTTPS, TLS 1.2 or newer; the port cannot be switched off
<dt>Server: not verified<dd>There is no CA to check against, and any certificate is accepted
<dt>Client: authenticated<dd>The target grants nothing to callers without a credential
<dt>Authorization: checked<dd>The target asks the API server whether this caller may do this</dl>
<ul><li>High: the serving certificate is not verified<li>High: one right is enough to run commands
<li>Medium: a node chooses the address that is dialed<li>Medium: a stolen credential reaches beyond its node</ul>
<a href="${name}/">Read the page</a></section>`;
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Floor</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>body{font:16px sans-serif}svg{max-width:40rem}path{stroke:navy;stroke-width:9}[aria-current] path{stroke:red}</style>
<nav data-languages><a href="../${other}/" hreflang="${other}">${other}</a></nav><h1>Paths</h1>
<svg data-diagram viewBox="0 0 360 360">${NAMES.map(edge).join('')}<circle cx="180" cy="180" r="30"/></svg>
${NAMES.map(panel).join('')}<script>${SCRIPT}</script></html>
`;
}
