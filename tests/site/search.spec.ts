import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { LANGUAGES, languages, type Language } from '../../src/i18n/languages.ts';

/** A question, and addresses of which one has to be among the first hits. */
type Question = readonly [asked: string, ...addresses: string[]];

const FLAGS_AND_FACTS: readonly Question[] = [
  ['--kubelet-certificate-authority', 'settings/#kube-apiserver.kubelet-certificate-authority'],
  ['kubelet-certificate-authority', 'settings/#kube-apiserver.kubelet-certificate-authority'],
  ['certificate-authority', 'apiserver-to-kubelet/', 'certificate-authority'],
  ['serverTLSBootstrap', 'settings/#kubelet.serverTLSBootstrap'],
  ['tlsbootstrap', 'settings/#kubelet.serverTLSBootstrap'],
  ['10250', 'apiserver-to-kubelet/', 'settings/#kubelet.port'],
  ['10255', '#kubelet-read-only-port'],
  ['8091', 'konnectivity/', 'konnectivity-server'],
  ['CVE-2026-16242', '#konnectivity-agent-auth-not-enforced'],
  ['2018-1002105', '#apiserver-proxy-upgrade-connection-reuse'],
  ['nodes/proxy', '#nodes-proxy-get-exec'],
  ['system:kubelet-api-admin', 'apiserver-to-kubelet/', '#apiserver-kubelet-client', 'releases/#'],
];

const QUESTIONS: Readonly<Record<Language, readonly Question[]>> = {
  en: [
    ['konnectivity agent', 'konnectivity/'],
    ['ssh tunnel', 'ssh-tunnel/'],
    ['service account token', 'pod-to-apiserver/'],
    ['anonymous', '#kubelet-anonymous-auth-enabled'],
    ['serving certificate', 'apiserver-to-kubelet/'],
    ['control plane', 'control-plane-to-apiserver/'],
    ['read-only port', '#kubelet-read-only-port'],
    ['plain http', 'apiserver-to-pod/', 'apiserver-to-node/', 'apiserver-to-service/'],
    ['bootstrap token', 'node-to-apiserver/'],
    ['how a verdict is reached', 'about/#verdicts'],
  ],
  es: [
    ['plano de control', 'control-plane-to-apiserver/'],
    ['túnel ssh', 'ssh-tunnel/'],
    ['tunel ssh', 'ssh-tunnel/'],
    ['certificado de servidor', 'apiserver-to-kubelet/'],
    ['peticiones anónimas', '#kubelet-anonymous-auth-enabled'],
    ['HTTP sin cifrar', 'apiserver-to-pod/', 'apiserver-to-node/'],
    ['autenticacion', '/es/'],
    ['debilidades', '#weaknesses', '/weaknesses/'],
    ['servidor Konnectivity', 'konnectivity/'],
    ['puerto de solo lectura', '#kubelet-read-only-port'],
  ],
  pt: [
    ['camada de gerenciamento', 'control-plane-to-apiserver/'],
    ['túnel ssh', 'ssh-tunnel/'],
    ['tunel', 'konnectivity/', 'ssh-tunnel/'],
    ['certificado de servidor', 'apiserver-to-kubelet/'],
    ['requisições anônimas', '#kubelet-anonymous-auth-enabled', '#apiserver-anonymous'],
    ['sem criptografia', 'apiserver-to-pod/', 'apiserver-to-node/', 'konnectivity/'],
    ['autenticação', '/pt/'],
    ['fraquezas', '#weaknesses', '/weaknesses/'],
    ['servidor Konnectivity', 'konnectivity/'],
    ['porta somente leitura', '#kubelet-read-only-port'],
  ],
  it: [
    ['control plane', 'control-plane-to-apiserver/'],
    ['tunnel SSH', 'ssh-tunnel/'],
    ['certificato server', 'apiserver-to-kubelet/'],
    ['richieste anonime', '#kubelet-anonymous-auth-enabled', '#apiserver-anonymous'],
    ['in chiaro', 'apiserver-to-pod/', 'apiserver-to-node/', 'konnectivity/'],
    ['autenticazione', '/it/'],
    ['debolezze', '#weaknesses', '/weaknesses/'],
    ['server Konnectivity', 'konnectivity/'],
    ['porta di sola lettura', '#kubelet-read-only-port'],
    ['attaccante', '/it/'],
  ],
  zh: [
    ['控制平面', 'control-plane-to-apiserver/'],
    ['证书', 'apiserver-to-kubelet/', 'control-plane-to-apiserver/'],
    ['kubelet 服务端证书', '#kubelet-serving-cert-unverified', 'apiserver-to-kubelet/#kubelet-serving-cert-unverified'],
    ['kubelet服务端证书', '#kubelet-serving-cert-unverified', 'apiserver-to-kubelet/#kubelet-serving-cert-unverified'],
    ['SSH 隧道', 'ssh-tunnel/'],
    ['匿名请求', '#kubelet-anonymous-auth-enabled', '#apiserver-anonymous'],
    ['明文 HTTP', 'apiserver-to-pod/', 'apiserver-to-node/'],
    ['鉴权', 'node-to-apiserver/', 'releases/#structured-authorization'],
    ['弱点', '#weak'],
    ['只读端口', '#kubelet-read-only-port'],
  ],
};

/** What a page does that it should not while it is searched. */
async function watch(page: Page, baseURL: string): Promise<string[]> {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`throws ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`logs ${message.text()}`);
  });
  await page.context().route(
    (url) => !url.href.startsWith(baseURL),
    (route) => {
      troubles.push(`asks ${route.request().url()}`);
      return route.abort();
    },
  );
  return troubles;
}

const field = (page: Page) => page.locator('[data-search] input');
const hits = (page: Page) => page.locator('[data-search] [role="option"]:has(b)');

async function ask(page: Page, asked: string): Promise<string[]> {
  const answered = page.locator('[data-search] [role="listbox"]');
  await field(page).fill('');
  await expect(answered).toBeHidden();
  await field(page).fill(asked);
  await expect(answered, asked).toBeVisible();
  return hits(page).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
}

for (const language of languages)
  test(`a visitor finds flags, fields, ports, CVEs and words, without a network beyond the site (${language})`, async ({
    page,
    baseURL,
  }) => {
    test.slow();
    const troubles = await watch(page, baseURL!);
    await page.goto(`${language}/paths/konnectivity/`);
    for (const [asked, ...addresses] of [...FLAGS_AND_FACTS, ...QUESTIONS[language]]) {
      const found = await ask(page, asked);
      for (const url of found) expect(url, asked).toMatch(new RegExp(`^${baseURL!}${language}/`));
      expect(
        found.some((url) => addresses.some((address) => url.includes(address))),
        `${asked}: ${found.join(' ')}`,
      ).toBe(true);
    }
    expect(troubles).toEqual([]);
  });

for (const language of languages)
  test(`a visitor finds a concept under the other names that people give it (${language})`, async ({ page }) => {
    const file = join(import.meta.dirname, '../../content/words', language, 'terms.yaml');
    const terms = (existsSync(file) ? parse(readFileSync(file, 'utf8')) : {}) as Record<
      string,
      { term: string; also?: string[] }
    >;
    const { also = [] } = terms['control-plane'] ?? {};
    test.skip(also.length === 0, 'no other names are written down');
    await page.goto(`${language}/`);
    for (const asked of also)
      expect(
        (await ask(page, asked)).some((url) => url.includes('control-plane-to-apiserver/')),
        asked,
      ).toBe(true);
  });

test('a visitor sees of each hit its section, its path and the words that were found', async ({ page }) => {
  await page.goto('en/');
  await ask(page, 'CVE-2026-16242');
  const first = hits(page).first();
  await expect(first.locator('b')).toHaveText('The Konnectivity server accepts any agent');
  await expect(first.locator('small')).toHaveText(/The Konnectivity tunnel|Every known weakness/);
  await expect(first.locator('mark').first()).toContainText('CVE');
});

test('a visitor searches with the keyboard alone', async ({ page }) => {
  await page.goto('en/');
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
  await page.keyboard.type('ssh tunnel');
  await expect(hits(page).first()).toBeVisible();
  await expect(page.locator('[data-live-region]')).toHaveText(/^\d+ results$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(hits(page).first()).toHaveAttribute('aria-selected', 'true');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', 'hit-0');
  await page.keyboard.press('Escape');
  await expect(hits(page).first()).toBeHidden();
  await page.keyboard.type('s');
  await expect(hits(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const href = await hits(page)
    .first()
    .evaluate((link) => (link as HTMLAnchorElement).href);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(href);
});

test('a visitor without a choice presses Enter and gets every hit on a page of its own', async ({ page }) => {
  await page.goto('es/');
  await ask(page, 'túnel');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/es\/search\/\?q=t%C3%BAnel$/);
  await expect(field(page)).toHaveValue('túnel');
  await expect(hits(page).nth(9)).toBeVisible();
});

test('a visitor who finds nothing is told so, and how to go on', async ({ page }) => {
  await page.goto('en/');
  await field(page).fill('qwertzuiop');
  const note = page.locator('[data-search] p');
  await expect(note).toHaveText(/^Nothing found for “qwertzuiop”\. Try /);
  await expect(page.locator('[data-live-region]')).toHaveText(/^Nothing found/);
});

test('what a visitor types is only ever text', async ({ page }) => {
  await page.goto('en/');
  await field(page).fill('<img src=x onerror=alert(1)>');
  await expect(page.locator('[data-search] p')).toBeVisible();
  await expect(page.locator('[data-search] img')).toHaveCount(0);
});

test('a page costs nothing for the search until the field is used', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('en/', { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /pagefind|search/.test(url))).toEqual([]);
  await field(page).focus();
  await expect.poll(() => asked.some((url) => url.endsWith('scripts/search.js'))).toBe(true);
});

test('the policy of a page allows no WebAssembly: the search runs in a worker', async ({ page }) => {
  await page.goto('en/');
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).not.toMatch(/unsafe-(eval|inline)|wasm/);
  const blocked = await page.evaluate(() =>
    WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])).then(
      () => false,
      () => true,
    ),
  );
  expect(blocked).toBe(true);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  for (const language of languages)
    test(`a visitor is led to a page that says why there is no field (${language})`, async ({ page }) => {
      await page.goto(`${language}/paths/ssh-tunnel/`);
      await page.locator('[data-search] a').click();
      await expect(page).toHaveURL(new RegExp(`/${language}/search/$`));
      await expect(page.locator('html')).toHaveAttribute('lang', LANGUAGES[language].tag);
      await expect(page.locator('main [data-search]')).toContainText('JavaScript');
    });
});
