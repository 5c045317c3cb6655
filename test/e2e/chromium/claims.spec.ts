import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { ClaimsPage } from '../support/claims-page.js';
import { claimsScenes, readyReport } from '../support/claims-scenes.js';
import { test } from '../support/console.js';

claimsScenes((title, body) => {
  test(title, async ({ context, startServed }) => {
    await body(async () => {
      const served = await startServed();
      const view = new ClaimsPage(await context.newPage());
      await view.page.goto(served.url);
      await view.open();
      return view;
    });
  });
});

test('the report is downloaded as the command line writes it', async ({ context, startServed }) => {
  const served = await startServed();
  const view = new ClaimsPage(await context.newPage());
  await view.page.goto(served.url);
  await view.open();
  await readyReport(view);
  const [download] = await Promise.all([
    view.page.waitForEvent('download'),
    view.button('Save Markdown').click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toMatch(/^# The paper’s claims, tested\n/);
});
