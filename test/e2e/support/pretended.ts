import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { build } from 'vite';
import type { FakeLab } from '../../support/fake-lab.js';
import { CHECKOUT } from './paths.js';

declare global {
  interface Window {
    lab: FakeLab;
  }
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The window on a pretended lab, for states that a real machine seldom shows. */
export class PretendedWindow {
  static readonly origin = 'http://pretended.test/';

  private constructor(private readonly folder: string) {}

  static async build(): Promise<PretendedWindow> {
    const outDir = await mkdtemp(join(tmpdir(), 'paralelo-window-'));
    await build({
      configFile: join(CHECKOUT, 'test/window/vite.config.ts'),
      logLevel: 'error',
      build: { outDir, target: 'chrome114', emptyOutDir: true },
    });
    return new PretendedWindow(outDir);
  }

  /** Its pages come from the folder: no port is opened. */
  async serve(context: BrowserContext): Promise<void> {
    await context.route(`${PretendedWindow.origin}**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const file = join(this.folder, pathname === '/' ? 'index.html' : pathname);
      try {
        await route.fulfill({
          body: await readFile(file),
          contentType: TYPES[extname(file)] ?? 'application/octet-stream',
        });
      } catch {
        await route.fulfill({ status: 404 });
      }
    });
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
