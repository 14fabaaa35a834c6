import { expect, test, type Page } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { click, edge, panel } from './edges.ts';

const scenario = (page: Page) => page.locator('[data-controls] select[name="scenario"]');
const release = (page: Page) => page.locator('[data-controls] input[name="release"]');
const position = (page: Page, value: string) => page.locator(`[data-controls] input[name="from"][value="${value}"]`);
const turn = (page: Page, value: string) => page.locator(`[data-controls] input[name="switch"][value="${value}"]`);
const said = (page: Page) => page.locator('[data-said]');
const query = (page: Page): string => decodeURIComponent(new URL(page.url()).search);

/** What every part of the page says of every path. */
function everywhere(page: Page) {
  return page.evaluate(() => {
    const chipOf = (place: Element | null): string =>
      [...(place?.querySelectorAll('.chip') ?? [])].map((chip) => /v-(\w+)/.exec(chip.className)?.[1] ?? '').join(' ');
    const edges = (arrangement: string): Record<string, string> =>
      Object.fromEntries(
        [...document.querySelectorAll<SVGElement>(`[data-diagram="${arrangement}"] a[data-path]`)].map((one) => [
          one.dataset['path'] ?? '',
          [one.dataset['verdict'], one.dataset['remainder']].filter(Boolean).join(' '),
        ]),
      );
    const from = (selector: string, key: string): Record<string, string> =>
      Object.fromEntries(
        [...document.querySelectorAll<HTMLElement>(selector)].map((one) => [
          one.dataset[key] ?? '',
          chipOf(one.querySelector('header') ?? one),
        ]),
      );
    return {
      tall: edges('tall'),
      wide: edges('wide'),
      panels: from('[data-panel]', 'path'),
      table: from('tr[data-row]', 'row'),
      tally: [...document.querySelectorAll('[data-diagram="wide"] [data-tally] text:first-child')].map(
        (count) => count.textContent,
      ),
    };
  });
}

/** Picture, panel, table and tally agree. */
async function agree(page: Page): Promise<Record<string, string>> {
  await expect(page.locator('[data-map]:not([data-busy])')).toBeVisible();
  const { tall, wide, panels, table, tally } = await everywhere(page);
  expect(tall).toEqual(wide);
  expect(panels).toEqual(wide);
  expect(table).toEqual(wide);
  const verdicts = Object.values(wide).map((verdict) => verdict.split(' ')[0]);
  expect(tally.map(Number).reduce((sum, count) => sum + count, 0)).toBe(verdicts.length);
  return wide;
}

test('two switches mend the bridge to the kubelet, and the page says so everywhere', async ({ page }) => {
  await page.goto('en/');
  await expect(edge(page, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'unsafe');
  await turn(page, 'sign').check();
  await expect(said(page)).toBeVisible();
  await turn(page, 'verify').check();
  await expect(edge(page, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'safe');
  await expect(edge(page, 'apiserver-to-kubelet')).toHaveAttribute('data-moved', '');
  await agree(page);
  await expect(page.locator('[data-live-region]')).toContainText('API server to kubelet');
  expect(query(page)).toContain('set=');
  await click(edge(page, 'apiserver-to-kubelet'));
  await expect(panel(page, 'apiserver-to-kubelet').locator('[data-fact="server-authentication"]')).toHaveClass(
    /v-safe/,
  );
});

test('the CA flag before signed certificates breaks the kubelet path, and the page says what stops', async ({
  page,
}) => {
  await page.goto('en/');
  await turn(page, 'verify').check();
  await expect(edge(page, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'broken');
  await expect(page.locator('[data-outcome]')).toHaveAttribute('data-turn', 'worse');
  await agree(page);
});

test('undo, reset and Back lead back', async ({ page }) => {
  await page.goto('en/');
  const before = await everywhere(page);
  await turn(page, 'tunnel').check();
  await expect(edge(page, 'konnectivity')).toHaveAttribute('data-verdict', 'safe');
  await position(page, 'pod').check({ force: true });
  await expect(page).toHaveURL(/from=pod/);
  await page.locator('[data-undo]').click();
  await expect(position(page, 'moat')).toBeChecked();
  await expect(edge(page, 'konnectivity')).toHaveAttribute('data-verdict', 'safe');
  await page.locator('[data-reset]').click();
  await expect(edge(page, 'konnectivity')).toHaveAttribute('data-verdict', 'absent');
  await expect(page.locator('[data-map]:not([data-busy])')).toBeVisible();
  expect(await everywhere(page)).toEqual(before);
  expect(query(page)).toBe('');
  await page.goBack();
  await expect(edge(page, 'konnectivity')).toHaveAttribute('data-verdict', 'safe');
});

test('an address with a state is applied before anybody touches the page', async ({ page }) => {
  await page.goto('it/?scenario=legacy-ssh-tunnels&release=1.20&from=node-network&path=ssh-tunnel');
  await expect(edge(page, 'ssh-tunnel')).not.toHaveAttribute('data-verdict', 'absent');
  await expect(scenario(page)).toHaveValue('legacy-ssh-tunnels');
  await expect(page.locator('[data-release]')).toHaveText('1.20');
  await expect(position(page, 'node-network')).toBeChecked();
  await expect(panel(page, 'ssh-tunnel')).toBeVisible();
  await expect(page.locator('[data-languages] a[hreflang="pt-BR"]')).toHaveAttribute('href', /release=1\.20/);
  await agree(page);
});

test('what an address says wrongly is named, and the rest holds', async ({ page }) => {
  await page.goto('en/?scenario=konnectivity-uds-grpc&release=9.99&set=kubelet.nonsense:1,kubelet.readOnlyPort:10255');
  await expect(scenario(page)).toHaveValue('konnectivity-uds-grpc');
  await expect(page.locator('[data-notice="state"]')).toHaveCount(2);
  await expect(page.locator('[data-outcome]')).toContainText('9.99');
});

test('an invalid value can carry no markup into the page', async ({ page }) => {
  await page.goto(`en/?release=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
  await expect(page.locator('[data-notice="state"]')).toContainText('<img');
  await expect(page.locator('[data-outcome] img')).toHaveCount(0);
});

test('outside the releases that a scenario is sourced for, its settings are unknown and the page says why', async ({
  page,
}) => {
  await page.goto('en/?release=1.15');
  await expect(page.locator('[data-notice="state"]')).toContainText('1.22');
  await expect(edge(page, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'unknown');
});

test('the slider tells what the releases between changed', async ({ page }) => {
  await page.goto('en/?scenario=bare-binaries-no-flags&release=1.36');
  await expect(page.locator('[data-release]')).toHaveText('1.36');
  await release(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-release]')).toHaveText('1.37');
  await expect(said(page)).toContainText('1.37');
  await expect(release(page)).toBeFocused();
});

for (const language of languages)
  test(`a random walk through the controls keeps picture, panels, table and address in step (${language})`, async ({
    page,
  }) => {
    test.slow();
    await page.goto(`${language}/`);
    await page.locator('[data-tool="settings"]').click();
    await expect(page.locator('[data-setting]').first()).toBeVisible();
    let seed = languages.indexOf(language) + 7;
    const random = (below: number): number => (seed = (seed * 16_807) % 2_147_483_647) % below;
    const scenarios = await scenario(page)
      .locator('option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    const last = Number(await release(page).getAttribute('max'));
    const selects = page.locator('[data-bench] select:enabled');
    for (let step = 0; step < 12; step++) {
      switch (random(4)) {
        case 0:
          await scenario(page).selectOption(scenarios[random(scenarios.length)]!);
          break;
        case 1:
          await release(page).fill(String(random(last + 1)));
          break;
        case 2:
          await position(page, ['moat', 'node-network', 'pod'][random(3)]!).check({ force: true });
          break;
        default: {
          const select = selects.nth(random(await selects.count()));
          const options = await select
            .locator('option')
            .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
          await select.selectOption(options[random(options.length)]!);
        }
      }
      const here = await agree(page);
      const address = page.url();
      const fresh = await page.context().newPage();
      await fresh.goto(address);
      if (new URL(address).search !== '') await expect(fresh.locator('[data-controls] [data-reset]')).toBeEnabled();
      expect(await agree(fresh), decodeURIComponent(address)).toEqual(here);
      await fresh.close();
    }
  });

test('every tool opens, follows the state, and closes', async ({ page }) => {
  await page.goto('en/?path=apiserver-to-kubelet');
  const bench = page.locator('[data-bench]');
  await page.locator('[data-tool="why"]').click();
  await expect(bench).toContainText('kubelet');
  await page.locator('[data-tool="reach"]').click();
  await expect(bench).toContainText('10250');
  await page.locator('[data-tool="compare"]').click();
  await bench.locator('#compare-scenario').selectOption('hardened-public-ips');
  await expect(bench.locator('tbody tr').first()).toBeVisible();
  await page.locator('[data-tool="plan"]').click();
  await expect(bench.locator('.steps > li').first()).toBeVisible();
  await bench.getByRole('button', { name: 'Apply to the map' }).click();
  await expect(edge(page, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'safe');
  await agree(page);
  await page.locator('[data-tool="plan"]').click();
  await expect(bench).toBeHidden();
});

test('a plan never asks for a state in which something is broken that worked', async ({ page }) => {
  await page.goto('en/');
  await page.locator('[data-tool="plan"]').click();
  await page.locator('#plan-goal').selectOption('apiserver-to-kubelet');
  const steps = page.locator('.steps > li');
  await expect(steps.first()).toBeVisible();
  const flags = await steps.locator('b').allTextContents();
  const ca = flags.findIndex((text) => text.includes('kubelet-certificate-authority'));
  const signed = flags.findIndex((text) => text.includes('serverTLSBootstrap'));
  if (ca >= 0) expect(signed).toBeLessThan(ca);
});

test('a setting is found, changed by typing, and given back', async ({ page }) => {
  await page.goto('en/');
  await page.locator('[data-tool="settings"]').click();
  const filter = page.locator('#settings-filter');
  await filter.fill('--kubelet-certificate-authority');
  const row = page.locator('[data-setting="kube-apiserver.kubelet-certificate-authority"]');
  await expect(row).toBeVisible();
  await expect(page.locator('[data-setting="kubelet.readOnlyPort"]')).toBeHidden();
  await row.locator('input').fill('/my/ca.crt');
  await row.locator('input').press('Enter');
  await expect(edge(page, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'broken');
  await expect(turn(page, 'verify')).toBeChecked();
  await expect(filter).toHaveValue('--kubelet-certificate-authority');
  await row.getByRole('button').click();
  await expect(edge(page, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'unsafe');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the scenarios are there as a table, and no dead control stands in the way', async ({ page }) => {
    await page.goto('en/');
    await expect(page.locator('[data-controls]')).toBeHidden();
    await expect(page.locator('[data-workbench]')).toBeHidden();
    await expect(page.locator('.matrix tbody tr').first()).toBeVisible();
  });
});
