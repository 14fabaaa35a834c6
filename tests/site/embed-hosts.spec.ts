import { writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { click, edge, expectPanel, panel } from './edges.ts';
import { framing, Host } from './host.ts';

const host = new Host();
test.beforeAll(() => host.open());
test.afterAll(() => host.close());

/** What goes wrong while a page lives, its frames included. */
function watch(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  return troubles;
}

const QUERY = '?scenario=hardened-public-ips&path=apiserver-to-kubelet&step=1&controls=scenario';

/** A frame that shows another state, plays a step and answers a control and a click. */
async function lives(page: Page): Promise<void> {
  const frame = page.frameLocator('iframe');
  await expectPanel(frame, 'apiserver-to-kubelet');
  await expect(edge(frame, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'safe');
  await expect(frame.locator('[data-play]')).toContainText('Step 1 of');
  await frame.getByRole('combobox').selectOption('kubeadm-default');
  await expect(edge(frame, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'unsafe');
  await click(edge(frame, 'apiserver-to-pod'));
  await expectPanel(frame, 'apiserver-to-pod');
}

test('a host with a strict policy frames the map, which may do nothing but run scripts', async ({ page, baseURL }) => {
  const troubles = watch(page);
  const policy = `default-src 'none'; frame-src ${new URL(baseURL!).origin}`;
  const html = `<iframe sandbox="allow-scripts" width="1100" height="700" src="${baseURL!}embed/v1/en/map/${QUERY.replaceAll('&', '&amp;')}"></iframe>`;
  await page.goto(host.serve({ html, policy }));
  await lives(page);
  expect(troubles).toEqual([]);
});

test('a page on a disk frames the map', async ({ page, baseURL }, info) => {
  const troubles = watch(page);
  const file = info.outputPath('slides.html');
  writeFileSync(file, `<!doctype html>${framing(`${baseURL!}embed/v1/en/map/${QUERY}`)}`);
  await page.goto(`file://${file}`);
  await lives(page);
  expect(troubles).toEqual([]);
});

test('a box of 280 px in somebody’s sidebar holds the map, its steps and its controls', async ({ page, baseURL }) => {
  const troubles = watch(page);
  const html = framing(`${baseURL!}embed/v1/en/map/${QUERY}+release+set+from&languages=on`, 900);
  await page.goto(host.serve({ html: html.replace('width="100%"', 'width="280" frameborder="0"') }));
  await lives(page);
  const over = await page
    .frameLocator('iframe')
    .locator('html')
    .evaluate((html) => [html.clientWidth, html.scrollWidth - html.clientWidth]);
  expect(over).toEqual([280, 0]);
  expect(troubles).toEqual([]);
});

test('a host that strips script and unknown elements leaves the link inside them', async ({ page, baseURL }) => {
  const code = `<script async src="${baseURL!}embed.js"></script>
<kube-path path="konnectivity"><a href="${baseURL!}en/paths/konnectivity/">The tunnel</a></kube-path>`;
  const stripped = code.replaceAll(/<script.*?<\/script>|<\/?kube-path[^>]*>/g, '');
  await page.goto(host.serve({ html: stripped }));
  await page.getByRole('link', { name: 'The tunnel' }).click();
  await expect(page.locator('h1')).toBeVisible();
});

for (const [how, sandbox] of [
  ['runs no script at all', ''],
  ['cannot fetch the script of the frame', 'allow-scripts'],
] as const)
  test(`a frame that ${how} still shows the map, and its links open the details`, async ({ page, baseURL }) => {
    await page.route(/\/scripts\/[\w-]+\.js$/, (route) => route.abort());
    for (const [view, shown] of [
      ['map', null],
      ['konnectivity', 'konnectivity'],
    ] as const) {
      const src = `${baseURL!}embed/v1/it/${view}/`;
      await page.goto(
        host.serve({ html: `<iframe sandbox="${sandbox}" width="1100" height="900" src="${src}"></iframe>` }),
      );
      const frame = page.frameLocator('iframe');
      await expect(edge(frame, 'apiserver-to-kubelet')).toBeVisible();
      if (shown) await expect(panel(frame, shown)).toBeVisible();
      await expect(
        frame.locator('[data-controls], [data-play], [data-workbench]').filter({ visible: true }),
      ).toHaveCount(0);
      await click(edge(frame, 'apiserver-to-kubelet'));
      await expect(panel(frame, 'apiserver-to-kubelet')).toBeVisible();
      await expect(panel(frame, 'apiserver-to-kubelet')).toContainText('kubelet');
    }
  });

test('a tour in a frame that runs no script is a storyboard', async ({ page, baseURL }) => {
  const src = `${baseURL!}embed/v1/pt/tour-kubectl-logs/`;
  await page.goto(host.serve({ html: `<iframe sandbox="" width="1100" height="900" src="${src}"></iframe>` }));
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-tour-frame]').first()).toBeVisible();
  expect(await frame.locator('[data-tour-frame]').filter({ visible: true }).count()).toBeGreaterThan(2);
});
