import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { click, edge, expectPanel, panel } from './edges.ts';
import { framing, Host } from './host.ts';

const host = new Host();
test.beforeAll(() => host.open());
test.afterAll(() => host.close());

type Message = Readonly<Record<string, unknown>>;

/** Frames an address on another site; gives the frame, what it says, and a way to speak to it. */
async function framed(page: Page, src: string, height = 700, extra = '') {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  await page.goto(host.serve({ html: framing(src, height, extra) }));
  const heard = async (type?: string): Promise<Message[]> => {
    const all = await page.evaluate(() => (self as unknown as { heard: unknown[] }).heard);
    const objects = all.map((one) => (typeof one === 'string' ? (JSON.parse(one) as Message) : (one as Message)));
    return type === undefined ? objects : objects.filter((one) => one['kubepaths'] === 1 && one['type'] === type);
  };
  const say = (message: unknown) =>
    page.evaluate((data) => document.querySelector('iframe')!.contentWindow!.postMessage(data, '*'), message);
  let id = 0;
  /** Asks for something and waits for the reply. */
  const ask = async (message: Message): Promise<Message> => {
    const own = ++id;
    await say({ kubepaths: 1, id: own, ...message });
    await expect.poll(async () => (await heard('reply')).some((one) => one['id'] === own)).toBe(true);
    return (await heard('reply')).find((one) => one['id'] === own)!;
  };
  return { frame: page.frameLocator('iframe'), heard, say, ask, troubles };
}

const steps = (frame: ReturnType<Page['frameLocator']>) => frame.locator('[data-play]');

test('a host is told the height in every form that it may understand', async ({ page, baseURL }) => {
  const { frame, heard, say } = await framed(page, `${baseURL!}embed/v1/en/map/`);
  await expect(edge(frame, 'apiserver-to-kubelet')).toBeVisible();
  await expect.poll(async () => (await heard('height')).length).toBeGreaterThan(0);
  const height = (await heard('height')).at(-1)!['height'];
  expect(height).toBeGreaterThan(400);
  const all = await heard();
  expect(all).toContainEqual({ subject: 'lti.frameResize', height });
  expect(all).toContainEqual({ action: 'resize', height });
  expect(all).toContainEqual({ context: 'h5p', action: 'hello' });
  expect(all.filter((one) => one['context'] === 'h5p' && one['action'] === 'resize')).toEqual([]);
  await say({ context: 'h5p', action: 'hello' });
  await expect
    .poll(async () => (await heard()).find((one) => one['context'] === 'h5p' && one['action'] === 'resize'))
    .toMatchObject({ scrollHeight: height, height });
  // The height follows what is shown, and comes to rest.
  await click(edge(frame, 'apiserver-to-kubelet'));
  await expectPanel(frame, 'apiserver-to-kubelet');
  const needed = await frame.locator('.embed').evaluate((main) => Math.ceil(main.getBoundingClientRect().height));
  await expect.poll(async () => (await heard('height')).at(-1)!['height']).toBe(needed);
});

test('a teacher steps through a path from the host', async ({ page, baseURL }) => {
  const { frame, heard, ask, troubles } = await framed(page, `${baseURL!}embed/v1/es/apiserver-to-kubelet/`);
  await expect(steps(frame)).toBeHidden();
  expect(await ask({ type: 'next' })).toMatchObject({ ok: true, step: 1, path: 'apiserver-to-kubelet' });
  await expect(steps(frame)).toContainText('Paso 1 de 4');
  await expect(frame.locator('[data-diagram="wide"]')).toHaveAttribute('data-plays', 'dial');
  expect(await ask({ type: 'next' })).toMatchObject({ ok: true, step: 2 });
  await expect(steps(frame)).toContainText('El servidor se identifica');
  expect(await ask({ type: 'goTo', step: 4 })).toMatchObject({ ok: true, step: 4 });
  expect(await ask({ type: 'next' })).toMatchObject({ ok: false, step: 4 });
  expect(await ask({ type: 'previous' })).toMatchObject({ ok: true, step: 3 });
  await steps(frame).getByRole('button', { name: 'Paso siguiente' }).click();
  await expect.poll(async () => (await heard('stepchange')).map((one) => one['step'])).toEqual([1, 2, 4, 3, 4]);
  expect(await ask({ type: 'reset' })).toMatchObject({ ok: true });
  await expect(steps(frame)).toBeHidden();
  expect(troubles).toEqual([]);
});

test('a step tells what holds in the state that the host sets', async ({ page, baseURL }) => {
  const { frame, heard, ask } = await framed(page, `${baseURL!}embed/v1/en/apiserver-to-kubelet/?step=2`);
  await expect(steps(frame)).toContainText('not verified');
  const query = 'scenario=hardened-public-ips&step=2&path=apiserver-to-kubelet';
  expect(await ask({ type: 'set', query })).toMatchObject({ ok: true });
  await expect(steps(frame)).toContainText(/Step 2 of 12.*verified/s);
  await expect(steps(frame)).not.toContainText('not verified');
  const changes = await heard('posturechange');
  expect(changes.at(-1)).toMatchObject({ query: 'scenario=hardened-public-ips' });
  expect((changes.at(-1)!['verdicts'] as Record<string, string>)['apiserver-to-kubelet']).toBe('safe');
});

test('a step has an address, and another language opens at it', async ({ page }) => {
  await page.goto('embed/v1/en/apiserver-to-kubelet/?languages=on&step=1');
  await page.getByRole('button', { name: 'Next step' }).click();
  await expect(page).toHaveURL(/step=2/);
  await page.getByRole('link', { name: 'Italiano' }).click();
  await expect(page.locator('[data-play]')).toContainText('Passaggio 2 di 4');
});

test('a part of the steps can be shown', async ({ page, baseURL }) => {
  const { frame, ask } = await framed(page, `${baseURL!}embed/v1/en/apiserver-to-kubelet/?steps=2-3`);
  await expect(steps(frame)).toContainText('Step 2 of 4');
  await expect(steps(frame).getByRole('button', { name: 'Previous step' })).toBeDisabled();
  expect(await ask({ type: 'next' })).toMatchObject({ ok: true, step: 3 });
  expect(await ask({ type: 'next' })).toMatchObject({ ok: false, step: 3 });
});

test('hostile messages change nothing and are not answered', async ({ page, baseURL }) => {
  const { frame, heard, say, ask, troubles } = await framed(page, `${baseURL!}embed/v1/en/map/`);
  await expect(edge(frame, 'apiserver-to-kubelet')).toBeVisible();
  const before = await frame.locator('.embed').innerHTML();
  for (const data of [
    null,
    42,
    'next',
    '{"kubepaths":1,"type":"next"}',
    { type: 'next' },
    { kubepaths: 2, type: 'next', id: 900 },
    { kubepaths: 1, type: 'goTo', step: -1, id: 900 },
    { kubepaths: 1, type: 'goTo', step: '1', id: 900 },
    { kubepaths: 1, type: 'set', query: 'x'.repeat(9000), id: 900 },
    { kubepaths: 1, type: 'set', query: { toString: 1 }, id: 900 },
    { kubepaths: 1, type: '__proto__', id: 900 },
    { context: 'h5p', action: '<img>' },
  ])
    await say(data);
  await ask({ type: 'set', query: 'path="]<img src=x onerror=alert(1)>' });
  expect((await heard('reply')).map((one) => one['id'])).not.toContain(900);
  expect(await frame.locator('.embed').innerHTML()).toBe(before);
  expect(troubles).toEqual([]);
});

test('a frame obeys its host and nobody else', async ({ page, baseURL }) => {
  const other = `<iframe id="other" srcdoc="<script>
    parent.frames[1].postMessage({ kubepaths: 1, type: 'set', query: 'path=konnectivity' }, '*');
    setInterval(() => parent.frames[1].postMessage({ kubepaths: 1, type: 'set', query: 'path=konnectivity' }, '*'), 30);
  </script>"></iframe>`;
  await page.goto(
    host.serve({ html: `${other}${framing(`${baseURL!}embed/v1/en/map/`).replace('<iframe', '<iframe id="ours"')}` }),
  );
  const frame = page.frameLocator('#ours');
  await expect(edge(frame, 'konnectivity')).toBeVisible();
  await click(edge(frame, 'apiserver-to-kubelet'));
  await expectPanel(frame, 'apiserver-to-kubelet');
  await expect(panel(frame, 'konnectivity')).toBeHidden();
});

test('keys that the diagram does not need go to the deck, and the others do not', async ({ page, baseURL }) => {
  const { frame, heard, say, ask } = await framed(page, `${baseURL!}embed/v1/en/map/`);
  const keys = async () => (await heard('key')).map((one) => one['key']);
  await frame.locator('.embed-foot > a').focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowRight');
  await expect.poll(keys).toEqual(['PageDown', 'ArrowRight']);
  expect(await heard()).not.toContainEqual({ method: 'triggerKey', args: [39] });
  await edge(frame, 'apiserver-to-kubelet').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await keys()).toEqual(['PageDown', 'ArrowRight']);
  await say('slide:start');
  // The frame answers in turn, so it has heard of the deck by then.
  await ask({ type: 'state' });
  await page.keyboard.press('f');
  await expect
    .poll(async () => (await heard()).filter((one) => one['method'] === 'triggerKey'))
    .toEqual([{ method: 'triggerKey', args: [70] }]);
});

test('with keys=none the arrows are the deck’s even on an edge', async ({ page, baseURL }) => {
  const { frame, heard } = await framed(page, `${baseURL!}embed/v1/en/map/?keys=none`);
  await edge(frame, 'apiserver-to-kubelet').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await heard('key')).map((one) => one['key'])).toEqual(['ArrowRight']);
  await expect(edge(frame, 'apiserver-to-kubelet')).toBeFocused();
});

test('a frame neither takes the focus nor scrolls its host', async ({ page, baseURL }) => {
  const src = `${baseURL!}embed/v1/en/map/?path=konnectivity&scenario=konnectivity-uds-grpc&step=2`;
  const { frame, say } = await framed(page, src, 700, '<input autofocus><div style="height:3000px"></div>');
  await expect(steps(frame)).toContainText('Step 2');
  await say({ kubepaths: 1, type: 'next' });
  await expect(steps(frame)).toContainText('Step 3');
  expect(await page.evaluate(() => [document.activeElement?.tagName, scrollY, history.length])).toEqual([
    'INPUT',
    0,
    expect.any(Number),
  ]);
});

test('a slide starts its steps when it is opened and begins anew when it is left', async ({ page, baseURL }) => {
  const { frame, say } = await framed(page, `${baseURL!}embed/v1/en/apiserver-to-kubelet/?steps=1-4`);
  await expect(steps(frame)).toContainText('Step 1 of 4');
  await say({ kubepaths: 1, type: 'next' });
  await say({ kubepaths: 1, type: 'set', query: 'scenario=hardened-public-ips&step=3' });
  await expect(steps(frame)).toContainText('Step 3');
  await say('slide:stop');
  await say('slide:start');
  await expect(steps(frame)).toContainText('Step 1 of 4');
  await expect(edge(frame, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'unsafe');
});

test('only the controls that the address names are shown, and they work', async ({ page, baseURL }) => {
  const { frame } = await framed(page, `${baseURL!}embed/v1/en/map/?controls=scenario+from`, 1200);
  await expect(frame.locator('[data-control="scenario"]')).toBeVisible();
  await expect(frame.locator('[data-control="from"]')).toBeVisible();
  await expect(frame.locator('[data-control="release"]')).toBeHidden();
  await expect(frame.locator('[data-control="set"]')).toBeHidden();
  await frame.getByRole('combobox').selectOption('hardened-public-ips');
  await expect(edge(frame, 'apiserver-to-kubelet')).toHaveAttribute('data-verdict', 'safe');
});

test('the languages are offered where the address asks for them, and carry the state', async ({ page, baseURL }) => {
  const { frame } = await framed(page, `${baseURL!}embed/v1/en/map/?languages=on&path=konnectivity&theme=dark`);
  const chinese = frame.getByRole('navigation').getByRole('link', { name: '简体中文' });
  await expect(chinese).toHaveAttribute('href', /embed\/v1\/zh\/map\/\?.*path=konnectivity/);
  await chinese.click();
  await expect(frame.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expectPanel(frame, 'konnectivity');
});

for (const language of languages)
  for (const width of [280, 768, 1280])
    test(`a frame fits a box of ${width} px (${language})`, async ({ page, baseURL }) => {
      await page.setViewportSize({ width, height: 800 });
      const src = `${baseURL!}embed/v1/${language}/apiserver-to-kubelet/?steps=1-4&controls=scenario+release+set+from&languages=on`;
      await page.goto(src);
      await expect(page.locator('[data-play]')).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    });

test('every address of version 1 that was ever given out still shows what it meant', async ({ page }) => {
  test.slow();
  const lines = readFileSync(join(import.meta.dirname, '../fixtures/embed-addresses.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  for (const line of lines) {
    const [address = '', ...wanted] = line.split(/\s+/);
    await page.goto(`embed/v1/${address}`);
    for (const want of wanted) {
      const [what = '', value = ''] = want.split('=');
      switch (what) {
        case 'lang':
          await expect(page.locator('html'), line).toHaveAttribute('lang', value);
          break;
        case 'theme':
          await expect(page.locator('html'), line).toHaveAttribute('data-theme', value);
          break;
        case 'panel':
          await expectPanel(page, value);
          break;
        case 'control':
          await expect(page.locator(`[data-control="${value}"]`), line).toBeVisible();
          break;
        case 'step':
          await expect(page.locator('[data-step]'), line).toContainText(new RegExp(`\\b${value}\\b`));
          break;
        case 'tour':
          await expect(page.locator('[data-tour-go][aria-current="step"]'), line).toHaveAttribute(
            'data-tour-go',
            value,
          );
          break;
        case 'question':
          await page.locator('[data-quiz-start]').click();
          await expect(page.locator('[data-quiz-place]'), line).toContainText(new RegExp(`\\b${value}\\b`));
          await expect(page.getByRole('radio').first(), line).toBeVisible();
          break;
        case 'notice':
          await expect(page.locator(`[data-notice="${value}"]:visible`).first(), line).toBeVisible();
          break;
        default:
          await expect(edge(page, what), line).toHaveAttribute('data-verdict', value);
      }
    }
  }
});
