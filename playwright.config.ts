import { defineConfig } from '@playwright/test';
import { LEFT_OUT } from './scripts/lib/needs-engine.mjs';

const isRoot = process.getuid?.() === 0;

/** One output folder each: Playwright empties a project's folder when it starts. */
const project = (name: string) => ({
  name,
  testDir: `test/e2e/${name}`,
  outputDir: `test-results/e2e-${name}`,
});

/** Both shells of the same page, a real Electron window (it needs a display) and a browser; and `npm start`. */
export default defineConfig({
  testIgnore: LEFT_OUT,
  // Windows, engines and two cores are shared, so one at a time.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [
    project('electron'),
    {
      ...project('chromium'),
      use: {
        browserName: 'chromium',
        viewport: { width: 1280, height: 800 },
        launchOptions: {
          executablePath: process.env['PARALELO_CHROMIUM'] ?? '/usr/bin/chromium',
          // Root cannot have Chromium's own sandbox; a user gets it.
          chromiumSandbox: !isRoot,
        },
      },
    },
    project('start'),
  ],
});
