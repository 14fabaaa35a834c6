import { expect, test, type Page } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { documents, file, files, pages, paths, read } from './built.ts';

/** What a page does that it should not, one sentence each; fills while the page lives. */
async function watch(page: Page, baseURL: string): Promise<string[]> {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`throws ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`logs ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL) && !url.startsWith('data:')) troubles.push(`asks ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`gets ${response.status()} for ${response.url()}`);
  });
  await page.exposeFunction('report', (violation: string) => troubles.push(`violates ${violation}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { report } = globalThis as unknown as { report: (violation: string) => void };
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return troubles;
}

for (const language of languages)
  test(`a visitor opens every page, and nothing is blocked, missing or fetched elsewhere (${language})`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.slow();
    const troubles = await watch(page, baseURL!);
    const places = [
      ...['', 'about/', 'embed/', ...paths.map((path) => `paths/${path}/`)].map((place) => `${language}/${place}`),
      ...['map', ...paths].map((view) => `embed/v1/${language}/${view}/`),
      ...(language === 'en' ? ['./', '404.html'] : []),
    ];
    for (const place of places) {
      await page.goto(place);
      // To the end of the page, so that what is lazy is fetched as well.
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const kept = await page.evaluate(async () => [
        document.cookie,
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ]);
      expect(kept, place).toEqual(['', 0, 0, 0, 0, 0]);
      expect(troubles, place).toEqual([]);
    }
    expect(await context.cookies()).toEqual([]);
  });

test('every page has a policy before everything that it governs, and allows nothing inline', async ({ page }) => {
  for (const address of pages()) {
    const [head = ''] = /<head>.*?<\/head>/s.exec(read(address)) ?? [];
    const found = await page.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      const policies = parsed.querySelectorAll('meta[http-equiv="Content-Security-Policy"]');
      const before = policies[0]?.previousElementSibling;
      return { count: policies.length, before: before?.outerHTML, policy: policies[0]?.getAttribute('content') ?? '' };
    }, head);
    expect(found.count, address).toBe(1);
    expect(found.before, address).toMatch(/^<meta charset=[^>]*>$/);
    expect(found.policy, address).toMatch(/^default-src 'none';/);
    expect(found.policy, address).not.toMatch(/unsafe-|\*|https?:|blob:|(script|style|connect)-src[^;]*data:/);
    for (const directive of ['script-src', 'style-src', 'base-uri', 'form-action'])
      expect(found.policy, address).toContain(`${directive} `);
  }
});

test('no page has a handler, a style or a script address in an attribute', async ({ page }) => {
  for (const address of pages()) {
    const found = await page.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      return [...parsed.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes]
          .filter(({ name, value }) => /^(on|style$|srcdoc$)/.test(name) || /^\s*javascript:/i.test(value))
          .map(({ name, value }) => `${element.localName} ${name}="${value}"`),
      );
    }, read(address));
    expect(found, address).toEqual([]);
  }
});

test('no script and no style sheet names another host', () => {
  for (const name of files().filter((one) => /\.(css|js)$/.test(one))) {
    const named = read(name).match(/(https?:)?\/\/[\w-]+\.[\w.]+[^\s"'`)]*/g) ?? [];
    // The names of XML's namespaces look like addresses and are none. Pagefind resolves its addresses against a made-up
    // one, to tell whole ones from others, and never asks it.
    // The facts hold addresses as settings have them: of etcd, of a socket, of the issuer of tokens.
    const harmless =
      /^http:\/\/www\.w3\.org\/|^https:\/\/example\.com\$\{|^https?:\/\/(127\.0\.0\.1|10\.0\.0\.10):|^https:\/\/kubernetes\.default\.svc|^\/\/kine\.sock/;
    expect(
      named.filter((url) => !harmless.test(url)),
      name,
    ).toEqual([]);
  }
});

test('every link of the site leads somewhere, to the very place', async ({ page, baseURL }) => {
  const all = await documents(page);
  const { origin, pathname: base } = new URL(baseURL!);
  const ids = new Map(all.map((one) => [file(one.address), new Set(one.ids)]));
  const built = new Set(files());
  const dead = new Set<string>();
  for (const { address, references } of all)
    for (const { element, attribute, value, rel } of references) {
      const values = attribute === 'srcset' ? value.split(',').map((one) => one.trim().split(/\s/)[0] ?? '') : [value];
      for (const one of values) {
        const url = new URL(one, new URL(address, baseURL));
        const where = `${address}: ${element} ${attribute}="${value}"`;
        if (url.origin !== origin) {
          const named = element === 'link' && /canonical|alternate/.test(rel);
          if ((element !== 'a' && !named) || url.protocol !== 'https:') dead.add(`${where}: another host`);
          continue;
        }
        if (!url.pathname.startsWith(base)) {
          dead.add(`${where}: outside the base path`);
          continue;
        }
        const target = file(decodeURIComponent(url.pathname.slice(base.length)));
        if (!built.has(target)) dead.add(`${where}: no such file`);
        else if (url.hash !== '' && !ids.get(target)?.has(decodeURIComponent(url.hash.slice(1))))
          dead.add(`${where}: no such place`);
      }
    }
  expect([...dead]).toEqual([]);
});

test('no page gives one id to two things', async ({ page }) => {
  const twice = (await documents(page)).flatMap(({ address, ids }) =>
    ids.filter((id, index) => id === '' || ids.indexOf(id) !== index).map((id) => `${address}: ${id}`),
  );
  expect(twice).toEqual([]);
});
