import { expect, test } from '../support/electron.js';
import { openSecondWindow } from '../support/menu.js';
import { PRELOAD } from '../support/paths.js';

interface Refusal {
  error: { code: string; message: string; hint: string };
}

for (const [what, name, params, code] of [
  ['a request that does not exist', 'nope', {}, 'unknown-request'],
  ['a name from the prototype', '__proto__', {}, 'unknown-request'],
  ['a name that is an object', { toString: 1 }, {}, 'unknown-request'],
  ['no name', undefined, {}, 'unknown-request'],
  ['parameters that are text', 'twins.list', 'x', 'bad-request'],
  ['no parameters', 'twins.list', undefined, 'bad-request'],
  ['a parameter too many', 'twins.list', { more: 1 }, 'bad-request'],
  ['a run without lanes', 'comparisons.start', { lanes: [] }, 'bad-request'],
  ['a lane of nonsense', 'comparisons.start', { lanes: [{ runtime: '../x' }] }, 'bad-request'],
  ['an id of a megabyte', 'runs.stop', { runId: 'x'.repeat(1_000_000) }, 'bad-request'],
] as [string, string, unknown, string][]) {
  test(`${what} is refused with a code and a message`, async ({ page }) => {
    const reply = await page.evaluate(
      (request) => window.paralelo.invoke(request.name, request.params),
      { name, params },
    );
    const { error } = reply as Refusal;
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^.{10,400}$/);
    expect(error.hint).not.toBe('');
  });
}

test('nonsense that is only sent harms nothing', async ({ page }) => {
  const info = await page.evaluate(() => {
    window.paralelo.send('nope', {});
    window.paralelo.send('client.visible', { visible: 'yes' });
    window.paralelo.send({} as string, null);
    return window.paralelo.invoke('app.info', {});
  });
  expect(info).toMatchObject({ result: { shell: 'desktop' } });
});

test('a page that is not ours is not heard, even with our preload', async ({ app }) => {
  const reply = await app.evaluate(async ({ BrowserWindow }, preload) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await window.loadURL('about:blank');
    const answer: unknown = await window.webContents.executeJavaScript(
      "window.paralelo.invoke('app.info', {})",
    );
    window.destroy();
    return answer;
  }, PRELOAD);
  expect(reply).toMatchObject({ error: { code: 'bad-request' } });
});

test('every window gets every push', async ({ app, page }) => {
  const second = await openSecondWindow(app);
  await second.waitForURL('paralelo://**');
  for (const each of [page, second]) {
    // Waits for ever when it does not come.
    await each.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const stop = window.paralelo.onPush((pushed) => {
            if (pushed !== 'host.sample') return;
            stop();
            resolve();
          });
          window.paralelo.send('client.visible', { visible: true });
        }),
    );
  }
});
