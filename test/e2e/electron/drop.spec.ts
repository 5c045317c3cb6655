import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/electron.js';
import { CHECKOUT } from '../support/paths.js';

const MODULE = join(CHECKOUT, 'resources/workloads/bin/sum.wasm');

/** As the desktop does when somebody drags a file over the window and lets it go. */
async function drag(page: Page, path: string, ...types: ('dragEnter' | 'drop')[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const type of types) {
    await session.send('Input.dispatchDragEvent', {
      ...{ type, x: 400, y: 300 },
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
  }
  await session.detach();
}

test('a module that is dropped onto the window is chosen by its path', async ({ page }) => {
  await expect(page.getByTestId('lane').first()).toBeVisible();
  await drag(page, MODULE, 'dragEnter');
  await expect(page.getByText('Drop it anywhere')).toBeVisible();
  await expect(page.getByText('becomes the program of the Wasm lanes')).toBeVisible();
  await drag(page, MODULE, 'drop');
  await expect(page.getByText('Drop it anywhere')).toHaveCount(0);
  await page.getByRole('button', { name: /^Module sum\.wasm/ }).click();
  await expect(page.getByLabel(/^Module for/)).toHaveValue(MODULE);
  await expect(page).toHaveURL('paralelo://app/index.html#lab');
});
