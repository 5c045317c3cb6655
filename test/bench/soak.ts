import { setTimeout as delay } from 'node:timers/promises';
import { TestContainers } from '../support/containers.js';
import { runBench } from './lib/bench.js';
import { dockerEngine, dockerEnvironment } from './lib/engine.js';
import { benchEnvironment } from './lib/environment.js';
import { MonitorLab } from './lib/monitor-lab.js';
import { short } from './lib/report.js';
import type { BenchResult } from './lib/report.js';
import { median } from '../../src-main/experiments/statistics/index.js';

const MINUTES = Number(process.env['PARALELO_SOAK_MINUTES'] ?? 30);
const STAYING = 20;
const PERIOD_MS = 100;
const TURN_MS = 10_000;
const MIB = 1024 ** 2;
/** Between the first third, when the rings have filled, and the last. */
const MOST_GROWTH = 1.05;

await runBench('soak', async () => {
  process.env['DOCKER_HOST'] = dockerEnvironment(await dockerEngine())['DOCKER_HOST'];
  const containers = new TestContainers();
  await containers.prepare();
  const lab = await MonitorLab.start();
  try {
    const idle = ['/grow', '--to', '1m', '--hold', '2h'];
    for (let nth = 0; nth < STAYING; nth += 1) await containers.start(idle);
    await lab.tell({ ask: 'watch', periodMs: PERIOD_MS });
    const heapMib: number[] = [];
    const endMs = performance.now() + MINUTES * 60_000;
    for (let turn = 1; performance.now() < endMs; turn += 1) {
      await containers.start(['/grow', '--to', '1m', '--hold', '5s'], { AutoRemove: true });
      await delay(TURN_MS);
      const { heapBytes } = await lab.tell({ ask: 'count' });
      if (turn % 6 === 0) heapMib.push(heapBytes / MIB);
    }
    return await report(heapMib, (await lab.tell({ ask: 'count' })).samples);
  } finally {
    await lab.end();
    await containers.removeAll();
  }
});

async function report(heapMib: number[], samples: number): Promise<BenchResult> {
  const third = Math.ceil(heapMib.length / 3);
  const early = heapMib.slice(1, third + 1);
  const late = heapMib.slice(-third);
  const growth = median(late) / median(early);
  return {
    bench: 'soak',
    question: `Does the monitor's heap stay flat over ${String(MINUTES)} minutes?`,
    plan: [
      `${String(STAYING)} containers that stay, one more every ${String(TURN_MS / 1000)} s that ends after 5 s and is removed; all sampled every ${String(PERIOD_MS)} ms, ${String(samples)} samples in all.`,
      'The heap of the lab in a process of its own, after a full collection, about once a minute.',
    ],
    contenders: [
      { name: 'heap, first third', unit: 'MiB', raw: early },
      { name: 'heap, last third', unit: 'MiB', raw: late },
    ],
    ratios: [],
    goals: [
      {
        goal: `flat: less than ${short((MOST_GROWTH - 1) * 100)} % more in the last third than in the first`,
        measured: `${short((growth - 1) * 100)} %; ${heapMib.map((mib) => mib.toFixed(1)).join(', ')} MiB`,
        met: growth < MOST_GROWTH,
      },
    ],
    warnings: [],
    environment: await benchEnvironment({ dockerd: ['dockerd', '--version'] }),
  };
}
