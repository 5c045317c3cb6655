import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { appArguments, expect, test } from '../support/electron.js';
import { CHECKOUT } from '../support/paths.js';

test('a second launch opens a window in the first process, and ends', async ({ launched }) => {
  const opened = launched.app.waitForEvent('window');
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  const second = spawn(electron, appArguments(launched.userDataDir), {
    cwd: CHECKOUT,
    stdio: 'ignore',
  });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  await expect(await opened).toHaveTitle('Paralelo');
});
