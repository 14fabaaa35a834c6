import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { tours } from './built.ts';

const TOUR = 'ca-flag-broke-logs';
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

const card = (page: Page) => page.locator('[data-tour-step]');
const edge = (page: Page) =>
  page.locator('.tour-player svg[data-diagram="wide"] a[data-path="apiserver-to-kubelet"]').first();

test.describe('a tour', () => {
  test.use({ viewport: WIDE });

  test('plays by keys: text, map and address go together', async ({ page }) => {
    await page.goto(`en/tours/${TOUR}/`);
    await expect(edge(page)).toHaveAttribute('data-verdict', 'unsafe');
    await page.keyboard.press('ArrowRight');
    await expect(edge(page)).toHaveAttribute('data-verdict', 'broken');
    await expect(card(page).getByRole('heading')).toContainText('Tuesday');
    expect(new URL(page.url()).searchParams.get('step')).toBe('2');
    await page.keyboard.press('ArrowLeft');
    await expect(edge(page)).toHaveAttribute('data-verdict', 'unsafe');
    await expect(page.locator('[data-tour-go="1"]')).toHaveAttribute('aria-current', 'step');
  });

  test('opens at the step of its address, and Back returns to the one before', async ({ page }) => {
    await page.goto(`en/tours/${TOUR}/?step=6`);
    await expect(edge(page)).toHaveAttribute('data-verdict', 'safe');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(card(page)).toContainText('Step 7 of 7');
    await expect(page.getByRole('button', { name: 'Next' })).toHaveAttribute('aria-disabled', 'true');
    await page.goBack();
    await expect(card(page)).toContainText('Step 6 of 7');
  });

  test('plays by itself, and stops when asked', async ({ page }) => {
    await page.clock.install();
    await page.goto(`en/tours/${TOUR}/`);
    await page.getByRole('button', { name: 'Play' }).click();
    await page.clock.runFor(60_000);
    await expect(card(page)).not.toContainText('Step 1 of 7');
    const pause = page.getByRole('button', { name: 'Pause' });
    if (await pause.isVisible()) await pause.click();
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  });

  test('in a frame: only the steps that are asked for, no history of its own, the last key goes to the host', async ({
    page,
  }) => {
    await page.goto(`embed/v1/en/tour-${TOUR}/?steps=2-3`);
    await expect(card(page)).toContainText('Step 2 of 7');
    const entries = await page.evaluate(() => history.length);
    await page.keyboard.press('ArrowRight');
    await expect(card(page)).toContainText('Step 3 of 7');
    expect(await page.evaluate(() => history.length)).toBe(entries);
    const kept = await page.evaluate(
      () => !dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', cancelable: true, bubbles: true })),
    );
    expect(kept, 'the frame keeps a key that leads nowhere').toBe(false);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: WIDE });

  test('a tour is a storyboard: every step with its picture, its text and its proof', async ({ page }) => {
    await page.goto(`en/tours/${TOUR}/`);
    await expect(page.locator('.storyboard li[data-tour-frame]')).toHaveCount(7);
    await expect(page.locator('.tour-player')).toBeHidden();
    for (const image of await page.locator('.storyboard img').all()) {
      expect((await image.getAttribute('alt'))?.length).toBeGreaterThan(30);
      expect((await page.request.get((await image.getAttribute('src'))!)).status()).toBe(200);
    }
  });

  test('the quiz shows its questions with their answers', async ({ page }) => {
    await page.goto('en/quiz/');
    await expect(page.locator('[data-quiz]')).toBeHidden();
    const first = page.locator('.question').first();
    await first.locator('summary').click();
    await expect(first.locator('details')).toContainText('Answer:');
    await expect(page.locator('.question')).toHaveCount(10);
  });
});

test('a tour prints as a storyboard', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(`en/tours/${TOUR}/`);
  await expect(page.locator('.tour-player')).toBeHidden();
  await expect(page.locator('.storyboard li[data-tour-frame]').last()).toBeVisible();
});

test('a quiz is answered by keyboard, explained and scored, and nobody is told of it', async ({ page }) => {
  await page.goto('en/quiz/?seed=5');
  const questions: string[] = [];
  page.on('request', (request) => questions.push(request.method()));
  await page.getByRole('button', { name: 'Start the quiz' }).press('Enter');
  for (let number = 1; number <= 10; number += 1) {
    await expect(page.locator('.lesson .step-number')).toHaveText(`Question ${String(number)} of 10`);
    await expect(page.locator('.lesson legend h2')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(page.locator('.answer')).toContainText('orrect.');
    await expect(page.locator('.answer button')).toBeFocused();
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('.lesson h2')).toHaveText(/^\d+ of 10 answered correctly\.$/);
  expect(questions.filter((method) => method !== 'GET')).toEqual([]);
});

test.describe('an exercise', () => {
  test.use({ viewport: WIDE });

  test('opens the map in its state, counts changes, and knows when it is solved', async ({ page }) => {
    await page.goto('en/exercises/');
    await page.locator('#repair-the-logs [data-open]').click();
    const standing = page.locator('.standing');
    await expect(standing).toContainText('Changes: 0 of at most 2');
    await page.locator('.switch', { hasText: 'Sign serving certificates' }).click();
    await expect(standing).toContainText('Solved.');
    await page.getByRole('button', { name: 'Back to the start' }).click();
    await expect(standing).toContainText('Not there yet.');
  });

  test('of finding a path is solved on the map', async ({ page }) => {
    await page.goto('en/exercises/?exercise=weak-from-a-pod&from=pod');
    await page.locator('svg[data-diagram="wide"] a[data-path="apiserver-to-kubelet"]').first().press('Enter');
    await expect(page.locator('.standing')).toContainText('Not this one.');
    await page.goto('en/exercises/?exercise=weak-from-a-pod&from=pod&path=apiserver-to-webhook');
    await expect(page.locator('.standing')).toContainText('Solved.');
  });
});

for (const language of languages)
  test(`the pages to learn from fit a phone (${language})`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    for (const address of ['tours/', ...tours.map((tour) => `tours/${tour}/?step=2`), 'quiz/', 'exercises/']) {
      await page.goto(`${language}/${address}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(PHONE.width);
    }
    await page.goto(`${language}/quiz/?seed=2`);
    await page.locator('[data-quiz-start]').click();
    await expect(page.locator('.option')).toHaveCount(4);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  });

test('the scripts of the lessons stay small', () => {
  const bytes = (name: string): number => readFileSync(join('dist', 'scripts', `${name}.js`)).length;
  expect(bytes('tour') + bytes('quiz') + bytes('exercise')).toBeLessThan(60_000);
});
