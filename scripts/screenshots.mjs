/* global document -- the part that runs in the page */
/**
 * Takes the README's pictures of the real window: a real Electron, a real engine, real runs.
 * usage: npm run build && node scripts/screenshots.mjs
 * Without a display: xvfb-run -s "-screen 0 2700x1800x24" node scripts/screenshots.mjs
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { isRoot } from './lib/debian.mjs';
import { findElectron, windowEnv } from './lib/electron.mjs';
import { ROOT, at } from './lib/paths.mjs';

const RUN_TIMEOUT_MS = 60_000;
const SIZE = { width: 1280, height: 800 };
const PICTURES = { 'lab-light': 'light', 'lab-dark': 'dark' };

/** Runs what the Lab offers first, and waits until every lane has ended and is drawn. */
async function runFirst(page) {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForFunction(
    () => {
      const lanes = [...document.querySelectorAll('[data-testid=lane]')];
      return lanes.length > 1 && lanes.every(({ dataset }) => dataset.state === 'ended');
    },
    undefined,
    { timeout: RUN_TIMEOUT_MS },
  );
  await page.mouse.move(2, 400);
  await page.evaluate(() => document.activeElement?.blur());
  await page.waitForTimeout(500);
}

async function takePicture(electron, name, colorScheme) {
  const profile = mkdtempSync(join(tmpdir(), 'paralelo-picture-'));
  const app = await _electron.launch({
    args: [
      ...(isRoot() ? ['--no-sandbox'] : []),
      at('out/main/main.cjs'),
      `--user-data-dir=${profile}`,
      '--force-device-scale-factor=2',
    ],
    cwd: ROOT,
    executablePath: electron.binary,
    env: windowEnv(process.env),
  });
  try {
    const page = await app.firstWindow();
    await page.emulateMedia({ colorScheme });
    await app.evaluate(
      ({ BrowserWindow }, { width, height }) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      SIZE,
    );
    await runFirst(page);
    await page.screenshot({ path: at(`docs/images/${name}.png`) });
    console.log(`docs/images/${name}.png`);
  } finally {
    await app.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

mkdirSync(at('docs/images'), { recursive: true });
const { electron, misses } = await findElectron();
if (electron === undefined) throw new Error(misses.join(' '));
for (const [name, colorScheme] of Object.entries(PICTURES)) {
  await takePicture(electron, name, colorScheme);
}
