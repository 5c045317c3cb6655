import { readFile } from 'node:fs/promises';
import { CHANNELS } from '../../../src-main/contract/channels.js';
import { uncovered } from '../../support/uncovered.js';
import { expect, isRoot, test } from '../support/electron.js';
import { family } from '../support/ports.js';

/**
 * The points of Electron's security checklist that no other file here tests; docs/security.md says which is where.
 */
const PAGE = 'paralelo://app/index.html';
/** SECCOMP_MODE_FILTER of linux/seccomp.h. */
const FILTERED = /^Seccomp:\s*2$/m;

test('a window is given nothing that weakens it', async ({ app, page }) => {
  const window = await app.browserWindow(page);
  const preferences = await window.evaluate((each: Electron.BrowserWindow) => {
    const contents = each.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const all = contents.getLastWebPreferences();
    return [
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'plugins',
      'navigateOnDragDrop',
    ].filter((name) => Boolean(all[name]));
  });
  expect(preferences).toEqual([]);
});

test('the processes of pages are in Chromium’s sandbox', async ({ app }) => {
  const why = isRoot
    ? 'root cannot have it: npm run dist -- --check'
    : process.platform === 'linux'
      ? undefined
      : 'it is read from /proc, which only Linux has';
  if (why !== undefined) {
    uncovered('Chromium’s sandbox in the window', why);
    return;
  }
  const states = await Promise.all(
    (await family(app.process().pid ?? 0)).map(async (pid) => ({
      command: await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => ''),
      status: await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => ''),
    })),
  );
  const pages = states.filter(({ command }) => command.includes('--type=renderer'));
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.filter(({ status }) => !FILTERED.test(status))).toEqual([]);
});

test('the main process listens to two channels of pages, and to no others', async ({ app }) => {
  const heard = await app.evaluate(({ ipcMain }) => ({
    asked: [
      ...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys(),
    ],
    // Electron's own, for what goes wrong.
    told: ipcMain.eventNames().filter((name) => name !== 'error'),
  }));
  expect(heard).toEqual({ asked: [CHANNELS.invoke], told: [CHANNELS.send] });
});

for (const [who, url, isFrame] of [
  ['a frame inside of our page', PAGE, true],
  ['a page from elsewhere in our window', 'https://example.com/', false],
  ['a page of a like name', 'paralelo://app.example.com/index.html', false],
  ['a file', 'file:///index.html', false],
] as const) {
  test(`${who} is not heard`, async ({ app }) => {
    const answer = await app.evaluate(
      async ({ BrowserWindow, ipcMain }, sent) => {
        type Handler = (event: unknown, name: string, params: object) => Promise<unknown>;
        const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })
          ._invokeHandlers;
        const sender = BrowserWindow.getAllWindows()[0]?.webContents;
        const parent = sent.isFrame ? sender?.mainFrame : null;
        const event = { sender, senderFrame: { parent, url: sent.url } };
        return await handlers.get(sent.channel)?.(event, 'app.info', {});
      },
      { channel: CHANNELS.invoke, url, isFrame },
    );
    expect(answer).toMatchObject({ error: { code: 'bad-request' } });
  });
}

test('nothing that the page does opens a program of the system', async ({ app, page }) => {
  await app.evaluate(({ shell }) => {
    const calls: string[] = [];
    (globalThis as { handedOver?: string[] }).handedOver = calls;
    shell.openExternal = (url) => Promise.resolve(void calls.push(url));
    shell.openPath = (path) => Promise.resolve(String(calls.push(path)));
  });
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible();
  await page.evaluate(() => {
    for (const href of ['mailto:a@example.com', 'https://example.com/', 'file:///etc/passwd']) {
      for (const target of ['_self', '_blank']) {
        const link = document.createElement('a');
        Object.assign(link, { href, target });
        document.body.append(link);
        link.click();
      }
    }
  });
  expect(await page.evaluate(() => location.href)).toBe(PAGE);
  const calls = await app.evaluate(() => (globalThis as { handedOver?: string[] }).handedOver);
  expect(calls).toEqual([]);
});

test('no download is taken from the page but a file that it made itself', async ({ app, page }) => {
  const urls = app.evaluate(
    ({ session }) =>
      new Promise<string[]>((resolve) => {
        const seen: string[] = [];
        // The app's own listener came first; what it let through is ended here, before anybody is asked where to.
        session.defaultSession.on('will-download', (event, item) => {
          const { defaultPrevented } = event;
          if (!defaultPrevented) event.preventDefault();
          seen.push(
            `${item.getURL().split(':')[0] ?? ''} ${defaultPrevented ? 'refused' : 'taken'}`,
          );
          if (seen.length === 2) resolve(seen);
        });
      }),
  );
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible();
  await page.evaluate(() => {
    for (const href of ['data:text/plain,x', URL.createObjectURL(new Blob(['x']))]) {
      const link = document.createElement('a');
      link.href = href;
      link.download = 'x.txt';
      link.click();
    }
  });
  expect((await urls).sort()).toEqual(['blob taken', 'data refused']);
});

test('even the main process shows no file of the disk in a window', async ({ app }) => {
  const failure = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    const outcome = await window.loadFile('/etc/hostname').then(
      () => 'loaded',
      (error: unknown) => (error as { code: string }).code,
    );
    window.destroy();
    return outcome;
  });
  expect(failure).toBe('ERR_BLOCKED_BY_CLIENT');
});

test('an old Electron says so in the window', async ({ app, page }) => {
  const version = await app.evaluate(() => process.versions['electron']);
  const notice = page.getByText(/^Compatibility runtime Electron/);
  await expect(notice).toHaveCount(Number(version.split('.')[0]) < 40 ? 1 : 0);
});
