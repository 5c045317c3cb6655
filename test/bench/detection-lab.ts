import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RuntimeInfo } from '../../src-main/contract/index.js';
import { monotonicMs } from '../../src-main/metrics/index.js';
import { userFolders } from '../../src-main/lab/folders.js';
import { commandSources } from '../../src-main/runtimes/command/index.js';
import { openLab } from './lib/lab.js';

/**
 * One lab in a process of its own, so that nothing is known yet: how long it takes to list every runtime, then
 * to list them again, and for how long at most its event loop stood still meanwhile. With the argument `engines`:
 * how long the Wasm engines alone take. One JSON line on stdout.
 */
export interface Detection {
  firstMs: number;
  againMs: number;
  longestPauseMs: number;
  runtimes: Pick<RuntimeInfo, 'id' | 'available' | 'version'>[];
}

const NANOSECONDS = 1_000_000;

async function main(): Promise<void> {
  const lab = await openLab();
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  pauses.enable();
  const startMs = monotonicMs();
  const { runtimes } = await lab.catalogue.list(false);
  const firstMs = monotonicMs() - startMs;
  pauses.disable();
  const againAtMs = monotonicMs();
  await lab.catalogue.list(true);
  const detection: Detection = {
    firstMs,
    againMs: monotonicMs() - againAtMs,
    longestPauseMs: pauses.max / NANOSECONDS,
    runtimes: runtimes.map(({ id, available, version }) => ({
      id,
      available,
      ...(version === undefined ? {} : { version }),
    })),
  };
  console.log(JSON.stringify(detection));
  await lab.close();
}

/** The engines that are programs, all at once: what the lab asks beside Docker and Podman. */
async function wasmEngines(): Promise<void> {
  const { cacheDir } = userFolders();
  const sources = commandSources({ cacheDir, pathOf: () => undefined });
  const startMs = monotonicMs();
  await Promise.all(sources.map((source) => source.discover()));
  console.log(JSON.stringify({ firstMs: monotonicMs() - startMs }));
}

await (process.argv[2] === 'engines' ? wasmEngines() : main());
