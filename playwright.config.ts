import { defineConfig } from '@playwright/test';
import fc from 'fast-check';

// The same examples on every machine, so that a change is judged by what it changes. Hunt with another seed.
fc.configureGlobal({ seed: Number(process.env['KUBEPATHS_SEED'] ?? 2026) });

// `npm test` finds the browser and a free port, and builds for this base path; see src/build/bootstrap.mjs.
const base = '/kubepaths/';
const port = Number(process.env['KUBEPATHS_PORT'] ?? 4331);
const origin = `http://127.0.0.1:${port}`;
const executablePath = process.env['KUBEPATHS_CHROMIUM'];

export default defineConfig({
  testDir: 'tests',
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // Generous, for slow and busy machines; no test waits for time to pass.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [[process.env['CI'] === undefined ? 'line' : 'dot'], ['./tests/count-reporter.ts']],
  use: {
    baseURL: `${origin}${base}`,
    browserName: 'chromium',
    locale: 'en-US',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // No sandbox: root has none, many containers neither, and only our own pages are opened. The rest keeps
      // Chromium from calling home.
      chromiumSandbox: false,
      args: ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  projects: [
    // By folder: a pattern would also fit the name of the folder that the checkout lies in.
    { name: 'unit', testIgnore: ['**/tests/site/**', '**/tests/hosts/**'] },
    { name: 'site', testDir: 'tests/site' },
    // What other people's programs make of ours; `npm run test:hosts` installs them first, one after the other.
    { name: 'hosts', testDir: 'tests/hosts', workers: 1, fullyParallel: false, timeout: 600_000 },
  ],
  webServer: {
    command: `node src/build/serve.mjs --port ${port} --base ${base} --max-age 600`,
    port,
    reuseExistingServer: false,
  },
});
