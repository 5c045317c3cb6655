import { expect, test } from '../support/electron.js';
import { LabPage } from '../support/lab-page.js';
import { SettingsPage } from '../support/settings-page.js';

declare global {
  var trayMenu: Electron.Menu | undefined;
}

test('the tray shows the load and stops all runs; without a place for it nothing breaks', async ({
  launchApp,
}, testInfo) => {
  const env = { XDG_CONFIG_HOME: testInfo.outputPath('config') };
  const { app, page } = await launchApp({ env });
  // The desktop itself cannot be had here: what it is given to show is.
  await app.evaluate(({ Tray }) => {
    Tray.prototype.setContextMenu = function set(menu) {
      globalThis.trayMenu = menu ?? undefined;
    };
  });
  const menu = (): Promise<{ label: string; enabled: boolean }[]> =>
    app.evaluate(
      () => globalThis.trayMenu?.items.map(({ label, enabled }) => ({ label, enabled })) ?? [],
    );
  const settings = new SettingsPage(page);
  await settings.open();
  expect(await menu()).toEqual([]);
  await page.getByRole('switch', { name: /^An icon beside the clock/ }).click();
  await expect.poll(menu).toContainEqual({ label: 'Stop All Runs', enabled: false });
  await page.getByRole('link', { name: 'Lab', exact: true }).click();
  const lab = new LabPage(page);
  await lab.isReady();
  await lab.spinForever();
  await expect.poll(menu).toContainEqual({ label: 'Stop All Runs', enabled: true });
  expect((await menu()).map(({ label }) => label).join()).toMatch(/CPU \d+ %,Memory .+ of .+,Live/);
  await app.evaluate(() => {
    globalThis.trayMenu?.items.find(({ label }) => label === 'Stop All Runs')?.click();
  });
  await expect(page.locator('[data-testid="lane"][data-state="ended"]')).toHaveCount(2);
  await settings.open();
  const wanted = page.getByRole('switch', { name: /^An icon beside the clock/ });
  await wanted.click();
  await expect(wanted).not.toBeChecked();
});
