import { readFile, stat } from 'node:fs/promises';
import { expect, test } from '../support/electron.js';
import { NO_ENGINE, openHistory } from '../support/exchange-scenes.js';
import { LabPage } from '../support/lab-page.js';

test('the window saves an export where the user says', async ({ launchApp }, testInfo) => {
  const env = { ...NO_ENGINE, PARALELO_DATA_DIR: testInfo.outputPath('data') };
  const { app, page } = await launchApp({ env });
  const path = testInfo.outputPath('saved.paralelo');
  // In place of the dialog of the desktop, in which a person chooses.
  const saved = app.evaluate(
    ({ session }, chosen) =>
      new Promise<string>((resolve) => {
        session.defaultSession.on('will-download', (_event, item) => {
          item.setSavePath(chosen);
          item.once('done', (_done, state) => resolve(state));
        });
      }),
    path,
  );
  const lab = new LabPage(page);
  await lab.isReady();
  await lab.chooseProgram('hello');
  await lab.run();
  await expect(lab.wasm).toHaveAttribute('data-outcome', 'exited');
  await openHistory(page);
  await page.getByRole('checkbox', { name: /^Mark / }).check();
  await page.getByRole('combobox', { name: 'Export as' }).first().selectOption('bundle');
  expect(await saved).toBe('completed');
  expect((await stat(path)).size).toBeGreaterThan(500);
  expect((await readFile(path)).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
});
