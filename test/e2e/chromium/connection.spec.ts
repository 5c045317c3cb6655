import { expect, test } from '../support/console.js';
import { LabPage } from '../support/lab-page.js';

test('a second tab shows the run of the first', async ({ context, page, served }) => {
  await page.goto(served.url);
  const first = new LabPage(page);
  await first.isReady();
  await first.spinForever();
  const second = new LabPage(await context.newPage());
  await second.page.goto(served.origin);
  await expect(second.wasm).toHaveAttribute('data-state', 'running');
  await second.stopButton.click();
  await expect(first.wasm).toHaveAttribute('data-outcome', 'stopped');
  await expect(first.container).toHaveAttribute('data-outcome', 'stopped');
});

test('a console that is gone is said, and nothing can be started', async ({
  page,
  startServed,
}) => {
  const served = await startServed();
  await page.goto(served.url);
  const lab = new LabPage(page);
  await lab.isReady();
  await served.stop();
  await expect(page.getByText('The connection to the lab is lost.')).toBeVisible();
  await expect(lab.runButton).toHaveAttribute('aria-disabled', 'true');
});
