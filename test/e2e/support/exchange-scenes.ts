import { copyFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Page, TestInfo } from '@playwright/test';

/** On another machine: nothing is there that could run anything in a container. */
export const NO_ENGINE = {
  DOCKER_HOST: 'unix:///nonexistent/docker.sock',
  CONTAINER_HOST: 'unix:///nonexistent/podman.sock',
};

export async function openHistory(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: 'History', exact: true })
    .or(page.getByRole('button', { name: 'History' }))
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
}

/** Marks all that is there and exports it. Returns where the file lies. */
export async function exportBundle(page: Page, testInfo: TestInfo): Promise<string> {
  for (const box of await page.getByRole('checkbox', { name: /^Mark / }).all()) await box.check();
  const downloading = page.waitForEvent('download');
  await page
    .getByRole('group', { name: 'What is marked' })
    .getByRole('combobox', { name: 'Export as' })
    .selectOption('bundle');
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^paralelo-.*\.paralelo$/);
  const path = testInfo.outputPath(download.suggestedFilename());
  await copyFile(await download.path(), path);
  return path;
}

export async function importBundle(page: Page, path: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import…' }).click();
  await (await choosing).setFiles(path);
}
