import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Transport } from '../../../src-main/contract/index.js';
import { CHECKOUT, MAIN } from './paths.js';

declare global {
  interface Window {
    paralelo: Transport;
  }
}

export interface LaunchOptions {
  /** Added to this process's own environment. */
  env?: Record<string, string>;
}

export interface Launched {
  app: ElectronApplication;
  /** The first window. */
  page: Page;
  /** Of this launch alone; a second launch with it meets the first. */
  userDataDir: string;
}

export const isRoot = process.getuid?.() === 0;

/** What Electron is given besides Playwright's own: the built app, and a profile of its own. */
export function appArguments(userDataDir: string): string[] {
  return [...(isRoot ? ['--no-sandbox'] : []), MAIN, `--user-data-dir=${userDataDir}`];
}

/** `app` launches Paralelo's desktop shell once; `launchApp` as often as a test wants. */
export const test = base.extend<{
  launchApp: (options?: LaunchOptions) => Promise<Launched>;
  launched: Launched;
  app: ElectronApplication;
  page: Page;
}>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures one wants from it
  launchApp: async ({}, use) => {
    const all: Launched[] = [];
    await use(async (options = {}) => {
      const userDataDir = await mkdtemp(join(tmpdir(), 'paralelo-e2e-'));
      const app = await _electron.launch({
        args: appArguments(userDataDir),
        chromiumSandbox: !isRoot,
        cwd: CHECKOUT,
        env: { ...ownEnvironment(), ...options.env },
      });
      const launched = { app, page: await app.firstWindow(), userDataDir };
      all.push(launched);
      return launched;
    });
    for (const { app, userDataDir } of all) {
      await app.close();
      await rm(userDataDir, { recursive: true, force: true });
    }
  },
  launched: async ({ launchApp }, use) => use(await launchApp()),
  app: async ({ launched }, use) => use(launched.app),
  page: async ({ launched }, use) => use(launched.page),
});

export { expect } from '@playwright/test';

export function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
