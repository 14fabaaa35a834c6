import { fill, optionsFor, slotsOf } from '../view/embed-code.ts';

/** The options of the page about embedding: every snippet and the preview follow them. */
function build(form: HTMLFormElement): void {
  const preview = document.querySelector<HTMLElement>('[data-preview]');
  const frame = preview?.querySelector('iframe');
  const file = document.querySelector<HTMLElement>('[data-way="file"]');
  const base = new URL(form.dataset['base'] ?? '/', location.href).href;

  function follow(): void {
    const view = form.querySelector<HTMLSelectElement>('[name="view"]');
    const { value: id, dataset } = view?.selectedOptions[0] ?? new Option('', 'map');
    disable(optionsFor(id));
    const chosen = new FormData(form);
    const option = (name: string): string => chosen.getAll(name).map(String).join('+');
    const pictures = dataset['pictures']?.split(' ') ?? [];
    const slots = slotsOf(base, option('lang'), { id, title: dataset['title'] ?? '', pictures }, option);
    for (const code of document.querySelectorAll<HTMLElement>('[data-template]'))
      code.replaceChildren(
        ...fill(code.dataset['template'] ?? '', slots)
          .split('\n')
          .map(line),
      );
    if (file) file.hidden = slots.file === '';
    const download = file?.querySelector('a');
    if (download) download.href = slots.file;
    if (frame && frame.src !== slots.frame) frame.src = slots.frame;
  }

  /** What means nothing to the chosen view cannot be chosen. */
  function disable(options: readonly string[]): void {
    for (const field of form.elements)
      if (isField(field)) field.disabled = ![...options, 'view', 'lang'].includes(field.name);
  }

  /** Takes over what the address asks for, as the pages give it on. */
  function preset(): void {
    const asked = new URLSearchParams(location.search);
    for (const field of form.elements) {
      const value = isField(field) ? asked.get(field.name === 'view' && asked.has('path') ? 'path' : field.name) : null;
      if (value === null) continue;
      if (field instanceof HTMLInputElement && field.type === 'text') field.value = value;
      if (field instanceof HTMLSelectElement && [...field.options].some((one) => one.value === value))
        field.value = value;
    }
  }

  form.hidden = false;
  if (preview) preview.hidden = false;
  form.addEventListener('change', follow);
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source === null || source !== frame?.contentWindow || typeof data !== 'object' || data === null) return;
    if ('kubepaths' in data && 'height' in data && typeof data.height === 'number')
      frame.style.height = `${Math.min(data.height, 1600)}px`;
  });
  preset();
  follow();
}

function isField(element: Element): element is HTMLInputElement | HTMLSelectElement {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
}

function line(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'line';
  element.textContent = text;
  return element;
}

const form = document.querySelector<HTMLFormElement>('[data-builder]');
if (form) build(form);
