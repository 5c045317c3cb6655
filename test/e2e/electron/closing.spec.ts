import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/electron.js';
import { areThere, expectGone, guestsOf } from '../support/guests.js';
import { LabPage } from '../support/lab-page.js';
import { openSecondWindow } from '../support/menu.js';

async function spinIn(page: Page): Promise<LabPage> {
  const lab = new LabPage(page);
  await lab.isReady();
  await lab.spinForever();
  return lab;
}

test('closing the last window in the middle of a run ends the app and leaves nothing', async ({
  app,
  page,
}) => {
  await spinIn(page);
  const guests = await guestsOf(page);
  const exited = once(app.process(), 'exit');
  await page.close();
  expect(await exited).toEqual([0, null]);
  expect(await areThere(guests)).toEqual({ container: false, process: false });
});

test('SIGTERM in the middle of a run ends the app and leaves nothing', async ({ app, page }) => {
  await spinIn(page);
  const guests = await guestsOf(page);
  const exited = once(app.process(), 'exit');
  app.process().kill('SIGTERM');
  await exited;
  expect(await areThere(guests)).toEqual({ container: false, process: false });
});

test('a second window shows the run of the first, which goes on without it', async ({
  app,
  page,
}) => {
  await spinIn(page);
  const guests = await guestsOf(page);
  const secondPage = await openSecondWindow(app);
  const second = new LabPage(secondPage);
  await expect(second.container).toHaveAttribute('data-state', 'running');
  await expect(second.wasm).toHaveAttribute('data-state', 'running');
  await page.close();
  expect(await areThere(guests)).toEqual({ container: true, process: true });
  const drawn = await second.pixelsOf(second.wasm, 'CPU');
  await expect.poll(() => second.pixelsOf(second.wasm, 'CPU')).not.toBe(drawn);
  await second.stopButton.click();
  await expect(second.wasm).toHaveAttribute('data-outcome', 'stopped');
});

test('a page that crashes comes back and catches up with the run', async ({ app, page }) => {
  await spinIn(page);
  const window = await app.browserWindow(page);
  await window.evaluate(
    (each: Electron.BrowserWindow) =>
      new Promise<void>((resolve) => {
        each.webContents.once('did-finish-load', () => resolve());
        each.webContents.forcefullyCrashRenderer();
      }),
  );
  const live: unknown = await window.evaluate((each: Electron.BrowserWindow) =>
    each.webContents.executeJavaScript(
      `new Promise((resolve) => {
        const look = () => {
          const lanes = [...document.querySelectorAll('[data-testid="lane"][data-state="running"]')];
          if (lanes.length === 2) resolve(lanes.map((lane) => lane.dataset.runtime));
          else requestAnimationFrame(look);
        };
        look();
      })`,
    ),
  );
  expect(live).toHaveLength(2);
});

test('what a killed app left behind is removed at the next start', async ({
  app,
  page,
  launchApp,
}) => {
  await spinIn(page);
  const guests = await guestsOf(page);
  const exited = once(app.process(), 'exit');
  app.process().kill('SIGKILL');
  await exited;
  await new LabPage((await launchApp()).page).isReady();
  await expectGone(guests);
});
