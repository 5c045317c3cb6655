import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { appArguments, expect, test } from '../support/electron.js';
import { CHECKOUT } from '../support/paths.js';

const MODULE = join(CHECKOUT, 'resources/workloads/bin/sum.wasm');

async function expectChosen(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Module sum\.wasm/ })).toBeVisible();
  await page.getByRole('button', { name: /^Module / }).click();
  await expect(page.getByLabel(/^Module for/)).toHaveValue(MODULE);
}

test('a module that the desktop opens is chosen in a window of its own, and not run', async ({
  launched,
}) => {
  const opened = launched.app.waitForEvent('window');
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  const second = spawn(electron, [...appArguments(launched.userDataDir), MODULE], {
    cwd: CHECKOUT,
    stdio: 'ignore',
  });
  await once(second, 'exit');
  const page = await opened;
  await expectChosen(page);
  await expect(page).toHaveURL('paralelo://app/index.html#lab');
  await expect(page.locator('[data-testid="lane"]:not([data-state="idle"])')).toHaveCount(0);
  await expect(launched.page.getByRole('button', { name: /^Module sum/ })).toHaveCount(0);
});

test('a module whose name is made to leave the address is only a name', async ({ app }) => {
  const opened = app.waitForEvent('window');
  await app.evaluate(({ app: electronApp }) =>
    electronApp.emit('second-instance', {}, ['paralelo', '/tmp/a&x=1#instances?"><b>.wasm'], '/'),
  );
  const page = await opened;
  await page.getByRole('button', { name: /^Module / }).click();
  await expect(page.getByLabel(/^Module for/)).toHaveValue('/tmp/a&x=1#instances?"><b>.wasm');
});
