import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { uncovered } from '../../support/uncovered.js';
import { npmStart } from '../support/npm-start.js';

const NO_WINDOW = process.env['PARALELO_ELECTRON'] === undefined;

test('npm start opens the window, and ends when the window is closed', async () => {
  if (NO_WINDOW) {
    uncovered('Electron: npm start opens the window', 'no Electron was found, or no display');
    return;
  }
  const profile = await mkdtemp(join(tmpdir(), 'paralelo-start-'));
  const started = npmStart(['--remote-debugging-port=0', `--user-data-dir=${profile}`]);
  try {
    const browser = await chromium.connectOverCDP(
      await started.prints(/DevTools listening on (ws:\S+)/),
      { noDefaults: true }, // Electron has one browser context, and lets nobody manage it.
    );
    const context = browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (page === undefined) throw new Error('Electron has no page.');
    await expect(page).toHaveTitle('Paralelo');
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
    await page.close();
    expect(await started.ended).toBe(0);
  } finally {
    await started.interrupt();
    await rm(profile, { recursive: true, force: true });
  }
});

test('npm start says which Electron it was told to use and cannot', async () => {
  const started = npmStart([], { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' });
  expect(await started.ended).toBe(1);
  expect(started.output()).toContain('ELECTRON_OVERRIDE_DIST_PATH is /nowhere');
  expect(started.output()).toContain('What to do: Unset it');
});
