import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../support/electron.js';
import { choose, openSecondWindow } from '../support/menu.js';

const settings = (testInfo: { outputPath(name: string): string }): { XDG_CONFIG_HOME: string } => ({
  XDG_CONFIG_HOME: testInfo.outputPath('config'),
});

const labels = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);

const room = (page: Page) => page.getByRole('navigation').locator('[aria-current]');

test('View goes to a room of the window that has the focus', async ({ app, page }) => {
  await expect(page.getByTestId('lane').first()).toBeVisible();
  await choose(app, 'View', 'Claims');
  await expect(room(page)).toHaveText('Claims');
  await choose(app, 'Help', 'Keyboard Shortcuts');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('a key that the menu shows is heard once', async ({ page }) => {
  await expect(page.getByTestId('lane').first()).toBeVisible();
  await page.keyboard.press('Control+3');
  await expect(room(page)).toHaveText('Isolation');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
});

test('File > Import Bundle… lets somebody choose a file', async ({ app, page }) => {
  await expect(page.getByTestId('lane').first()).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await choose(app, 'File', 'Import Bundle…');
  expect((await choosing).isMultiple()).toBe(false);
});

test('the menu speaks the language of the settings at once', async ({ launchApp }, testInfo) => {
  const { app, page } = await launchApp({ env: settings(testInfo) });
  await expect(page.getByTestId('lane').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('português');
  await page.keyboard.press('Enter');
  await expect.poll(() => labels(app)).toContain('Laboratório');
  await choose(app, 'Exibir', 'Afirmações');
  await expect(page).toHaveURL(/#claims$/);
});

test('File > New Window opens a second window of the same app', async ({ app, page }) => {
  const second = await openSecondWindow(app);
  await expect(second).toHaveTitle('Paralelo');
  await second.close();
  await expect(page).toHaveTitle('Paralelo');
});
