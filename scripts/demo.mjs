/* global document -- the part that runs in the page */
/**
 * Records the README's moving picture from the real window: one twin in a container and in a Wasm runtime, live.
 * usage: npm run build && node scripts/demo.mjs (needs ffmpeg; without a display: xvfb-run -s "-screen 0 1400x900x24" …)
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectron } from './lib/electron.mjs';
import { at } from './lib/paths.mjs';
import { withWindow } from './lib/picture-window.mjs';
import { capture } from './lib/processes.mjs';

const OUT = 'docs/images/demo.gif';
const WIDTH = 1000;
/** A few seconds of growth, up to the limit that the form has. */
const ARGUMENTS = '--to 80MiB --step 1MiB --pace 100ms';
const BEFORE_MS = 1500;
const AFTER_MS = 4000;
const RUN_TIMEOUT_MS = 60_000;

const { electron, misses } = await findElectron();
if (electron === undefined) throw new Error(misses.join(' '));
const folder = mkdtempSync(join(tmpdir(), 'paralelo-demo-'));
try {
  const frames = [];
  await withWindow(electron, { colorScheme: 'dark', scale: 1 }, async (page) => {
    await page.getByRole('button', { name: /^Run/ }).and(page.locator(':enabled')).waitFor();
    await page.getByRole('textbox', { name: 'Arguments', exact: true }).fill(ARGUMENTS);
    const stop = record(page, frames);
    await page.waitForTimeout(BEFORE_MS);
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
    await page.waitForTimeout(AFTER_MS);
    await stop();
  });
  await encode(frames);
  console.log(`${OUT}, ${frames.length} pictures`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Takes pictures one after the other, each with its own moment, until it is stopped.
 * @param {import('@playwright/test').Page} page
 * @param {{ path: string, atMs: number }[]} frames
 */
function record(page, frames) {
  let isOn = true;
  const loop = (async () => {
    while (isOn) {
      const path = join(folder, `${String(frames.length).padStart(4, '0')}.png`);
      frames.push({ path, atMs: performance.now() });
      await page.screenshot({ path });
    }
  })();
  return () => {
    isOn = false;
    return loop;
  };
}

/**
 * Each picture for as long as it was the newest, in one palette (ffmpeg's concat demuxer; palettegen, paletteuse).
 * @param {{ path: string, atMs: number }[]} frames
 */
async function encode(frames) {
  const list = frames.flatMap(({ path, atMs }, at) => {
    const untilMs = frames[at + 1]?.atMs ?? atMs + 1000;
    return [`file '${path}'`, `duration ${((untilMs - atMs) / 1000).toFixed(3)}`];
  });
  const listPath = join(folder, 'frames.txt');
  writeFileSync(listPath, `${list.join('\n')}\n`);
  const filter = `scale=${WIDTH}:-1:flags=lanczos,split[a][b];[a]palettegen=max_colors=96:stats_mode=diff[p];[b][p]paletteuse=dither=none:diff_mode=rectangle`;
  const input = ['-f', 'concat', '-safe', '0', '-i', listPath];
  const command = ['ffmpeg', '-v', 'error', '-y', ...input, '-vf', filter, '-loop', '0', at(OUT)];
  const { code, output } = await capture(command);
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${output}`);
}
