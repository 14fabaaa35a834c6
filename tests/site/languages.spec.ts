import { expect, test } from '@playwright/test';
import { LANGUAGES, languages } from '../../src/i18n/languages.ts';
import { documents, paths } from './built.ts';
import { click, edge, expectPanel } from './edges.ts';

const names = languages.map((language) => LANGUAGES[language].name);
const tags = languages.map((language) => LANGUAGES[language].tag);
const pathname = (href: string, from: string): string => new URL(href, from).pathname;

test('a search engine finds every page in five languages that name each other', async ({ page, baseURL }) => {
  test.slow();
  const all = await documents(page);
  const alternatesOf = (address: string): Record<string, string> => {
    const { references = [] } = all.find((one) => one.address === address) ?? {};
    return Object.fromEntries(
      references
        .filter(({ element, rel, hreflang }) => element === 'link' && rel === 'alternate' && hreflang !== '')
        .map(({ hreflang, value }) => [hreflang, pathname(value, baseURL!)]),
    );
  };
  const pages = all.filter(({ address }) => /^(\w\w\/|$)/.test(address));
  expect(pages.length).toBeGreaterThan(languages.length * (2 + paths.length));
  expect((pages.length - 1) % languages.length).toBe(0);
  for (const { address, lang, references } of pages) {
    const here = pathname(address, baseURL!);
    const alternates = alternatesOf(address);
    expect(Object.keys(alternates).sort(), address).toEqual([...tags, 'x-default'].sort());
    for (const href of Object.values(alternates)) {
      const target = href.slice(pathname('', baseURL!).length);
      if (address !== '') expect([target, alternatesOf(target)], address).toEqual([target, alternates]);
    }
    if (address !== '') {
      expect(lang, address).toBe(LANGUAGES[address.slice(0, 2) as keyof typeof LANGUAGES].tag);
      expect(alternates[lang], address).toBe(here);
    } else expect(alternates['x-default']).toBe(here);
    const canonical = references.filter(({ rel }) => rel === 'canonical').map(({ value }) => pathname(value, baseURL!));
    expect(canonical).toEqual([here]);
  }
});

test('a visitor stays in one language on every link but those of the language choice', async ({ page, baseURL }) => {
  // It reads every page of the site.
  test.slow();
  const base = pathname('', baseURL!);
  const strays: string[] = [];
  for (const { address, lang, references } of await documents(page)) {
    const segment = /^(?:embed\/v1\/)?(\w\w)\//.exec(address)?.[1];
    if (segment === undefined) continue;
    expect(lang, address).toBe(LANGUAGES[segment as keyof typeof LANGUAGES].tag);
    for (const { element, attribute, value, choice } of references) {
      const url = new URL(value.split(' ')[0] ?? '', new URL(address, baseURL));
      if (choice || !['a', 'img', 'source'].includes(element) || url.origin !== new URL(baseURL!).origin) continue;
      const inside = url.pathname.slice(base.length);
      if (
        !new RegExp(
          `^(embed/v1/|diagrams/|handouts/|lesson/|)${segment}/|^data/v1/(model|schema|${segment})\\.json$`,
        ).test(inside)
      )
        strays.push(`${address}: ${element} ${attribute}=${value}`);
    }
  }
  expect(strays).toEqual([]);
});

for (const language of languages)
  test(`a visitor sees five languages under their own names (${language})`, async ({ page }) => {
    for (const place of ['', 'about/', 'paths/ssh-tunnel/']) {
      await page.goto(`${language}/${place}`);
      const links = page.locator('nav[data-languages]').getByRole('link');
      await expect(links).toHaveCount(languages.length);
      for (const [index, tag] of tags.entries()) {
        const link = links.nth(index);
        await expect(link).toHaveAccessibleName(names[index] ?? '');
        await expect(link).toHaveAttribute('hreflang', tag);
        await expect(link).toHaveAttribute('lang', tag);
      }
      await expect(page.locator('nav[data-languages] a[aria-current]')).toHaveAttribute(
        'hreflang',
        LANGUAGES[language].tag,
      );
    }
  });

test('a visitor changes the language through all five and keeps the open edge', async ({ page }) => {
  await page.goto('en/?path=apiserver-to-pod&theme=dark');
  for (const language of [...languages.slice(1), 'en'] as const) {
    await page.locator('nav[data-languages]').getByRole('link', { name: LANGUAGES[language].name }).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/\\?path=apiserver-to-pod&theme=dark$`));
    await expectPanel(page, 'apiserver-to-pod');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  }
});

test('a visitor chooses an edge, then another language, and finds the edge open', async ({ page }) => {
  await page.goto('en/');
  await click(edge(page, 'node-to-apiserver'));
  await page.locator('nav[data-languages]').getByRole('link', { name: '简体中文' }).click();
  await expect(page).toHaveURL(/\/zh\/\?path=node-to-apiserver$/);
  await expectPanel(page, 'node-to-apiserver');
});

test('a visitor who closed the edge takes it to no other language', async ({ page }) => {
  await page.goto('en/?path=node-to-apiserver');
  await edge(page, 'node-to-apiserver').focus();
  await page.keyboard.press('Escape');
  await page.locator('nav[data-languages]').getByRole('link', { name: 'Español' }).click();
  await expect(page).toHaveURL(/\/es\/$/);
});

test('a visitor changes the language on a path page and keeps page, section and edge', async ({ page }) => {
  await page.goto('pt/paths/apiserver-to-kubelet/#weaknesses');
  await page.locator('nav[data-languages]').getByRole('link', { name: 'Italiano' }).click();
  await expect(page).toHaveURL(/\/it\/paths\/apiserver-to-kubelet\/#weaknesses$/);
  await expect(page.locator('#weaknesses')).toBeInViewport();
  await click(edge(page, 'konnectivity'));
  await page.locator('nav[data-languages]').getByRole('link', { name: 'Español' }).click();
  await expect(page).toHaveURL(/\/es\/paths\/apiserver-to-kubelet\/#konnectivity$/);
  await expectPanel(page, 'konnectivity');
});

test('a visitor follows a link within the page, and the language links follow', async ({ page }) => {
  await page.goto('en/paths/konnectivity/');
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link').last().click();
  await expect(page).toHaveURL(/#sources$/);
  await page.locator('nav[data-languages]').getByRole('link', { name: '简体中文' }).click();
  await expect(page).toHaveURL(/\/zh\/paths\/konnectivity\/#sources$/);
});

test('a visitor with a wrong address is told so in five languages', async ({ page }) => {
  const answer = await page.goto('zh/paths/no-such-path/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('listitem')).toHaveCount(languages.length);
  for (const language of languages) {
    const entry = page.locator(`li[lang="${LANGUAGES[language].tag}"]`);
    await expect(entry).toContainText(LANGUAGES[language].name);
    await expect(entry.getByRole('link')).toHaveAttribute('href', new RegExp(`/${language}/$`));
  }
  const said = await page.getByRole('listitem').allTextContents();
  expect(new Set(said).size).toBe(languages.length);
});

test.describe('with a browser in Brazilian Portuguese', () => {
  test.use({ locale: 'pt-BR' });

  test('a visitor is offered the own language at the start, and led nowhere', async ({ page, baseURL }) => {
    await page.goto('./');
    await expect(page.locator('li[data-offered]')).toHaveCount(1);
    await expect(page.locator('li[data-offered]').getByRole('link')).toHaveAttribute('hreflang', 'pt-BR');
    expect(page.url()).toBe(baseURL);
    for (const [index, tag] of tags.entries()) {
      const link = page.locator('[data-languages] a').nth(index);
      await expect(link).toHaveAttribute('hreflang', tag);
      await expect(link).toContainText(names[index] ?? '');
    }
  });
});
