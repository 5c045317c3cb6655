import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { expect, test as base } from '../support/electron.js';
import { Screen } from '../support/screen.js';
import { uncovered } from '../../support/uncovered.js';

/** `xServer` is to be named before `launchApp`: the app ends before it. */
const test = base.extend<{ xServer: Screen | undefined }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures one wants from it
  xServer: async ({}, use, testInfo) => {
    const own = Screen.canBe() ? await Screen.start(testInfo.outputPath('screen')) : undefined;
    await use(own);
    await own?.close();
  },
});

/** What makes a launch one with that theme in its settings. */
async function withTheme(theme: string, testInfo: TestInfo): Promise<{ XDG_CONFIG_HOME: string }> {
  const config = testInfo.outputPath('config');
  await mkdir(join(config, 'paralelo'), { recursive: true });
  await writeFile(join(config, 'paralelo/settings.json'), JSON.stringify({ theme }));
  return { XDG_CONFIG_HOME: config };
}

test('the window opens with its title, its size and its page', async ({ app, page }) => {
  await expect(page).toHaveTitle('Paralelo');
  expect(page.url()).toBe('paralelo://app/index.html');
  const window = await app.browserWindow(page);
  const isVisible = (): Promise<boolean> =>
    window.evaluate((each: Electron.BrowserWindow) => each.isVisible());
  await expect.poll(isVisible).toBe(true);
  const shown = await window.evaluate((each: Electron.BrowserWindow) => ({
    size: each.getSize(),
    least: each.getMinimumSize(),
    title: each.getTitle(),
  }));
  expect(shown).toEqual({ size: [1280, 800], least: [960, 600], title: 'Paralelo' });
});

test('the menu offers no way to the developer tools or to a reload', async ({ app }) => {
  const roles = await app.evaluate(({ Menu }) => {
    const inside = (menu: Electron.Menu | null): (string | undefined)[] =>
      menu?.items.flatMap((item) => [item.role, ...inside(item.submenu ?? null)]) ?? [];
    return inside(Menu.getApplicationMenu());
  });
  expect(roles).toContain('close');
  expect(roles.map((role) => role?.toLowerCase())).not.toContain('toggledevtools');
  expect(roles.map((role) => role?.toLowerCase())).not.toContain('reload');
});

for (const [theme, background] of [
  ['dark', '#0E1116'],
  ['light', '#F6F7F9'],
] as const) {
  test(`a window begins in the ${theme} theme of the settings`, async ({ launchApp }, testInfo) => {
    const { app, page } = await launchApp({ env: await withTheme(theme, testInfo) });
    const window = await app.browserWindow(page);
    // Of its making: nothing sets it later.
    expect(await window.evaluate((each: Electron.BrowserWindow) => each.getBackgroundColor())).toBe(
      background,
    );
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  });
}

/** X11 shows a window light until its page draws, whatever its background is. */
for (const [theme, order] of [
  ['dark', 'only once its page stands ready to be drawn'],
  ['light', 'before its page is there'],
] as const) {
  test(`in the ${theme} theme the window comes to the screen ${order}`, async ({
    xServer,
    launchApp,
  }, testInfo) => {
    if (xServer === undefined) {
      uncovered('When a window comes to the screen', 'There is no Xvfb.');
      return;
    }
    const covered = xServer.covered();
    const env = { ...(await withTheme(theme, testInfo)), ...xServer.env };
    const { page } = await launchApp({ env });
    const coveredAtMs = await covered;
    await page.waitForLoadState();
    const readAtMs = await page.evaluate(() => {
      const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return performance.timeOrigin + (page?.domInteractive ?? Number.NaN);
    });
    if (theme === 'dark') expect(coveredAtMs).toBeGreaterThan(readAtMs);
    else expect(coveredAtMs).toBeLessThan(readAtMs);
  });
}
