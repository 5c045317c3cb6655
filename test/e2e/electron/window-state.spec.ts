import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Launched } from '../support/electron.js';
import { expect, test } from '../support/electron.js';

const SMALL = { x: 60, y: 40, width: 1000, height: 640 };

async function boundsOf({ app, page }: Launched): Promise<Electron.Rectangle> {
  const window = await app.browserWindow(page);
  return window.evaluate((each: Electron.BrowserWindow) => each.getBounds());
}

test('a window opens where and as large as it was closed', async ({ launchApp }) => {
  const first = await launchApp();
  const window = await first.app.browserWindow(first.page);
  await window.evaluate((each: Electron.BrowserWindow, bounds) => each.setBounds(bounds), SMALL);
  await expect.poll(() => boundsOf(first)).toEqual(SMALL);
  await first.app.close();
  const second = await launchApp({ userDataDir: first.userDataDir });
  await expect.poll(() => boundsOf(second)).toEqual(SMALL);
});

test('a window whose screen is gone opens on one that is there', async ({ launchApp }) => {
  const { app, userDataDir } = await launchApp();
  await app.close();
  const kept = { bounds: { ...SMALL, x: 9000 }, isMaximized: false };
  await writeFile(join(userDataDir, 'window.json'), JSON.stringify(kept));
  const second = await launchApp({ userDataDir });
  expect((await boundsOf(second)).x).toBeLessThan(1000);
  expect(await boundsOf(second)).toMatchObject({ width: SMALL.width, height: SMALL.height });
});

test('a file that says nothing about a window changes nothing', async ({ launchApp }) => {
  const { app, userDataDir } = await launchApp();
  await app.close();
  await writeFile(join(userDataDir, 'window.json'), '{"bounds":');
  expect(await boundsOf(await launchApp({ userDataDir }))).toMatchObject({
    ...{ width: 1280, height: 800 },
  });
});
