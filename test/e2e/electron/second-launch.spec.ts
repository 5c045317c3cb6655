import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { appArguments, expect, test } from '../support/electron.js';
import { CHECKOUT } from '../support/paths.js';

test('a second launch brings the window to the front, and ends', async ({ launched }) => {
  const { app, page } = launched;
  const window = await app.browserWindow(page);
  await window.evaluate((each: Electron.BrowserWindow) => each.hide());
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  const second = spawn(electron, appArguments(launched.userDataDir), {
    cwd: CHECKOUT,
    stdio: 'ignore',
  });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  await expect
    .poll(() => window.evaluate((each: Electron.BrowserWindow) => each.isVisible()))
    .toBe(true);
  expect(app.windows()).toHaveLength(1);
});
