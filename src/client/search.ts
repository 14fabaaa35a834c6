import { finder, type Answer } from './find.ts';
import { HitList } from './hits.ts';

/** What the search says, in the language of the page; made by src/pages/[lang]/search/words.json.ts. */
export interface SearchWords {
  readonly none: string;
  readonly help: string;
  readonly failed: string;
  readonly label: string;
  readonly all: string;
  /** How many were found, by the plural category of the number. */
  readonly counts: Readonly<Record<string, string>>;
  readonly css: string;
}

const WAIT = 120;
const FEW = 8;
const MANY = 30;

/** The search behind the field: fetched when the field is first used, with index, words and looks. */
async function start(script: HTMLScriptElement): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-search]');
  const field = place?.querySelector('input');
  if (!place || !field) return;
  const base = new URL('..', script.src).pathname;
  const own = `${base}${location.pathname.slice(base.length).split('/')[0] ?? ''}/search/`;
  const words = (await (await fetch(`${own}words.json`)).json()) as SearchWords;
  await looks(words.css);

  const wide = place.closest('main') !== null;
  const find = finder(base, wide ? MANY : FEW);
  const list = new HitList(place, field, words, wide);
  let turn = 0;
  let waiting = 0;
  const search = async (): Promise<void> => {
    const mine = ++turn;
    const asked = field.value.trim();
    if (wide) remember(asked);
    if (asked === '') {
      list.close();
      return;
    }
    const answer = await find(asked).catch((): Answer | null => null);
    if (mine !== turn) return;
    if (answer === null) list.say(words.failed);
    else list.show(asked, answer, wide ? null : `${own}?q=${encodeURIComponent(asked)}`);
  };
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void search(), WAIT);
  });
  field.addEventListener('focus', () => void search());
  await search();
}

/** The style sheet comes before the first hit, so that nothing is painted bare. */
function looks(href: string): Promise<void> {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = href;
  return new Promise((resolve) => {
    sheet.onload = sheet.onerror = () => resolve();
    document.head.append(sheet);
  });
}

/** The address of the search page names what was asked for, so that it can be kept and sent. */
function remember(asked: string): void {
  const url = new URL(location.href);
  if (asked === '') url.searchParams.delete('q');
  else url.searchParams.set('q', asked);
  history.replaceState(null, '', url);
}

if (document.currentScript instanceof HTMLScriptElement) void start(document.currentScript);
