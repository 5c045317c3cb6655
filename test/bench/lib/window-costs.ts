import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../../../scripts/lib/page-over-cdp.mjs';
import { readProcessMemory } from '../../../src-main/metrics/proc/process-memory.js';
import { amount } from './amount.js';
import { progress } from './bench.js';
import { FIRST_SAMPLE_AT, PAINTED_AT } from './desktop.js';
import type { Desktop, Desktops } from './desktop.js';
import { RUN_LANES, RUNNING } from './lab-by-hand.js';
import { cpuMs } from './process-cpu.js';
import { short } from './report.js';

export const STARTS = amount(9, 2);
export const BLOCKS = amount(3);
export const BLOCK_MS = 20_000;
export const SETTLE_MS = 10_000;
const WITHIN_MS = 60_000;
const MIB = 1024 ** 2;
export interface WindowCosts {
  emptyMs: number[];
  firstSampleMs: number[];
  idlePercent: number[];
  idleMiB: number[];
  emptyMiB: number[];
  pagePercent: number[];
  drawingPercent: number[];
}

export async function measureWindows(windows: Desktops): Promise<WindowCosts> {
  const raw: WindowCosts = {
    emptyMs: [],
    firstSampleMs: [],
    idlePercent: [],
    idleMiB: [],
    emptyMiB: [],
    pagePercent: [],
    drawingPercent: [],
  };
  await measureStarts(windows, raw);
  await withDesktop(windows.startEmpty, async (empty) => {
    await delay(SETTLE_MS);
    raw.emptyMiB.push(proportionalMiB(empty.pids()));
  });
  await withDesktop(windows.startApp, async (app) => {
    await app.evaluate(FIRST_SAMPLE_AT);
    await delay(SETTLE_MS);
    for (let block = 0; block < BLOCKS; block += 1) await measureIdle(app, raw);
    for (let block = 0; block < BLOCKS; block += 1) await measureLanes(app, raw);
  });
  return raw;
}

/** One of each, and again: what changes on the machine meets both. The first of each warms the disk's cache up. */
async function measureStarts(windows: Desktops, raw: WindowCosts): Promise<void> {
  for (let start = -1; start < STARTS; start += 1) {
    const emptyMs = await timed(windows.startEmpty, PAINTED_AT);
    const firstSampleMs = await timed(windows.startApp, FIRST_SAMPLE_AT);
    progress(`empty ${short(emptyMs)} ms, Paralelo ${short(firstSampleMs)} ms`);
    if (start < 0) continue;
    raw.emptyMs.push(emptyMs);
    raw.firstSampleMs.push(firstSampleMs);
  }
}

/** From the start of the program to when the page says that it happened. */
function timed(start: () => Promise<Desktop>, happened: string): Promise<number> {
  return withDesktop(
    start,
    async (desktop) => Number(await desktop.evaluate(happened)) - desktop.startedAtMs,
  );
}

async function withDesktop<T>(
  start: () => Promise<Desktop>,
  use: (desktop: Desktop) => Promise<T>,
): Promise<T> {
  const desktop = await start();
  try {
    return await use(desktop);
  } finally {
    await desktop.end();
  }
}

async function measureIdle(app: Desktop, raw: WindowCosts): Promise<void> {
  raw.idlePercent.push(await percentOf(app.pids(), BLOCK_MS));
  raw.idleMiB.push(proportionalMiB(app.pids()));
  progress('idle');
}

/** While three lanes run for longer than the block. */
async function measureLanes(app: Desktop, raw: WindowCosts): Promise<void> {
  await app.evaluate(RUN_LANES);
  await app.evaluate(RUNNING);
  const [page, drawing] = await Promise.all([
    percentOf(ofType(app, 'renderer'), BLOCK_MS),
    percentOf(ofType(app, 'gpu-process'), BLOCK_MS),
  ]);
  raw.pagePercent.push(page);
  raw.drawingPercent.push(drawing);
  await app.evaluate(until("!document.querySelector('[data-state=running]')", WITHIN_MS));
  progress('three lanes');
}

/** CPU time of these processes while they are let be, in percent of one core. */
async function percentOf(pids: readonly number[], durationMs: number): Promise<number> {
  const beganMs = performance.now();
  const before = cpuMs(pids);
  await delay(durationMs);
  return ((cpuMs(pids) - before) * 100) / (performance.now() - beganMs);
}

/** PSS of them all: RSS would count what Chromium's processes share once a process. */
function proportionalMiB(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (readProcessMemory(pid)?.pssBytes ?? 0), 0) / MIB;
}

function ofType(app: Desktop, type: string): number[] {
  return app
    .pids()
    .filter((pid) =>
      readFileSync(`/proc/${String(pid)}/cmdline`, 'latin1').includes(`--type=${type}`),
    );
}
