import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import type { DesktopBridge } from '../../../src-main/contract/index.js';
import { uncovered } from '../../support/uncovered.js';
import { CHECKOUT, MAIN } from './paths.js';

declare global {
  interface Window {
    paralelo: DesktopBridge;
    paraleloFiles: { pathOf: (file: File) => string };
  }
}

export interface LaunchOptions {
  /** Added to this process's own environment. */
  env?: Record<string, string>;
  /** Of a launch before this one; without it a new one. */
  userDataDir?: string;
}

export interface Launched {
  app: ElectronApplication;
  /** Of the app: Playwright forgets it once it has ended. */
  child: ChildProcess;
  /** The first window. */
  page: Page;
  /** Of this launch alone; a second launch with it meets the first. */
  userDataDir: string;
}

export const isRoot = process.getuid?.() === 0;

/** Longer than the app itself waits for its lab (quit.ts). */
const LONGEST_END_MS = 20_000;

/**
 * Now and then an Electron under a virtual screen does not end, though its lab is closed: it is ended then, and named.
 * That the app ends well is a test of its own (closing.spec.ts).
 */
async function endOf({ app, child }: Launched): Promise<void> {
  const timer = setTimeout(() => {
    uncovered('the end of an Electron', 'after a test it did not end by itself within 20 s');
    child.kill('SIGKILL');
  }, LONGEST_END_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}

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
      const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'paralelo-e2e-')));
      const app = await _electron.launch({
        args: appArguments(userDataDir),
        chromiumSandbox: !isRoot,
        cwd: CHECKOUT,
        env: { ...ownEnvironment(), ...options.env },
      });
      const child = app.process();
      const page = await app.firstWindow();
      // A window is there before its document is.
      await page.waitForURL('paralelo://**', { waitUntil: 'domcontentloaded' });
      const launched = { app, child, page, userDataDir };
      all.push(launched);
      return launched;
    });
    for (const launched of all) {
      await endOf(launched);
      await rm(launched.userDataDir, { recursive: true, force: true });
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
