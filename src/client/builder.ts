import { fill, type Slots } from '../view/embed-code.ts';

/** The options of the page about embedding: every snippet and the preview follow them. */
function build(form: HTMLFormElement): void {
  const preview = document.querySelector<HTMLElement>('[data-preview]');
  const frame = preview?.querySelector('iframe');
  const base = new URL(form.dataset['base'] ?? '/', location.href).href;

  function follow(): void {
    const slots = slotsOf(new FormData(form), form, base);
    for (const code of document.querySelectorAll<HTMLElement>('[data-template]'))
      code.replaceChildren(
        ...fill(code.dataset['template'] ?? '', slots)
          .split('\n')
          .map(line),
      );
    const file = document.querySelector<HTMLAnchorElement>('[data-file]');
    if (file) file.href = slots.file;
    if (frame && frame.src !== slots.frame) frame.src = slots.frame;
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
  follow();
}

function line(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'line';
  element.textContent = text;
  return element;
}

function slotsOf(chosen: FormData, form: HTMLFormElement, base: string): Slots {
  const one = (name: string): string => chosen.getAll(name).map(String).join('+');
  const [view, lang] = [one('view'), one('lang')];
  const state = ['scenario', 'from', 'theme'] as const;
  const query = (names: readonly string[]): string => {
    const said = names.map((name) => [name, one(name)] as const).filter(([, value]) => value !== '');
    return said.length === 0 ? '' : `?${said.map(([name, value]) => `${name}=${value}`).join('&')}`;
  };
  const options = [...state, 'step', 'controls', 'keys', 'languages'];
  const embed = `${base}embed/v1/${lang}/${view}`;
  const scenario = one('scenario');
  const dark = one('theme') === 'dark' ? '.dark' : '';
  const option = form.querySelector<HTMLOptionElement>(`select[name="view"] option[value="${view}"]`);
  // A path has a picture of its own in the scenarios that change it.
  const drawn = option?.dataset['pictures']?.split(' ').includes(scenario) ? `.${scenario}` : '';
  const picture = `${base}diagrams/${lang}/${view}${drawn}${drawn === '' || view === 'map' ? dark : ''}`;
  const attributes = [
    ['path', view === 'map' ? '' : view],
    ['lang', lang],
    ...options.map((name) => [name, one(name)]),
  ];
  return {
    frame: `${embed}/${query(options)}`,
    view: `${embed}/`,
    page: `${base}${lang}/${view === 'map' ? '' : `paths/${view}/`}${query(state)}`,
    picture: `${picture}.svg`,
    png: `${picture}.png`,
    script: `${base}embed.js`,
    oembed: `${base}oembed/v1/${lang}/${view}.json`,
    file: `${embed}.html`,
    title: option?.dataset['title'] ?? '',
    attributes: attributes.map(([name, value]) => (value === '' ? '' : ` ${name ?? ''}="${value ?? ''}"`)).join(''),
  };
}

const form = document.querySelector<HTMLFormElement>('[data-builder]');
if (form) build(form);
