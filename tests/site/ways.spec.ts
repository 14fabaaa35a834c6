import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { placeOf, places, sitemap } from '../../src/build/ways.ts';
import { LANGUAGES, languages } from '../../src/i18n/languages.ts';
import { files, pages, paths, read } from './built.ts';

const ORIGIN = 'https://example.org';
const full = () => pages().filter((address) => /^\w\w\//.test(address));

interface Crumb {
  position: number;
  name: string;
  item: string;
}

test('a search engine reads a sitemap with every page, each with its sisters and the one for everybody else', async ({
  page,
  baseURL,
}) => {
  const xml = sitemap(await places(join(import.meta.dirname, '../../dist')), ORIGIN);
  const entries = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    if (parsed.querySelector('parsererror')) throw new Error(parsed.documentElement.textContent);
    return [...parsed.querySelectorAll('url')].map((url) => ({
      loc: url.querySelector('loc')?.textContent ?? '',
      others: [...url.getElementsByTagName('xhtml:link')].map((link) => [
        link.getAttribute('hreflang') ?? '',
        link.getAttribute('href') ?? '',
      ]),
    }));
  }, xml);
  const base = new URL(baseURL!).pathname;
  expect(entries.map(({ loc }) => loc).sort()).toEqual(
    ['', ...full()].map((address) => `${ORIGIN}${base}${address}`).sort(),
  );
  const tags = [...languages.map((language) => LANGUAGES[language].tag as string), 'x-default'].sort();
  const known = new Set(entries.map(({ loc }) => loc));
  for (const { loc, others } of entries) {
    expect(others.map(([tag]) => tag).sort(), loc).toEqual(tags);
    for (const [, href = ''] of others) expect(known, loc).toContain(href);
  }
});

test('pages that ask not to be listed are in no sitemap', () => {
  expect(placeOf(read('embed/v1/en/map/'))).toBeNull();
  expect(placeOf(read('404.html'))).toBeNull();
  expect(files()).toContain('robots.txt');
  // The tests build without an origin, and a sitemap names whole addresses only.
  expect(files()).not.toContain('sitemap.xml');
});

test('a search engine reads what every page is and where it stands', () => {
  for (const address of full()) {
    const html = read(address);
    const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    const data = JSON.parse(text) as { '@graph': Record<string, unknown>[] };
    const [own, list] = data['@graph'];
    expect(own?.['inLanguage'], address).toBe(LANGUAGES[address.slice(0, 2) as keyof typeof LANGUAGES].tag);
    expect(String(own?.['url']).endsWith(`/${address}`), address).toBe(true);
    expect(String(own?.['description']).length, address).toBeGreaterThan(20);
    if (/^\w\w\/$/.test(address)) {
      expect(own?.['@type']).toBe('WebSite');
      continue;
    }
    expect(own?.['@type'], address).toBe('TechArticle');
    const crumbs = list?.['itemListElement'] as Crumb[];
    expect(crumbs.map(({ position }) => position)).toEqual(crumbs.map((_, index) => index + 1));
    expect(crumbs.at(-1)?.item.endsWith(`/${address}`), address).toBe(true);
    for (const { name } of crumbs) expect(name.length, address).toBeGreaterThan(0);
  }
});

for (const language of languages)
  test(`a visitor sees where a page stands and goes back to the map (${language})`, async ({ page }) => {
    for (const place of ['about/', 'search/', 'paths/konnectivity/']) {
      await page.goto(`${language}/${place}`);
      const crumbs = page.locator('nav.crumbs');
      await expect(crumbs.locator('[aria-current="page"]')).not.toBeEmpty();
      await crumbs.getByRole('link').first().click();
      await expect(page).toHaveURL(new RegExp(`/${language}/$`));
    }
  });

test('every page describes itself in words of its own', () => {
  for (const language of languages) {
    const own = full().filter((address) => address.startsWith(language));
    const descriptions = own.map((address) => /<meta name="description" content="([^"]+)"/.exec(read(address))?.[1]);
    expect(new Set(descriptions).size, language).toBe(own.length);
  }
});

for (const language of languages)
  test(`a reader of feeds hears what was corrected (${language})`, async ({ page, baseURL }) => {
    await page.goto(`${language}/about/`);
    const href = await page.locator('head link[type="application/rss+xml"]').getAttribute('href');
    await expect(page.locator('#log').getByRole('link', { name: 'RSS' })).toHaveAttribute('href', href!);
    const answer = await page.request.get(href!);
    const items = await page.evaluate(
      ([text, base]) => {
        const feed = new DOMParser().parseFromString(text, 'application/xml');
        if (feed.querySelector('parsererror')) throw new Error(feed.documentElement.textContent);
        return [...feed.querySelectorAll('item')].map((item) => ({
          guid: item.querySelector('guid')?.textContent ?? '',
          date: Date.parse(item.querySelector('pubDate')?.textContent ?? ''),
          link: new URL(item.querySelector('link')?.textContent ?? '', base).pathname,
          text: item.querySelector('description')?.textContent ?? '',
        }));
      },
      [await answer.text(), baseURL!] as const,
    );
    expect(items.length).toBe(await page.locator('#log li').count());
    expect(new Set(items.map(({ guid }) => guid)).size).toBe(items.length);
    const dates = items.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
    for (const { link, text } of items) {
      expect(text.length).toBeGreaterThan(20);
      expect((await page.request.get(link)).status(), link).toBe(200);
    }
  });

test('a drawing for other sites stands ready for the map and for every path, in every language', () => {
  for (const language of languages)
    for (const view of ['map', ...paths]) {
      const svg = read(`social/${language}/${view}.svg`);
      expect(svg, view).toContain('width="1200" height="630"');
      expect(svg, view).not.toMatch(/undefined|NaN/);
    }
});
