import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';

// A copy of the site is built whose English page has moved on in one section and above the sections.
const ASTRO = resolve('node_modules/astro/bin/astro.mjs');
let site: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(() => {
  test.setTimeout(180_000);
  site = mkdtempSync(join(tmpdir(), 'kubepaths-stale-'));
  for (const part of ['src', 'public', 'content', 'package.json', 'tsconfig.json'])
    cpSync(part, join(site, part), { recursive: true });
  cpSync('astro.config.mjs', join(site, 'site.config.mjs'));
  // What is kept between builds is of the site itself, not of its copy.
  writeFileSync(
    join(site, 'astro.config.mjs'),
    "import site from './site.config.mjs';\nexport default { ...site, cacheDir: './cache' };\n",
  );
  symlinkSync(resolve('node_modules'), join(site, 'node_modules'), 'junction');
  const english = join(site, 'content/paths/apiserver-to-kubelet/en.mdx');
  writeFileSync(
    english,
    readFileSync(english, 'utf8')
      .replace('The port is <Port', 'The port number is <Port')
      .replace(/^carries: /m, 'carries: chiefly '),
  );
  const built = spawnSync(process.execPath, [ASTRO, 'build'], { cwd: site, encoding: 'utf8' });
  expect(built.status, built.stdout + built.stderr).toBe(0);
});

test.afterAll(() => {
  rmSync(site, { recursive: true });
});

function html(page: string): string {
  return readFileSync(join(site, 'dist', page, 'index.html'), 'utf8');
}

for (const [language, title] of [
  ['it', 'Come si apre la connessione'],
  ['zh', '连接如何建立'],
] as const)
  test(`${language}: a section that has fallen behind says so by its name, and unfolds the English one`, async ({
    page,
  }) => {
    await page.setContent(html(`${language}/paths/apiserver-to-kubelet`));
    const section = page.locator('section#connection');
    const note = section.getByRole('note');
    await expect(note).toContainText(title);
    const english = note.locator('[lang="en"]');
    await expect(english).toBeHidden();
    await note.locator('summary').click();
    await expect(english).toBeVisible();
    await expect(english).toContainText('The port number is 10250 and the protocol is always HTTPS.');
    await expect(english).not.toContainText('How each end proves itself');
    await expect(page.locator('article section').getByRole('note')).toHaveCount(1);
    await expect(page.locator('article > [role="note"]')).toHaveCount(1);
  });

test('English itself, and pages that are up to date, say nothing', () => {
  expect(html('en/paths/apiserver-to-kubelet')).not.toContain('data-stale');
  expect(html('it/paths/konnectivity')).not.toContain('data-stale');
});

test('the about page counts what is up to date and links what is not', async ({ page }) => {
  await page.setContent(html('en/about'));
  const row = page.locator('[data-language="es"]');
  await expect(row.getByRole('link')).toHaveCount(2);
  await expect(row.getByRole('link').nth(1)).toHaveAttribute('href', '/es/paths/apiserver-to-kubelet/#connection');
  const [, current, total] = /(\d+) of (\d+)/.exec((await row.textContent()) ?? '') ?? [];
  expect(Number(total) - Number(current)).toBe(2);
});
