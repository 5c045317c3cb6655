import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/electron.js';

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
    const config = testInfo.outputPath('config');
    await mkdir(join(config, 'paralelo'), { recursive: true });
    await writeFile(join(config, 'paralelo/settings.json'), JSON.stringify({ theme }));
    const { app, page } = await launchApp({ env: { XDG_CONFIG_HOME: config } });
    const window = await app.browserWindow(page);
    // Of its making: nothing sets it later.
    expect(await window.evaluate((each: Electron.BrowserWindow) => each.getBackgroundColor())).toBe(
      background,
    );
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  });
}
