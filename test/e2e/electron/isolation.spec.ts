import { expect, test } from '../support/electron.js';

test('the page reaches four functions and nothing of Node or Electron', async ({ page }) => {
  const reachable = await page.evaluate(() => ({
    bridge: Object.entries(window.paralelo).map(([name, value]) => `${name}: ${typeof value}`),
    files: Object.keys(window.paraleloFiles),
    ofAFileItMade: window.paraleloFiles.pathOf(new File(['x'], 'made.wasm')),
    node: ['require', 'process', 'module', 'global', 'Buffer', '__dirname', 'electron'].filter(
      (name) => name in globalThis,
    ),
  }));
  expect(reachable).toEqual({
    bridge: ['invoke: function', 'send: function', 'onPush: function'],
    files: ['pathOf'],
    ofAFileItMade: '',
    node: [],
  });
});

test('what stops a push listener gives nothing of Electron back', async ({ page }) => {
  const given = await page.evaluate(() => {
    const stop = (window.paralelo.onPush as (listener: () => void) => () => unknown)(
      () => undefined,
    );
    return typeof stop();
  });
  expect(given).toBe('undefined');
});

test('the page cannot change the bridge', async ({ page }) => {
  const changed = await page.evaluate(() => {
    try {
      (window as { paralelo: unknown }).paralelo = 'mine';
      (window.paralelo as unknown as Record<string, unknown>)['invoke'] = 'mine';
    } catch {
      // Refused with an exception is refused as well.
    }
    return typeof window.paralelo.invoke;
  });
  expect(changed).toBe('function');
});

test('every window is sandboxed, isolated and without Node', async ({ app, page }) => {
  const window = await app.browserWindow(page);
  const preferences = await window.evaluate((each: Electron.BrowserWindow) => {
    const contents = each.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const all = contents.getLastWebPreferences();
    return Object.fromEntries(
      ['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity', 'webviewTag'].map(
        (name) => [name, all[name]],
      ),
    );
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('no permission is given', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const failure = (attempt: Promise<unknown>): Promise<string> =>
      attempt.then(
        () => 'given',
        (error: unknown) => (error as DOMException).name,
      );
    const state = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    return {
      notifications: await Notification.requestPermission(),
      camera: await state('camera'),
      clipboard: await failure(navigator.clipboard.readText()),
      geolocation: await state('geolocation'),
      storage: await state('persistent-storage'),
    };
  });
  expect(answers).toEqual({
    notifications: 'denied',
    camera: 'denied',
    clipboard: 'NotAllowedError',
    geolocation: 'denied',
    storage: 'denied',
  });
});

test('nothing that is typed goes to a spelling service', async ({ app }) => {
  expect(await app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(
    false,
  );
});

test('a click may put text on the clipboard, and nothing may read it', async ({ app, page }) => {
  await page.evaluate(() => {
    addEventListener('click', () => void navigator.clipboard.writeText('copied'), { once: true });
  });
  await page.getByRole('textbox').first().click();
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('copied');
  const read = page.evaluate(() => navigator.clipboard.readText());
  await expect(read).rejects.toThrow(/denied|NotAllowed/i);
});
