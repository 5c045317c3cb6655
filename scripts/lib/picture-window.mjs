import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { isRoot } from './debian.mjs';
import { windowEnv } from './electron.mjs';
import { ROOT, at } from './paths.mjs';

const SIZE = { width: 1280, height: 800 };

/**
 * The built app in a window of 1280x800, with a profile of its own, for as long as `use` takes.
 * @param {import('./electron.mjs').Electron} electron
 * @param {{ colorScheme: 'light' | 'dark', scale: number }} look
 * @param {(page: import('@playwright/test').Page) => Promise<void>} use
 */
export async function withWindow(electron, { colorScheme, scale }, use) {
  const profile = mkdtempSync(join(tmpdir(), 'paralelo-picture-'));
  const app = await _electron.launch({
    args: [
      ...(isRoot() ? ['--no-sandbox'] : []),
      at('out/main/main.cjs'),
      `--user-data-dir=${profile}`,
      `--force-device-scale-factor=${scale}`,
    ],
    cwd: ROOT,
    executablePath: electron.binary,
    env: { ...windowEnv(process.env), LANGUAGE: 'en' },
  });
  try {
    const page = await app.firstWindow();
    await page.emulateMedia({ colorScheme });
    // Not the panel of the very first start.
    await page.evaluate("localStorage.setItem('paralelo.welcomed', 'true')");
    await page.reload();
    await app.evaluate(
      ({ BrowserWindow }, { width, height }) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      SIZE,
    );
    await use(page);
  } finally {
    await app.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
