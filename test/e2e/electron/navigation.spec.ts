import { expect, test } from '../support/electron.js';

const PAGE = 'paralelo://app/index.html';

for (const target of [
  'https://example.com/',
  'http://127.0.0.1:9/',
  'file:///etc/passwd',
  'data:text/html,<h1>elsewhere</h1>',
  'paralelo://elsewhere/index.html',
]) {
  test(`the page cannot leave for ${target}`, async ({ app, page }) => {
    const window = await app.browserWindow(page);
    const prevented = window.evaluate(
      (each: Electron.BrowserWindow) =>
        new Promise<boolean>((resolve) => {
          // The app's own listener came first.
          each.webContents.on('will-frame-navigate', (event) => resolve(event.defaultPrevented));
        }),
    );
    // Some are refused by Chromium itself, which says so in the page's console.
    const refused = page.waitForEvent('console', (message) => /not allowed/i.test(message.text()));
    await page.evaluate((url) => {
      location.href = url;
    }, target);
    const outcome = await Promise.race([prevented, refused.then(() => true)]);
    expect(outcome).toBe(true);
    expect(page.url()).toBe(PAGE);
    expect(await page.evaluate(() => location.href)).toBe(PAGE);
  });
}

test('the page cannot open a window', async ({ app, page }) => {
  const opened = await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    return [window.open('https://example.com/'), window.open('about:blank'), window.open('')];
  });
  expect(opened).toEqual([null, null, null]);
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('a webview is never attached, whoever asks for it', async ({ app, page }) => {
  const window = await app.browserWindow(page);
  const isPrevented = await window.evaluate((each: Electron.BrowserWindow) => {
    const event = {
      defaultPrevented: false,
      preventDefault: () => (event.defaultPrevented = true),
    };
    (each.webContents as NodeJS.EventEmitter).emit('will-attach-webview', event, {}, {});
    return event.defaultPrevented;
  });
  expect(isPrevented).toBe(true);
});

test('reloading is not leaving', async ({ page }) => {
  await page.evaluate(() => location.reload());
  await page.waitForLoadState();
  await expect(page).toHaveTitle('Paralelo');
  expect(page.url()).toBe(PAGE);
});

for (const path of [
  '../../package.json',
  '..%2f..%2fpackage.json',
  'main.cjs',
  '%2e%2e/main/main.cjs',
]) {
  test(`the app's protocol does not serve ${path}`, async ({ app }) => {
    const status = await app.evaluate(
      async ({ net }, url) =>
        (await net.fetch(url, { bypassCustomProtocolHandlers: false })).status,
      `paralelo://app/${path}`,
    );
    expect(status).toBe(404);
  });
}
