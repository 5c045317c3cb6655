import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/electron.js';
import { engineAt } from '../../support/docker/engine.js';
import { importImage, savedTar } from '../../support/docker/shell-image.js';
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

test('the tar of an image that is dropped is loaded into the engine that is chosen, for the container lanes', async ({
  page,
}) => {
  const ref = 'paralelo-test/dropped:1';
  const engine = await engineAt(process.env['DOCKER_HOST']);
  const remove = () => engine.client.json({ method: 'DELETE', path: `/images/${ref}` });
  const folder = await mkdtemp(join(tmpdir(), 'paralelo-drop-'));
  try {
    await importImage(engine, { ref, files: { '/a': Buffer.from('a') } });
    await writeFile(join(folder, 'web.tar'), await savedTar(engine, ref));
    await remove();
    await drag(page, join(folder, 'web.tar'), 'dragEnter', 'drop');
    const outcome = page.getByRole('status', { name: 'What became of the file' });
    await expect(outcome).toContainText('web.tar is an image');
    await outcome.getByRole('button', { name: /^Load into Docker/ }).click();
    await expect(outcome).toContainText(`${ref} is in Docker`);
    await page.getByRole('button', { name: /^Image paralelo-test/ }).click();
    await expect(page.getByLabel(/^Image for/)).toHaveValue(ref);
    await remove();
  } finally {
    engine.client.close();
    await rm(folder, { recursive: true });
  }
});
