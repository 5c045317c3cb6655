/* global document -- the part that runs in the page */
/**
 * Takes the README's pictures of the real window: a real Electron, a real engine, real runs.
 * usage: npm run build && node scripts/screenshots.mjs [PICTURE…]
 * Without a display: xvfb-run -s "-screen 0 2700x1800x24" node scripts/screenshots.mjs
 */
import { mkdirSync } from 'node:fs';
import { findElectron } from './lib/electron.mjs';
import { at } from './lib/paths.mjs';
import { startGuests } from './lib/picture-guests.mjs';
import { withWindow } from './lib/picture-window.mjs';

const RUN_TIMEOUT_MS = 60_000;
const WATCH_MS = Number(process.env.WATCH_MS ?? 45_000);
const PICTURES = {
  'lab-light': { colorScheme: 'light', act: runFirst },
  'lab-dark': { colorScheme: 'dark', act: runFirst },
  'instances-light': { colorScheme: 'light', act: showInstances, begin: startGuests },
  'instances-dark': { colorScheme: 'dark', act: showInstances, begin: startGuests },
  'isolation-light': { colorScheme: 'light', act: compareWalls, begin: startGuests },
  'isolation-dark': { colorScheme: 'dark', act: compareWalls, begin: startGuests },
  'matrix-light': { colorScheme: 'light', act: tryEverything },
  'matrix-dark': { colorScheme: 'dark', act: tryEverything },
  'experiments-light': { colorScheme: 'light', act: measureStarts },
  'experiments-dark': { colorScheme: 'dark', act: measureStarts },
  'memory-light': { colorScheme: 'light', act: measureMemory },
  'memory-dark': { colorScheme: 'dark', act: measureMemory },
  'speed-light': { colorScheme: 'light', act: measureSpeed },
  'speed-dark': { colorScheme: 'dark', act: measureSpeed },
  'density-light': { colorScheme: 'light', act: measureDensity },
  'density-dark': { colorScheme: 'dark', act: measureDensity },
  'history-light': { colorScheme: 'light', act: lookBack },
  'history-dark': { colorScheme: 'dark', act: lookBack },
  'settings-light': { colorScheme: 'light', act: openSettings },
  'settings-dark': { colorScheme: 'dark', act: openSettings },
  'claims-light': { colorScheme: 'light', act: testClaims },
  'claims-dark': { colorScheme: 'dark', act: testClaims },
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
  await page.getByRole('link', { name: 'Runtimes', exact: true }).click();
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
  await page.getByRole('link', { name: 'Instances', exact: true }).click();
  await page.getByRole('row').filter({ hasText: 'shop-api-1' }).click();
  // Rows under a pointer keep their places.
  await page.mouse.move(2, 400);
  await page.waitForTimeout(WATCH_MS);
}

/** A container with usual walls, one with none, and a Wasm guest, by what they can do. */
async function compareWalls(page) {
  await page.getByRole('link', { name: 'Isolation', exact: true }).click();
  for (const name of ['shop-api-1', 'ci-runner', 'thumbnails.wasm']) {
    const search = page.getByPlaceholder('Name, image, runtime, pid…');
    if (!(await search.isVisible())) {
      await page.getByRole('button', { name: 'Compare with…' }).click();
    }
    await search.fill(name);
    await page.getByRole('list', { name: 'What runs' }).getByText(name).first().waitFor();
    await search.press('Enter');
    await page.getByRole('columnheader').filter({ hasText: name }).waitFor();
  }
  await page.keyboard.press('Escape');
}

/** Every attempt in every runtime that is here. */
async function tryEverything(page) {
  await page.getByRole('link', { name: 'Isolation', exact: true }).click();
  await page.getByRole('tab', { name: 'Matrix' }).click();
  await page.getByRole('button', { name: 'Try them' }).click();
  await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 10 * RUN_TIMEOUT_MS });
}

/** Starts of a container and three Wasm runtimes, to their end. */
async function measureStarts(page) {
  await measure(page, 'Startup', ['docker:runc', 'v8', 'wasmtime', 'wazero']);
}

/** To a limit, so that what happens there is seen as well. */
async function measureMemory(page) {
  await measure(page, 'Memory', ['docker:runc', 'v8', 'wasmtime', 'wazero'], async () => {
    await page.locator('summary', { hasText: 'Limits' }).click();
    await page.getByRole('textbox', { name: 'Memory', exact: true }).fill('96 MiB');
    await page.getByRole('textbox', { name: 'Runs', exact: true }).fill('3');
  });
  await page.getByRole('img', { name: /^PSS/ }).scrollIntoViewIfNeeded();
}

/** What the data folder (PARALELO_DATA_DIR) has: after `npm run results` and `paralelo claims` it is worth a look. */
async function lookBack(page) {
  await page.getByRole('link', { name: 'History', exact: true }).click();
  const startup = page.getByTestId('entry').filter({ hasText: 'startup' }).first();
  await startup.getByRole('button').click();
  await page.getByRole('region', { name: 'Details of the entry' }).waitFor();
}

async function openSettings(page) {
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor();
}

/** All claims, with the details of one beside the table. */
async function testClaims(page) {
  await page.getByRole('link', { name: 'Claims', exact: true }).click();
  await page.getByRole('button', { name: /^Run all that can be run here/ }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
  await page
    .getByRole('button', { name: /^Run all that can be run here/ })
    .waitFor({ timeout: 15 * RUN_TIMEOUT_MS });
  await page.getByRole('button', { name: /^P5:/ }).click();
}

async function measureSpeed(page) {
  await measure(page, 'Speed', ['docker:runc', 'v8', 'wasmtime', 'wasmer', 'wazero'], async () => {
    await page.getByRole('textbox', { name: 'Runs', exact: true }).fill('3');
  });
}

async function measureDensity(page) {
  const runtimes = ['docker:runc', 'docker:crun', 'v8', 'wasmtime', 'wasmtime:aot'];
  await measure(page, 'Density', runtimes, async () => {
    await page.getByRole('textbox', { name: 'Instances', exact: true }).fill('12');
  });
  await page.getByRole('img', { name: /PSS/ }).first().scrollIntoViewIfNeeded();
}

/** One experiment in the window, from its form to its end. */
async function measure(page, experiment, runtimes, fill = async () => {}) {
  await page.getByRole('link', { name: 'Experiments', exact: true }).click();
  const choice = page.getByRole('group', { name: 'Experiment' });
  await choice.getByText(experiment, { exact: true }).click();
  await page.getByRole('button', { name: 'none', exact: true }).click();
  for (const name of runtimes) {
    await page.getByRole('checkbox', { name, exact: true }).check();
  }
  await fill();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page
    .getByText(/^ended, \d+ runs/)
    .first()
    .waitFor({ timeout: 3 * RUN_TIMEOUT_MS });
}

/** Without a pointer, a focus or a tip in the picture. */
async function calm(page) {
  await page.mouse.move(2, 400);
  await page.evaluate(() => document.activeElement?.blur());
  await page.waitForTimeout(500);
}

async function takePicture(electron, name, { colorScheme, act, begin }) {
  const end = begin?.();
  try {
    await withWindow(electron, { colorScheme, scale: 2 }, async (page) => {
      await act(page);
      await calm(page);
      await page.screenshot({ path: at(`docs/images/${name}.png`) });
    });
    console.log(`docs/images/${name}.png`);
  } finally {
    end?.();
  }
}

mkdirSync(at('docs/images'), { recursive: true });
const { electron, misses } = await findElectron();
if (electron === undefined) throw new Error(misses.join(' '));
const asked = process.argv.slice(2);
for (const [name, picture] of Object.entries(PICTURES)) {
  if (asked.length === 0 || asked.includes(name)) await takePicture(electron, name, picture);
}
