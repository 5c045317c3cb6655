import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { build, preview } from 'vite';
import { runBench } from './lib/bench.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { at } from './lib/paths.js';
import { cpuMs } from './lib/process-cpu.js';
import { short } from './lib/report.js';
import type { BenchResult, Contender } from './lib/report.js';
import { median } from '../../src-main/experiments/statistics/index.js';

const ROWS = [13, 100, 500];
const BLOCKS = 5;
const BLOCK_MS = 8000;
const SETTLE_MS = 3000;
const MOST_PERCENT = 5;
/** At 60 frames a second one takes 16.7 ms: from here on at least one was left out. */
const DROPPED_MS = 25;
const VIEW = { width: 1280, height: 800 };
const root = at('test/window');

interface Raw {
  cpuPercent: number[];
  droppedFrames: number[];
  longestFrameMs: number[];
}

await runBench('instances-view', async () => {
  const configFile = at('test/window/vite.config.ts');
  await build({ root, configFile, logLevel: 'error' });
  const server = await preview({ root, configFile, logLevel: 'error', preview: { port: 0 } });
  const executablePath = process.env['PARALELO_CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const url = server.resolvedUrls?.local[0] ?? '';
    const idle: number[] = [];
    const raw = new Map<number, Raw>(
      ROWS.map((rows) => [rows, { cpuPercent: [], droppedFrames: [], longestFrameMs: [] }]),
    );
    for (let block = 0; block < BLOCKS; block += 1) {
      for (const rows of ROWS)
        await measure(browser, `${url}?instances=${String(rows)}`, raw.get(rows));
      idle.push(await droppedByTheMachine(browser));
      console.error(`block ${String(block + 1)} of ${String(BLOCKS)}`);
    }
    return await report(raw, idle, browser.version());
  } finally {
    await browser.close();
    await server.close();
  }
});

/** A page of its own: first its process's CPU time undisturbed, then its frames. */
async function measure(browser: Browser, url: string, raw: Raw | undefined): Promise<void> {
  const page = await browser.newPage({ viewport: VIEW });
  await page.goto(`${url}#instances`);
  await page.locator('[data-testid="instance"]').first().waitFor();
  await delay(SETTLE_MS);
  const pids = await renderers(browser);
  const before = pids.map((pid) => cpuMs([pid]));
  const beganMs = performance.now();
  await delay(BLOCK_MS);
  const usedMs = pids.map((pid, nth) => cpuMs([pid]) - (before[nth] ?? 0));
  // One is the page's; others are kept in reserve and do nothing.
  raw?.cpuPercent.push((Math.max(...usedMs) * 100) / (performance.now() - beganMs));
  const frames = await framesOf(page);
  raw?.droppedFrames.push(frames.filter((ms) => ms > DROPPED_MS).length);
  raw?.longestFrameMs.push(Math.max(...frames));
  await page.close();
}

/** What is left out where nothing moves at all: others on the machine took the time. */
async function droppedByTheMachine(browser: Browser): Promise<number> {
  const page = await browser.newPage({ viewport: VIEW });
  const frames = await framesOf(page);
  await page.close();
  return frames.filter((ms) => ms > DROPPED_MS).length;
}

async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Milliseconds between frames while nothing but the table moves. */
function framesOf(page: Page): Promise<number[]> {
  return page.evaluate<number[]>(`new Promise((resolve) => {
    const gaps = [];
    const beganMs = performance.now();
    let lastMs;
    requestAnimationFrame(function next(nowMs) {
      if (lastMs !== undefined) gaps.push(nowMs - lastMs);
      lastMs = nowMs;
      if (nowMs - beganMs < ${String(BLOCK_MS)}) requestAnimationFrame(next);
      else resolve(gaps);
    });
  })`);
}

async function report(
  raw: Map<number, Raw>,
  idle: readonly number[],
  version: string,
): Promise<BenchResult> {
  const environment = await benchEnvironment({});
  const contenders = [...raw].flatMap(([rows, { cpuPercent, droppedFrames, longestFrameMs }]) => {
    const name = `${String(rows)} rows`;
    return [
      { name: `${name}, CPU of the renderer`, unit: '% of a core', raw: cpuPercent },
      {
        name: `${name}, frames left out`,
        unit: `of ${String(BLOCK_MS / 1000)} s`,
        raw: droppedFrames,
      },
      { name: `${name}, longest frame`, unit: 'ms', raw: longestFrameMs },
    ] satisfies Contender[];
  });
  const floor: Contender = {
    name: 'an empty page, frames left out',
    unit: `of ${String(BLOCK_MS / 1000)} s`,
    raw: [...idle],
  };
  const hundred = median(raw.get(100)?.cpuPercent ?? []);
  const dropped = median(raw.get(500)?.droppedFrames ?? []);
  return {
    bench: 'instances-view',
    question:
      'What does the table of instances cost, and does it stay smooth, at one sample a second?',
    plan: [
      `The built view on a pretended lab in Chromium ${version}, ${String(VIEW.width)}x${String(VIEW.height)}, without a GPU: a page of its own for each measurement, all instances sampled once a second (the pretended lab's work is in the page and counted).`,
      `${String(BLOCKS)} blocks, in each every number of rows: ${String(SETTLE_MS / 1000)} s to settle, ${String(BLOCK_MS / 1000)} s of CPU time (utime + stime of the renderer process), then ${String(BLOCK_MS / 1000)} s of frames by requestAnimationFrame; one later than ${String(DROPPED_MS)} ms has left one out. An empty page of the same block shows how many the machine itself leaves out.`,
    ],
    contenders: [...contenders, floor],
    ratios: [],
    goals: [
      {
        goal: `100 rows and their curves under ${String(MOST_PERCENT)} % of a core`,
        measured: `${short(hundred)} %`,
        met: hundred < MOST_PERCENT,
      },
      {
        goal: '500 rows without a frame left out',
        measured: `${short(dropped)} in ${String(BLOCK_MS / 1000)} s`,
        met: dropped === 0,
      },
    ],
    warnings: loadWarnings(environment, 0.5),
    environment,
  };
}
