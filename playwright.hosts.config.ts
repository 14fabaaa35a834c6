import { defineConfig } from '@playwright/test';
import site from './playwright.config.ts';

/** The real hosts, which are installed into node_modules/.cache when they are asked for: `npm run test:hosts`. */
export default defineConfig({
  ...site,
  testDir: 'tests/hosts',
  workers: 1,
  timeout: 600_000,
  projects: [{ name: 'hosts', testMatch: '*.spec.ts' }],
});
