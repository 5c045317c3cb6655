import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClaimsPage } from '../support/claims-page.js';
import { claimsScenes, readyReport } from '../support/claims-scenes.js';
import { expect, test } from '../support/electron.js';

claimsScenes((title, body) => {
  test(title, async ({ launchApp }) => {
    await body(async () => {
      const view = new ClaimsPage((await launchApp()).page);
      await view.open();
      return view;
    });
  });
});

test('the report is saved where the user says, as the command line writes it', async ({
  launched: { app, page, userDataDir },
}) => {
  const path = join(userDataDir, 'report.md');
  // In the place of the dialog, which no test can answer.
  const saved = app.evaluate(
    ({ session }, to) =>
      new Promise<string>((resolve) => {
        session.defaultSession.on('will-download', (_event, item) => {
          item.setSavePath(to);
          item.once('done', (_done, state) => resolve(state));
        });
      }),
    path,
  );
  const view = new ClaimsPage(page);
  await view.open();
  await readyReport(view);
  await view.button('Save Markdown').click();
  expect(await saved).toBe('completed');
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(/^# The paper’s claims, tested\n/);
  expect(text).toContain('Docker isola processos');
});
