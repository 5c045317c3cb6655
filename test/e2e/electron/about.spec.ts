import { expect, test } from '../support/electron.js';

test('About tells the version, and the licences of what is built in', async ({ page }) => {
  await page.getByRole('button', { name: 'About Paralelo' }).click();
  const about = page.getByRole('dialog', { name: 'About Paralelo' });
  await expect(about.getByRole('heading', { name: /^Paralelo \d+\.\d+\.\d+/ })).toBeVisible();
  const licences = about.getByRole('list', { name: 'Licences' });
  for (const name of [
    'chart.js',
    'dockerode',
    '@fontsource-variable/inter',
    '@bjorn3/browser_wasi_shim',
  ]) {
    await expect(licences.getByText(name, { exact: true })).toBeVisible();
  }
  await licences.getByText('chart.js', { exact: true }).click();
  await expect(licences.getByText(/Chart\.js Contributors/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(about).toBeHidden();
});
