import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/** Both shells of the same page: a real Electron window (it needs a display), and a browser. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Windows, engines and two cores are shared, so one at a time.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [
    { name: 'electron', testDir: 'test/e2e/electron' },
    {
      name: 'chromium',
      testDir: 'test/e2e/chromium',
      use: {
        browserName: 'chromium',
        viewport: { width: 1280, height: 800 },
        launchOptions: {
          executablePath: process.env['PARALELO_CHROMIUM'] ?? '/usr/bin/chromium',
          args: isRoot ? ['--no-sandbox'] : [],
        },
      },
    },
  ],
});
