/* global document -- the part that runs in the page */
/**
 * Takes the README's pictures of the real window: a real Electron, a real engine, real runs.
 * usage: npm run build && node scripts/screenshots.mjs [PICTURE…]
 * Without a display: xvfb-run -s "-screen 0 2700x1800x24" node scripts/screenshots.mjs
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { isRoot } from './lib/debian.mjs';
import { findElectron, windowEnv } from './lib/electron.mjs';
import { ROOT, at } from './lib/paths.mjs';
import { startGuests } from './lib/picture-guests.mjs';

const RUN_TIMEOUT_MS = 60_000;
const WATCH_MS = Number(process.env.WATCH_MS ?? 45_000);
const SIZE = { width: 1280, height: 800 };
const PICTURES = {
  'lab-light': { colorScheme: 'light', act: runFirst },
  'lab-dark': { colorScheme: 'dark', act: runFirst },
  'instances-light': { colorScheme: 'light', act: showInstances, begin: startGuests },
  'instances-dark': { colorScheme: 'dark', act: showInstances, begin: startGuests },
  'runtimes-light': { colorScheme: 'light', act: tryAll },
  'runtimes-dark': { colorScheme: 'dark', act: tryAll },
};

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
}

/** Starts hello in every runtime that is here, and shows the details of one with a caveat. */
async function tryAll(page) {
  await page.getByRole('link', { name: 'Runtimes' }).click();
  await page.getByRole('button', { name: 'Try all' }).click();
  await page.waitForFunction(
    () => {
      const here = [...document.querySelectorAll('[data-testid=runtime][data-here=true]')];
      return here.length > 0 && here.every((row) => row.dataset.try === 'done');
    },
    undefined,
    { timeout: RUN_TIMEOUT_MS },
  );
  await page.locator('[data-runtime=v8] [data-cell=name]').click();
}

/** Lets what runs be watched for a while, with the details of one beside the table. */
async function showInstances(page) {
  await page.getByRole('link', { name: 'Instances' }).click();
  await page.getByRole('row').filter({ hasText: 'shop-api-1' }).click();
  // Rows under a pointer keep their places.
  await page.mouse.move(2, 400);
  await page.waitForTimeout(WATCH_MS);
}

/** Without a pointer, a focus or a tip in the picture. */
async function calm(page) {
  await page.mouse.move(2, 400);
  await page.evaluate(() => document.activeElement?.blur());
  await page.waitForTimeout(500);
}

async function takePicture(electron, name, { colorScheme, act, begin }) {
  const end = begin?.();
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
    await act(page);
    await calm(page);
    await page.screenshot({ path: at(`docs/images/${name}.png`) });
    console.log(`docs/images/${name}.png`);
  } finally {
    await app.close();
    end?.();
    rmSync(profile, { recursive: true, force: true });
  }
}

mkdirSync(at('docs/images'), { recursive: true });
const { electron, misses } = await findElectron();
if (electron === undefined) throw new Error(misses.join(' '));
const asked = process.argv.slice(2);
for (const [name, picture] of Object.entries(PICTURES)) {
  if (asked.length === 0 || asked.includes(name)) await takePicture(electron, name, picture);
}
