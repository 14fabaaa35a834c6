import { expect, test, type Page } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { paths } from './built.ts';
import { click, edge, expectPanel, FACTS, panel, reach } from './edges.ts';

const PERMANENT = [
  'node-to-apiserver',
  'pod-to-apiserver',
  'control-plane-to-apiserver',
  'apiserver-to-kubelet',
  'apiserver-to-node',
  'apiserver-to-pod',
  'apiserver-to-service',
  'ssh-tunnel',
  'konnectivity',
  'client-to-apiserver',
  'apiserver-to-etcd',
  'apiserver-to-webhook',
  'apiserver-to-extension-apiserver',
  'monitoring-to-kubelet',
  'control-plane-endpoints',
];
const VERDICTS = /^(safe|weak|unsafe|unknown|broken|absent)$/;
const PHONE = { width: 390, height: 844 };

const search = (page: Page): string | null => new URL(page.url()).searchParams.get('path');
const shown = (page: Page) => page.locator('[data-panel]').filter({ visible: true });
const stops = (page: Page) => page.locator('svg[data-diagram] a[data-path]').filter({ visible: true });
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.closest('svg[data-diagram] a')?.getAttribute('data-path') ?? null);

test('a visitor finds every path that was ever promised', () => {
  expect(paths).toEqual(expect.arrayContaining(PERMANENT));
});

for (const language of languages)
  test(`a visitor reads the same verdicts on both maps and in the table (${language})`, async ({ page }) => {
    await page.goto(`${language}/`);
    const maps = await page.locator('svg[data-diagram]').evaluateAll((charts) =>
      charts.map((chart) => ({
        arrangement: chart.getAttribute('data-diagram'),
        edges: [...chart.querySelectorAll('a[data-path]')]
          .map((edge) => ({
            path: edge.getAttribute('data-path') ?? '',
            verdict: edge.getAttribute('data-verdict') ?? '',
            remainder: edge.getAttribute('data-remainder'),
            name: edge.getAttribute('aria-label') ?? edge.querySelector('title')?.textContent,
          }))
          .sort((a, b) => a.path.localeCompare(b.path)),
      })),
    );
    expect(maps.map(({ arrangement }) => arrangement)).toEqual(['tall', 'wide']);
    expect(maps[0]?.edges).toEqual(maps[1]?.edges);

    const edges = maps[0]?.edges ?? [];
    expect(edges.map(({ path }) => path)).toEqual(paths);
    const rows = await page.locator('tr[data-row]').evaluateAll((all) =>
      all
        .map((row) => {
          const verdict = (chip: Element | null): string | null => /\bv-(\w+)/.exec(chip?.className ?? '')?.[1] ?? null;
          return {
            path: row.getAttribute('data-row') ?? '',
            verdict: verdict(row.querySelector('.chip:not(.remainder)')),
            remainder: verdict(row.querySelector('.chip.remainder')),
            word: row.querySelector('.chip')?.textContent.trim() ?? '',
          };
        })
        .sort((a, b) => a.path.localeCompare(b.path)),
    );
    expect(rows.map(({ path, verdict, remainder }) => ({ path, verdict, remainder }))).toEqual(
      edges.map(({ path, verdict, remainder }) => ({ path, verdict, remainder })),
    );
    for (const [index, { verdict, name, path }] of edges.entries()) {
      expect(verdict, path).toMatch(VERDICTS);
      // The name that is spoken says what the colour says.
      expect(name, path).toContain(rows[index]?.word);
    }
  });

test('a visitor finds four facts and the known weaknesses in the panel of every path', async ({ page }) => {
  await page.goto('en/');
  for (const path of paths) {
    await expect(panel(page, path)).toHaveCount(1);
    const facts = panel(page, path).locator('[data-fact]');
    const names = await facts.evaluateAll((all) => all.map((fact) => fact.getAttribute('data-fact')));
    expect(names.sort(), path).toEqual([...FACTS].sort());
    for (const text of await facts.allTextContents()) expect(text.trim().length, path).toBeGreaterThan(20);
    const verdict = await edge(page, path).getAttribute('data-verdict');
    const weaknesses = await panel(page, path).locator('[data-weakness]').count();
    if (verdict === 'unsafe' || verdict === 'weak') expect(weaknesses, path).toBeGreaterThan(0);
  }
});

test('a visitor finds each weakness of a panel explained on the page of its path', async ({ page }) => {
  await page.goto('en/');
  const known = await page.locator('[data-panel]').evaluateAll((panels) =>
    panels.map((one) => ({
      path: one.getAttribute('data-path') ?? '',
      weaknesses: [...one.querySelectorAll('[data-weakness]')].map((entry) => entry.getAttribute('data-weakness')),
    })),
  );
  for (const { path, weaknesses } of known) {
    await page.goto(`en/paths/${path}/`);
    for (const id of weaknesses) await expect(page.locator(`#weakness-${id ?? ''}`), path).toBeVisible();
  }
});

for (const [size, viewport] of Object.entries({
  window: { width: 1280, height: 720 },
  tablet: { width: 820, height: 900 },
  phone: PHONE,
}))
  test(`a visitor clicks every edge in a ${size}, and its panel opens where the visitor is`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto('en/');
    const loads: string[] = [];
    // Chromium looks for the icon, in its cache, whenever the address changes.
    page.on('request', (request) => request.url().endsWith('/icon.svg') || loads.push(request.url()));
    await expect(stops(page)).toHaveCount(paths.length);
    const chart = page.locator('svg[data-diagram]').filter({ visible: true });
    for (const path of paths) {
      const line = edge(page, path);
      const { x, y } = await reach(line);
      const before = await page.evaluate(() => scrollY);
      const place = await chart.boundingBox();
      await page.mouse.click(x, y);
      await expectPanel(page, path);
      await expect(panel(page, path)).toBeInViewport({ ratio: 0.3 });
      expect(search(page)).toBe(path);
      expect(await page.evaluate(() => scrollY), `${path} scrolls the page`).toBe(before);
      expect(await chart.boundingBox(), `${path} moves the map`).toEqual(place);
      await expect(page.locator(`svg[data-diagram] a[data-path="${path}"][aria-current="true"]`)).toHaveCount(2);
      await expect(page.locator('svg[data-diagram] a[aria-current]')).toHaveCount(2);
    }
    expect(loads).toEqual([]);
  });

test('a visitor goes back and forward through the edges that were open', async ({ page }) => {
  await page.goto('en/');
  await click(edge(page, 'apiserver-to-kubelet'));
  await expectPanel(page, 'apiserver-to-kubelet');
  await click(edge(page, 'pod-to-apiserver'));
  await expectPanel(page, 'pod-to-apiserver');
  await page.goBack();
  await expectPanel(page, 'apiserver-to-kubelet');
  expect(search(page)).toBe('apiserver-to-kubelet');
  await page.goBack();
  await expect(shown(page)).toHaveCount(0);
  expect(search(page)).toBeNull();
  await page.goForward();
  await expectPanel(page, 'apiserver-to-kubelet');
  await page.goForward();
  await expectPanel(page, 'pod-to-apiserver');
});

test('a visitor who clicks the open edge again need not go back twice', async ({ page }) => {
  await page.goto('en/');
  await click(edge(page, 'apiserver-to-pod'));
  await click(edge(page, 'apiserver-to-pod'));
  await expectPanel(page, 'apiserver-to-pod');
  await page.goBack();
  await expect(shown(page)).toHaveCount(0);
});

test('a visitor reloads the page and keeps the open edge', async ({ page }) => {
  await page.goto('en/');
  await click(edge(page, 'konnectivity'));
  await expectPanel(page, 'konnectivity');
  await page.reload();
  await expectPanel(page, 'konnectivity');
  await expect(edge(page, 'konnectivity')).toHaveAttribute('aria-current', 'true');
});

test('a visitor opens an address with a path and finds it open, other parameters notwithstanding', async ({ page }) => {
  await page.goto('zh/?unheard=of&path=apiserver-to-service&theme=dark');
  await expectPanel(page, 'apiserver-to-service');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a visitor opens an address whose fragment names an edge', async ({ page }) => {
  await page.goto('en/#apiserver-to-node');
  await expectPanel(page, 'apiserver-to-node');
  await expect(panel(page, 'apiserver-to-node')).toBeInViewport();
});

for (const value of ['no-such-path', '<img src=x onerror=document.title="broken">', '__proto__', '$& {{value}}'])
  test(`a visitor with the unknown path ${value} in the address is told so, in plain text`, async ({ page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`en/?path=${encodeURIComponent(value)}`);
    const notice = page.getByRole('alert');
    await expect(notice).toBeVisible();
    await expect(notice).toContainText(value);
    await expect(notice.locator('*')).toHaveCount(0);
    await expect(shown(page)).toHaveCount(0);
    await expect(page).toHaveTitle(/Kubepaths/);
    expect(requests.filter((url) => url.endsWith('/x'))).toEqual([]);
  });

test('a visitor who then chooses a path is no longer told of the unknown one', async ({ page }) => {
  await page.goto('en/?path=no-such-path');
  await expect(page.getByRole('alert')).toBeVisible();
  await click(edge(page, 'apiserver-to-pod'));
  await expectPanel(page, 'apiserver-to-pod');
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a very long unknown path in the address does not break the page', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto(`en/?path=${'a'.repeat(4000)}`);
  await expect(page.getByRole('alert')).toBeVisible();
  expect((await page.getByRole('alert').textContent())?.length).toBeLessThan(200);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
});

for (const [size, viewport] of Object.entries({ window: { width: 1280, height: 720 }, phone: PHONE }))
  test(`a visitor with a keyboard meets the map once and walks all its edges in a ${size}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto('en/');
    await expect(page.locator('[data-panels][data-live]')).toBeVisible();
    const links = await page.locator('a, button, [tabindex]').count();
    let stopped = 0;
    for (let press = 0; press < links && stopped === 0; press += 1) {
      await page.keyboard.press('Tab');
      if ((await focused(page)) !== null) stopped += 1;
    }
    expect(stopped).toBe(1);

    const walked: (string | null)[] = [await focused(page)];
    for (let press = 1; press < paths.length; press += 1) {
      await page.keyboard.press('ArrowRight');
      walked.push(await focused(page));
    }
    expect([...walked].sort()).toEqual([...paths]);
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe(walked[0]);
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe(walked.at(-1));
    await page.keyboard.press('Home');
    const first = await focused(page);
    await page.keyboard.press('End');
    const last = await focused(page);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(last);

    await page.keyboard.press('Tab');
    expect(await focused(page)).toBeNull();
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page), 'the map remembers where the visitor was').toBe(last);
  });

test('a visitor opens and closes an edge with Enter and Escape', async ({ page }) => {
  await page.goto('en/');
  await edge(page, 'apiserver-to-kubelet').focus();
  await page.keyboard.press('Enter');
  await expectPanel(page, 'apiserver-to-kubelet');
  expect(search(page)).toBe('apiserver-to-kubelet');
  await expect(edge(page, 'apiserver-to-kubelet')).toBeFocused();
  await expect(page.getByRole('status')).toContainText('API server to kubelet');
  await page.keyboard.press('Escape');
  await expect(shown(page)).toHaveCount(0);
  expect(search(page)).toBeNull();
});

test('a visitor goes on from an opened edge into its panel with Tab', async ({ page }) => {
  await page.goto('en/');
  for (const path of paths) {
    await edge(page, path).focus();
    await page.keyboard.press('Enter');
    await expectPanel(page, path);
    await page.keyboard.press('Tab');
    await expect(panel(page, path).locator(':focus'), path).toHaveCount(1);
  }
});

test('a visitor enters the map at the edge that is open', async ({ page }) => {
  await page.goto('en/?path=apiserver-to-pod');
  await expect(edge(page, 'apiserver-to-pod')).toHaveAttribute('tabindex', '0');
  await click(edge(page, 'node-to-apiserver'));
  await expect(edge(page, 'node-to-apiserver')).toHaveAttribute('tabindex', '0');
  await expect(page.locator('svg[data-diagram] a[tabindex="0"]').filter({ visible: true })).toHaveCount(1);
});

test('a visitor who closes a panel is back on its edge', async ({ page }) => {
  await page.goto('en/?path=apiserver-to-pod');
  await panel(page, 'apiserver-to-pod').getByRole('link', { name: 'Close' }).click();
  await expect(shown(page)).toHaveCount(0);
  await expect(edge(page, 'apiserver-to-pod')).toBeFocused();

  await page.keyboard.press('Enter');
  await panel(page, 'apiserver-to-pod').getByRole('link').last().focus();
  await page.keyboard.press('Escape');
  await expect(shown(page)).toHaveCount(0);
  await expect(edge(page, 'apiserver-to-pod')).toBeFocused();
  expect(search(page)).toBeNull();
});

test('a visitor reaches the page of a path from its panel and from the table', async ({ page }) => {
  await page.goto('it/?path=ssh-tunnel');
  await panel(page, 'ssh-tunnel').locator('a:not([data-close])').last().click();
  await expect(page).toHaveURL(/\/it\/paths\/ssh-tunnel\/$/);
  await page.goto('it/');
  await page.locator('tr[data-row="ssh-tunnel"]').getByRole('link').click();
  await expect(page).toHaveURL(/\/it\/paths\/ssh-tunnel\/$/);
});

test('a visitor compares another edge on the page of a path, and comes back', async ({ page }) => {
  await page.goto('en/paths/apiserver-to-kubelet/');
  await expectPanel(page, 'apiserver-to-kubelet');
  await click(edge(page, 'node-to-apiserver'));
  await expectPanel(page, 'node-to-apiserver');
  await expect(page).toHaveURL(/\/en\/paths\/apiserver-to-kubelet\/#node-to-apiserver$/);
  await page.reload();
  await expectPanel(page, 'node-to-apiserver');
  await page.goBack();
  await expectPanel(page, 'apiserver-to-kubelet');
});

test('a visitor finds nothing to close on the page of a path until another edge is open', async ({ page }) => {
  await page.goto('en/paths/apiserver-to-kubelet/');
  await expectPanel(page, 'apiserver-to-kubelet');
  await expect(panel(page, 'apiserver-to-kubelet').locator('[data-close]')).toBeHidden();
  await click(edge(page, 'konnectivity'));
  await panel(page, 'konnectivity').getByRole('link', { name: 'Close' }).click();
  await expectPanel(page, 'apiserver-to-kubelet');
});

test('a path in the address of a page counts more than one in its parameters', async ({ page }) => {
  await page.goto('en/paths/apiserver-to-kubelet/?path=konnectivity');
  await expectPanel(page, 'apiserver-to-kubelet');
});

test('a visitor follows a link of the prose to another edge and sees its panel', async ({ page }) => {
  await page.goto('en/paths/ssh-tunnel/');
  await page.locator('article a[href="#apiserver-to-pod"]').first().click();
  await expectPanel(page, 'apiserver-to-pod');
  await expect(panel(page, 'apiserver-to-pod')).toBeInViewport({ ratio: 0.3 });
});

test('a visitor points at a line of code, and the edge that it decides lights up', async ({ page }) => {
  await page.goto('en/paths/apiserver-to-kubelet/');
  const line = page.locator('pre [data-decides]').first();
  const [decided = ''] = ((await line.getAttribute('data-decides')) ?? '').split(' ');
  await line.hover();
  await expect(edge(page, decided)).toHaveAttribute('data-lit', '');
  await page.getByRole('heading', { level: 1 }).hover();
  await expect(page.locator('a[data-lit]')).toHaveCount(0);
});

test('a visitor follows a code line to its edge with the keyboard', async ({ page }) => {
  await page.goto('en/paths/apiserver-to-kubelet/');
  const link = page.locator('.decides a').first();
  const path = ((await link.getAttribute('href')) ?? '').slice(1);
  await link.focus();
  await expect(edge(page, path)).toHaveAttribute('data-lit', '');
  await page.keyboard.press('Enter');
  await expectPanel(page, path);
  await expect(panel(page, path)).toBeInViewport({ ratio: 0.3 });
});

test('a visitor copies a snippet as it stands there', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('en/paths/apiserver-to-kubelet/');
  const snippet = page.locator('[data-snippet]').first();
  await snippet.getByRole('button', { name: 'Copy' }).click();
  await expect(snippet.getByRole('button', { name: 'Copied' })).toBeVisible();
  const lines = await snippet.locator('.line').allTextContents();
  expect(lines.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${lines.join('\n')}\n`);
});

test('a visitor who opens an edge in a new tab gets its details there', async ({ page, context }) => {
  await page.goto('en/');
  const { x, y } = await reach(edge(page, 'apiserver-to-kubelet'));
  const opened = context.waitForEvent('page');
  await page.keyboard.down('ControlOrMeta');
  await page.mouse.click(x, y);
  await page.keyboard.up('ControlOrMeta');
  const tab = await opened;
  await expectPanel(tab, 'apiserver-to-kubelet');
  await expect(shown(page)).toHaveCount(0);
});

test('a visitor prints the map with the details of every path', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('en/');
  await expect(page.locator('svg[data-diagram="wide"]')).toBeVisible();
  await expect(page.locator('svg[data-diagram="tall"]')).toBeHidden();
  for (const path of paths) await expect(panel(page, path)).toBeVisible();
});
