import { writeFile } from 'node:fs/promises';
import { expect, test } from '../support/console.js';
import { NO_ENGINE, exportBundle, importBundle, openHistory } from '../support/exchange-scenes.js';
import { LabPage } from '../support/lab-page.js';

test('a bundle that is exported here replays in a fresh profile on a machine without an engine', async ({
  context,
  startServed,
}, testInfo) => {
  const here = await context.newPage();
  const one = await startServed({ env: { PARALELO_DATA_DIR: testInfo.outputPath('here') } });
  await here.goto(one.url);
  const lab = new LabPage(here);
  await lab.isReady();
  await lab.chooseProgram('grow');
  await lab.run();
  for (const lane of [lab.container, lab.wasm]) {
    await expect(lane).toHaveAttribute('data-state', 'ended', { timeout: 60_000 });
  }
  await openHistory(here);
  await expect(here.getByRole('checkbox', { name: /^Mark / })).toHaveCount(2);
  const path = await exportBundle(here, testInfo);
  await here.close();

  const there = await context.newPage();
  const env = { ...NO_ENGINE, PARALELO_DATA_DIR: testInfo.outputPath('there') };
  const other = await startServed({ env });
  await there.goto(other.url);
  await openHistory(there);
  await importBundle(there, path);
  await expect(there.getByText('2 entries were imported.')).toBeVisible();
  await there.screenshot({ path: testInfo.outputPath('imported.png') });
  await expect(there.getByRole('checkbox', { name: /^Mark / })).toHaveCount(2);
  for (const box of await there.getByRole('checkbox', { name: /^Mark / }).all()) await box.check();
  await there.getByRole('button', { name: 'Compare in the Lab' }).click();
  await expect(there.getByRole('region', { name: 'Replay' })).toBeVisible();
  const replayed = new LabPage(there);
  await expect(replayed.container).toHaveAttribute('data-state', 'ended');
  await there.getByRole('button', { name: 'Play the record' }).click();
  await expect(there.getByRole('button', { name: 'Pause the replay' })).toBeVisible();

  await openHistory(there);
  await importBundle(there, path);
  await expect(there.getByText('0 entries were imported. 2 were here already.')).toBeVisible();
});

test('a file that is no bundle is refused with what it is, and nothing is imported', async ({
  page,
  startServed,
}, testInfo) => {
  const path = testInfo.outputPath('holiday.paralelo');
  await writeFile(path, 'no bundle');
  const env = { ...NO_ENGINE, PARALELO_DATA_DIR: testInfo.outputPath('data') };
  const served = await startServed({ env });
  await page.goto(served.url);
  await openHistory(page);
  await importBundle(page, path);
  await expect(page.getByRole('alert')).toContainText('This file is no bundle of Paralelo');
  await expect(page.getByText('Nothing is recorded yet.')).toBeVisible();
});
