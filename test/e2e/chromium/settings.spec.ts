import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '../../support/console/visitor.js';
import { freePort } from '../../support/scrape/prometheus.js';
import { expect, test } from '../support/console.js';
import { SettingsPage } from '../support/settings-page.js';

/** Settings of the test's own, kept from one start to the next. */
async function ownSettings(): Promise<Record<string, string>> {
  return { XDG_CONFIG_HOME: await mkdtemp(join(tmpdir(), 'paralelo-config-')) };
}

test('the endpoint that is opened in Settings answers, also after the next start, until it is closed', async ({
  context,
  startServed,
}) => {
  const env = await ownSettings();
  const port = await freePort();
  const first = await startServed({ env });
  const view = new SettingsPage(await context.newPage());
  await view.page.goto(first.url);
  await view.open();
  await view.port.fill(String(port));
  await view.button('Use this port').click();
  await expect(view.button('Use this port')).toBeDisabled();
  await view.endpoint.click();
  await expect(view.address).toHaveText(`http://127.0.0.1:${String(port)}/metrics`);
  const once = { path: '/metrics', headers: { Connection: 'close' } };
  expect((await ask(port, once)).text).toContain('\nparalelo_host_memory_size_bytes ');

  await first.stop();
  await expect(ask(port, once)).rejects.toThrow();
  const second = await startServed({ env });
  expect((await ask(port, once)).status).toBe(200);
  await view.page.goto(second.url);
  await view.open();
  await expect(view.endpoint).toBeChecked();
  await view.endpoint.click();
  await expect(view.room.getByText('It is closed.')).toBeVisible();
  await expect(ask(port, once)).rejects.toThrow();
});

test('the chosen theme is there before the page’s own script, whatever the system has', async ({
  context,
  startServed,
}) => {
  const env = await ownSettings();
  const served = await startServed({ env });
  const view = new SettingsPage(await context.newPage());
  await view.page.emulateMedia({ colorScheme: 'light' });
  await view.page.goto(served.url);
  await view.open();
  await view.expectTheme('light');
  await view.button('Dark').click();
  await view.expectTheme('dark');
  // Without the page's modules only the script before the first paint is left to do it.
  await view.page.route(/\/assets\/.*\.js$/, (route) => route.abort());
  await view.page.reload({ waitUntil: 'domcontentloaded' });
  await view.expectTheme('dark');
  await expect(view.page.locator('#app')).toBeEmpty();
  expect(await view.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(14, 17, 22)',
  );
});

test('what a new run begins with is saved, and fills the Lab of the next window', async ({
  context,
  startServed,
}) => {
  const env = await ownSettings();
  const served = await startServed({ env });
  const view = new SettingsPage(await context.newPage());
  await view.page.goto(served.url);
  await view.open();
  await view.field('Memory').fill('96 MiB');
  await view.button('Save defaults').click();
  await expect(view.room.getByText('Saved.')).toBeVisible();
  await served.stop();
  const next = await startServed({ env });
  await view.page.goto(next.url);
  const memory = view.page.getByRole('textbox', { name: 'Memory', exact: true }).first();
  await expect(memory).toHaveValue('96 MiB');
});
