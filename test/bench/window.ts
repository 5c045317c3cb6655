import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cleanUp } from '../../scripts/lib/clean-up.mjs';
import { median, ratioOfMedians } from '../../src-main/experiments/statistics/index.js';
import { runBench } from './lib/bench.js';
import { desktops } from './lib/desktop.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { at } from './lib/paths.js';
import { short } from './lib/report.js';
import type { BenchResult } from './lib/report.js';
import { BLOCKS, BLOCK_MS, SETTLE_MS, STARTS, measureWindows } from './lib/window-costs.js';
import type { WindowCosts } from './lib/window-costs.js';

const GOALS = {
  startRatio: 1.3,
  idlePercent: 1,
  idleMiB: 200,
  lanesPercent: 15,
  pageBytes: 500_000,
};

await runBench('window', async () => {
  try {
    const windows = await desktops();
    return await report(await measureWindows(windows), windows.electron);
  } finally {
    await cleanUp();
  }
});

/** Of all scripts and styles of the page, as a server would send them. */
function pageBytes(): number {
  const folder = at('out/renderer/assets');
  return readdirSync(folder)
    .filter((name) => /\.(js|css)$/.test(name))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
}

async function report(raw: WindowCosts, electron: string): Promise<BenchResult> {
  const machine = await benchEnvironment({});
  const version = readFileSync(join(dirname(electron), 'version'), 'utf8').trim();
  const environment = { ...machine, versions: { ...machine.versions, electron: version } };
  const ratio = ratioOfMedians(raw.firstSampleMs, raw.emptyMs);
  const bytes = pageBytes();
  const percent = (values: number[]) => `${short(median(values))} % of a core`;
  return {
    bench: 'window',
    question: 'What does the window cost: its start, its idling, and three lanes at 10 Hz?',
    plan: [
      `A start is from the program’s start to what the page itself saw, by one clock: the first picture of an empty window of the same Electron, and the first sample of the machine in Paralelo’s status bar. One of each, and again, ${String(STARTS)} times, each with a profile of its own; the first of each is not counted.`,
      `Idle: ${String(SETTLE_MS / 1000)} s after the first sample, ${String(BLOCKS)} blocks of ${String(BLOCK_MS / 1000)} s, utime + stime of all processes of the app; memory is the sum of their PSS (RSS would count the shared parts of Chromium once a process).`,
      `Three lanes: grow in what the Lab offers first, three lanes in all, sampled at 10 Hz, ${String(BLOCKS)} blocks of ${String(BLOCK_MS / 1000)} s. No GPU here: Chromium draws in a process of its own, which is listed apart.`,
    ],
    contenders: [
      { name: 'empty window, to its first picture', unit: 'ms', raw: raw.emptyMs },
      { name: 'Paralelo, to its first live sample', unit: 'ms', raw: raw.firstSampleMs },
      { name: 'idle, CPU of all processes', unit: '% of a core', raw: raw.idlePercent },
      { name: 'idle, PSS of all processes', unit: 'MiB', raw: raw.idleMiB },
      { name: 'empty window, PSS of all processes', unit: 'MiB', raw: raw.emptyMiB },
      { name: 'three lanes, the page’s process', unit: '% of a core', raw: raw.pagePercent },
      { name: 'three lanes, drawing without a GPU', unit: '% of a core', raw: raw.drawingPercent },
    ],
    ratios: [{ of: 'first live sample', to: 'empty window', ...ratio }],
    goals: [
      {
        goal: `first live sample after at most ${String(GOALS.startRatio)} times an empty window`,
        measured: `${short(ratio.value)} times`,
        met: ratio.value <= GOALS.startRatio,
      },
      {
        goal: `idle under ${String(GOALS.idlePercent)} % of a core`,
        measured: percent(raw.idlePercent),
        met: median(raw.idlePercent) < GOALS.idlePercent,
      },
      {
        goal: `idle under ${String(GOALS.idleMiB)} MiB in all processes`,
        measured: `${short(median(raw.idleMiB))} MiB; an empty window ${short(median(raw.emptyMiB))} MiB`,
        met: median(raw.idleMiB) < GOALS.idleMiB,
      },
      {
        goal: `three lanes at 10 Hz under ${String(GOALS.lanesPercent)} % of a core in the page’s process`,
        measured: percent(raw.pagePercent),
        met: median(raw.pagePercent) < GOALS.lanesPercent,
      },
      {
        goal: 'scripts and styles of the page under 500 kB gzipped',
        measured: `${short(bytes / 1000)} kB`,
        met: bytes < GOALS.pageBytes,
      },
    ],
    warnings: loadWarnings(environment, 0.5),
    environment,
  };
}
