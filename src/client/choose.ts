/** Marks the visitor's own language among the choices; it offers and never leads away. */
const wanted = navigator.languages.map((tag) => tag.split('-')[0]);
const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-languages] a[hreflang]')];
const best = wanted
  .map((language) => links.find((link) => link.hreflang.split('-')[0] === language))
  .find((link) => link !== undefined);
best?.closest('li')?.setAttribute('data-offered', '');
