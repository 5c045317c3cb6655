import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { LEFT_OUT } from './scripts/lib/needs-engine.mjs';

// What tests run is none of what the user recorded. Their programs inherit it, and a test may name another.
process.env['PARALELO_DATA_DIR'] ??= resolve(import.meta.dirname, 'test-results/data-e2e');

const isRoot = process.getuid?.() === 0;

/** One output folder each: Playwright empties a project's folder when it starts. */
const project = (name: string) => ({
  name,
  testDir: `test/e2e/${name}`,
  outputDir: `test-results/e2e-${name}`,
});

const IN_CHROMIUM = {
  browserName: 'chromium',
  viewport: { width: 1280, height: 800 },
  launchOptions: {
    executablePath: process.env['PARALELO_CHROMIUM'] ?? '/usr/bin/chromium',
    // Root cannot have Chromium's own sandbox; a user gets it.
    chromiumSandbox: !isRoot,
  },
} as const;

/**
 * Both shells of the same page, a real Electron window (it needs a display) and a browser; every state of a view on a
 * pretended lab; and `npm start`.
 */
export default defineConfig({
  testIgnore: LEFT_OUT,
  // Windows, engines and two cores are shared, so one at a time.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // What passes only then is named at the end of `npm test`.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [
    project('electron'),
    { ...project('chromium'), use: IN_CHROMIUM },
    { ...project('states'), use: IN_CHROMIUM },
    project('start'),
  ],
});
