import { expect, test, type Page } from '@playwright/test';
import { framing, Host } from './host.ts';

const host = new Host();
test.beforeAll(() => host.open());
test.afterAll(() => host.close());

const TOUR = 'ca-flag-broke-logs';

type Message = Readonly<Record<string, unknown>>;

/** Frames an address in a sandbox on another site; gives the frame, what it says, and a way to ask it. */
async function framed(page: Page, src: string, height = 900) {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  // Not until all is loaded: a test may hold a script back.
  await page.goto(host.serve({ html: framing(src, height) }), { waitUntil: 'domcontentloaded' });
  const heard = async (type: string): Promise<Message[]> => {
    const all = await page.evaluate(() => (self as unknown as { heard: unknown[] }).heard);
    return all.filter(
      (one): one is Message => (one as Message)['kubepaths'] === 1 && (one as Message)['type'] === type,
    );
  };
  // What is said before the frame listens is lost.
  await expect.poll(async () => (await heard('ready')).length).toBe(1);
  const say = (message: unknown) =>
    page.evaluate((data) => document.querySelector('iframe')!.contentWindow!.postMessage(data, '*'), message);
  let id = 0;
  const ask = async (message: Message): Promise<Message> => {
    const own = ++id;
    await say({ kubepaths: 1, id: own, ...message });
    await expect.poll(async () => (await heard('reply')).some((one) => one['id'] === own)).toBe(true);
    return (await heard('reply')).find((one) => one['id'] === own)!;
  };
  const frame = page.frameLocator('iframe');
  return { frame, card: frame.locator('[data-tour-step]'), heard, say, ask, troubles };
}

const edge = (frame: ReturnType<Page['frameLocator']>) =>
  frame.locator('svg[data-diagram="wide"] a[data-path="apiserver-to-kubelet"]').first();

test('a teacher leads a tour from the host', async ({ page, baseURL }) => {
  const { frame, card, heard, ask, troubles } = await framed(page, `${baseURL!}embed/v1/en/tour-kubectl-logs/`);
  await expect(card).toContainText('Step 1 of 7');
  expect(await ask({ type: 'state' })).toMatchObject({ ok: true, step: 1, path: 'client-to-apiserver' });
  expect(await ask({ type: 'next' })).toMatchObject({ ok: true, step: 2 });
  expect(await ask({ type: 'goTo', step: 7 })).toMatchObject({ ok: true, step: 7, path: 'apiserver-to-kubelet' });
  await expect(card).toContainText('Step 7 of 7');
  await expect(edge(frame)).toHaveAttribute('data-verdict', 'safe');
  expect(await ask({ type: 'next' })).toMatchObject({ ok: false, step: 7 });
  expect(await ask({ type: 'goTo', step: 8 })).toMatchObject({ ok: false, step: 7 });
  expect(await ask({ type: 'previous' })).toMatchObject({ ok: true, step: 6 });
  await expect(edge(frame)).toHaveAttribute('data-verdict', 'unsafe');
  expect((await heard('stepchange')).map((one) => one['step'])).toEqual([1, 2, 7, 6]);
  expect((await heard('pathselect')).map((one) => one['path'])).toEqual([
    'client-to-apiserver',
    'apiserver-to-kubelet',
  ]);
  expect(await ask({ type: 'set', query: 'step=3&theme=dark' })).toMatchObject({ ok: true, step: 3 });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await ask({ type: 'reset' })).toMatchObject({ ok: true, step: 1 });
  await expect(frame.locator('html')).not.toHaveAttribute('data-theme');
  expect(troubles).toEqual([]);
});

test('what a host asks before the tour has come is done when it is there', async ({ page, baseURL }) => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/scripts/tour.js', async (route) => {
    await arrived;
    await route.continue();
  });
  const { card, heard, say } = await framed(page, `${baseURL!}embed/v1/en/tour-${TOUR}/`);
  await expect.poll(async () => (await heard('ready')).length).toBe(1);
  await say({ kubepaths: 1, id: 'early', type: 'goTo', step: 3 });
  arrive();
  await expect(card).toContainText('Step 3 of 7');
  await expect.poll(() => heard('reply')).toMatchObject([{ id: 'early', ok: true, step: 3 }]);
});

test('a part of a tour has its own ends, and hands its keys back at both', async ({ page, baseURL }) => {
  const { frame, card, heard, say, ask } = await framed(page, `${baseURL!}embed/v1/en/tour-${TOUR}/?steps=2-3`);
  const keys = async () => (await heard('key')).map((one) => one['key']);
  await expect(card).toContainText('Step 2 of 7');
  await expect(frame.locator('[data-tour-go]:visible')).toHaveText(['2', '3']);
  expect(await ask({ type: 'goTo', step: 1 })).toMatchObject({ ok: false, step: 2 });
  await frame.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(keys).toEqual(['ArrowLeft']);
  await page.keyboard.press('ArrowRight');
  await expect(card).toContainText('Step 3 of 7');
  expect(await keys()).toEqual(['ArrowLeft']);
  await say('slide:start');
  await expect(card).toContainText('Step 2 of 7');
  for (const key of ['ArrowRight', 'ArrowRight', 'PageDown']) await page.keyboard.press(key);
  await expect.poll(keys).toEqual(['ArrowLeft', 'ArrowRight', 'PageDown']);
  const toDeck = await page.evaluate(() =>
    (self as unknown as { heard: unknown[] }).heard.filter(
      (one) => typeof one === 'string' && one.includes('triggerKey'),
    ),
  );
  expect(toDeck).toHaveLength(2);
});

test('with keys=none every key of a tour is the host’s', async ({ page, baseURL }) => {
  const { frame, card, heard } = await framed(page, `${baseURL!}embed/v1/en/tour-${TOUR}/?keys=none`);
  await frame.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await heard('key')).map((one) => one['key'])).toEqual(['ArrowRight']);
  await expect(card).toContainText('Step 1 of 7');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('Step 2 of 7');
});

test('a slide that is left and opened again shows its tour from the beginning', async ({ page, baseURL }) => {
  const { card, say, ask } = await framed(page, `${baseURL!}embed/v1/it/tour-${TOUR}/?steps=2-5&step=3`);
  await expect(card).toContainText('Passaggio 3 di 7');
  expect(await ask({ type: 'next' })).toMatchObject({ ok: true, step: 4 });
  await say('slide:stop');
  await say('slide:start');
  await expect(card).toContainText('Passaggio 3 di 7');
});

test('a tour in a frame tells its height, keeps the focus and the place of its host', async ({ page, baseURL }) => {
  const { card, frame, heard, ask } = await framed(page, `${baseURL!}embed/v1/en/tour-${TOUR}/?theme=dark`, 300);
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(card).toContainText('Step 1 of 7');
  await ask({ type: 'next' });
  await expect(card).toContainText('Step 2 of 7');
  const needed = await frame.locator('.embed').evaluate((main) => Math.ceil(main.getBoundingClientRect().height));
  await expect.poll(async () => (await heard('height')).at(-1)?.['height']).toBe(needed);
  expect(await page.evaluate(() => [document.activeElement?.tagName, scrollY, history.length])).toEqual(['BODY', 0, 2]);
});

for (const width of [280, 768, 1280])
  test(`a tour and a quiz fit a frame of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const view of [`tour-${TOUR}/?step=2&languages=on`, 'quiz/?seed=2']) {
      await page.goto(`embed/v1/pt/${view}`);
      if (view.startsWith('quiz')) await page.locator('[data-quiz-start]').click();
      await expect(page.locator('.tour-card, .option').first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), view).toBeLessThanOrEqual(0);
    }
  });

test('one tag shows a tour, leads it and hears of its steps', async ({ page, baseURL }) => {
  const html = `<div lang="es"><kube-path tour="kubectl-logs" steps="2-4"></kube-path></div><script async src="${baseURL!}embed.js"></script>`;
  await page.goto(host.serve({ html }));
  const element = page.locator('kube-path');
  await element.evaluate((one) => {
    const steps: unknown[] = [];
    one.addEventListener('stepchange', (event) =>
      steps.push((event as CustomEvent<{ readonly step: number }>).detail.step),
    );
    (self as unknown as { steps: unknown[] }).steps = steps;
  });
  type Led = HTMLElement & Record<'next' | 'goTo', (step?: number) => Promise<{ step: number; ok: boolean }>>;
  const card = page.frameLocator('kube-path iframe').locator('[data-tour-step]');
  await expect(card).toContainText('Paso 2 de 7');
  expect(await element.evaluate((one: Led) => one.next())).toMatchObject({ ok: true, step: 3 });
  expect(await element.evaluate((one: Led) => one.goTo(4))).toMatchObject({ ok: true, step: 4 });
  expect(await element.evaluate((one: Led) => one.next())).toMatchObject({ ok: false, step: 4 });
  await expect(card).toContainText('Paso 4 de 7');
  expect((await page.evaluate(() => (self as unknown as { steps: unknown[] }).steps)).slice(-2)).toEqual([3, 4]);
  await element.evaluate((one) => one.setAttribute('tour', 'pod-calls-api'));
  await expect(card).toContainText('Pod');
});

test('a quiz in a sandbox tells its score to the host, as a message and as an event of the element', async ({
  page,
  baseURL,
}) => {
  const html = `<kube-path path="quiz"></kube-path><script async src="${baseURL!}embed.js"></script>`;
  await page.goto(host.serve({ html }));
  const complete = page.evaluate(
    () =>
      new Promise<unknown[]>((resolve) => {
        const got: unknown[] = [];
        const done = (): void => {
          if (got.length === 2) resolve(got);
        };
        addEventListener('message', ({ data }: MessageEvent<Readonly<Record<string, unknown>> | null>) => {
          if (data?.['type'] === 'complete') {
            got.push(data);
            done();
          }
        });
        document.addEventListener('complete', (event) => {
          got.push((event as CustomEvent<unknown>).detail);
          done();
        });
      }),
  );
  const frame = page.frameLocator('kube-path iframe');
  await frame.getByRole('button', { name: 'Start the quiz' }).click();
  for (let number = 1; number <= 10; number += 1) {
    await expect(frame.locator('.lesson .step-number')).toHaveText(`Question ${String(number)} of 10`);
    await frame
      .locator('.option input')
      .nth(number % 4)
      .check();
    await frame.getByRole('button', { name: 'Check answer' }).click();
    await frame.locator('.answer button').click();
  }
  const score = /^(\d+) of 10/.exec((await frame.locator('.lesson h2').textContent()) ?? '')?.[1];
  const told = { kubepaths: 1, type: 'complete', score: Number(score), max: 10 };
  expect(await complete).toMatchObject([told, told]);
});
