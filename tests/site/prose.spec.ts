import { expect, test } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';

for (const language of languages)
  test(`a visitor reads ports and defaults in the prose as the facts have them (${language})`, async ({ page }) => {
    await page.goto(`${language}/paths/apiserver-to-kubelet/`);
    await expect(page.locator('section#connection')).toContainText('10250');
    const row = page.locator('section#proof tr').filter({ hasText: 'AlwaysAllow' });
    await expect(row.locator('code')).toHaveText(['AlwaysAllow', 'Webhook']);
    await expect(page.locator('section#proof table')).toContainText('10255');
  });
