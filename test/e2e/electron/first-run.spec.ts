import { expect, test } from '../support/electron.js';
import { NO_ENGINE } from '../support/exchange-scenes.js';

test('one click leads to a first run, without any engine', async ({ launchApp }, testInfo) => {
  const env = { ...NO_ENGINE, PARALELO_DATA_DIR: testInfo.outputPath('data') };
  const { app, page, userDataDir } = await launchApp({ env });
  const found = page.getByRole('region', { name: 'Found on this machine' });
  await expect(found).toContainText('V8');
  await found.getByRole('button', { name: 'Start a first comparison' }).click();
  await expect(page.locator('[data-testid="lane"]').first()).toHaveAttribute('data-state', 'ended');
  await expect(found).toHaveCount(0);
  await app.close();
  const second = await launchApp({ env, userDataDir });
  await expect(second.page.getByTestId('lane').first()).toBeVisible();
  await expect(second.page.getByRole('region', { name: 'Found on this machine' })).toHaveCount(0);
});
