/**
 * Puts a field where the link to the search page stands, and fetches the search itself when the field is first used.
 *
 * @param script the address of the script that does the searching
 */
export function searchField(script: URL): void {
  const place = document.querySelector<HTMLElement>('[data-search]');
  if (!place) return;
  const field = document.createElement('input');
  field.type = 'search';
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.enterKeyHint = 'search';
  field.placeholder = place.dataset['search'] ?? '';
  field.setAttribute('aria-label', field.placeholder);
  field.setAttribute('aria-keyshortcuts', '/');
  place.replaceChildren(field);
  field.addEventListener('focus', () => load(script), { once: true });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  const asked = place.closest('main') && new URLSearchParams(location.search).get('q');
  if (asked === null) return;
  field.value = asked;
  field.focus();
}

function load(script: URL): void {
  const element = document.createElement('script');
  element.src = script.href;
  document.head.append(element);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
