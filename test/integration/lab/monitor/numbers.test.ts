import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Instance, Memory, Sample } from '../../../../src-main/contract/index.js';
import { createCgroupMeter } from '../../../../src-main/metrics/index.js';
import type { Reading } from '../../../../src-main/metrics/index.js';
import { TestContainers } from '../../../support/containers.js';
import { watchInstances } from '../../../support/monitor.js';
import type { WatchedInstances } from '../../../support/monitor.js';
import { wasmtime } from '../../../../src-main/runtimes/command/engines/wasmtime.js';
import { engineProgram } from '../../../support/command/engines.js';
import { ROOT } from '../../../support/paralelo.js';

const MIB = 1024 ** 2;
const WASM_PAGE_BYTES = 65_536;
const MS_PER_TICK = 10;
const CPU_WINDOW_MS = 5000;
/** The lab's figure and another tool's, over the same five seconds. */
const MOST_POINTS_APART = 2;

const containers = new TestContainers();
let watched: WatchedInstances;
beforeAll(async () => {
  await containers.prepare();
  watched = await watchInstances();
});
afterAll(async () => {
  await watched.close();
  await containers.removeAll();
});

/** Percent of one core between two samples, by their own times. */
function cpuBetween(first: Sample, last: Sample): number {
  const usedMs = (last.cpuTimeMs ?? Number.NaN) - (first.cpuTimeMs ?? Number.NaN);
  return (usedMs / (last.tMs - first.tMs)) * 100;
}

describe('a running container', () => {
  it('has the memory that its own files say at the same moment, by every definition', async () => {
    const grow = ['/grow', '--to', '24m', '--step', '1m', '--hold', '1h'];
    const { id, pid } = await containers.start(grow, { Memory: 64 * MIB });
    await watched.select(id);
    const sample = await watched.sampleOf(
      id,
      ({ memory }) => isComplete(memory) && isNow(memory, pid),
    );
    const { linearBytes, linearMaxBytes, ...byFiles } = readNow(id, pid).memory;
    expect(linearBytes ?? linearMaxBytes).toBeUndefined();
    expect(sample.memory).toEqual(byFiles);
    expect(sample.memory.rssBytes).toBe(kilobytesOf(pid, 'Rss'));
    expect(sample.memory.pssBytes).toBe(kilobytesOf(pid, 'Pss'));
    expect(sample.memory.privateDirtyBytes).toBe(kilobytesOf(pid, 'Private_Dirty'));
    expect(sample.memory.limitBytes).toBe(64 * MIB);
  });

  it('has the working set that the engine tells docker stats', async () => {
    const grow = ['/grow', '--to', '16m', '--step', '1m', '--hold', '1h'];
    const { id, container } = await containers.start(grow, { Memory: 64 * MIB });
    const sample = await watched.sampleOf(id, holds(16 * MIB));
    const { memory_stats: theirs } = await container.stats({ stream: false, 'one-shot': true });
    const { total_inactive_file, inactive_file } = theirs.stats as Record<string, number>;
    expect(sample.memory.workingSetBytes).toBe(
      theirs.usage - (total_inactive_file ?? inactive_file ?? Number.NaN),
    );
  });

  it('uses as much of a core as docker stats says of the same five seconds', async () => {
    const { id, container } = await containers.start(['/spin', '--forever'], { NanoCpus: 5e8 });
    const usedNs = async (): Promise<number> => {
      const stats = await container.stats({ stream: false, 'one-shot': true });
      return stats.cpu_stats.cpu_usage.total_usage;
    };
    const first = await watched.sampleOf(id, hasCpu);
    const [theirFirst, beganMs] = [await usedNs(), performance.now()];
    const last = await watched.sampleOf(id, ({ tMs }) => tMs >= first.tMs + CPU_WINDOW_MS);
    const theirs = ((await usedNs()) - theirFirst) / 1e4 / (performance.now() - beganMs);
    expect(Math.abs(cpuBetween(first, last) - theirs)).toBeLessThanOrEqual(MOST_POINTS_APART);
    expect(theirs).toBeGreaterThan(20);
  });
});

describe('a running Wasm process', () => {
  const program = engineProgram(wasmtime);
  if (program === undefined) return;
  const begin = (twin: string, ...args: string[]): number => {
    const module = `${ROOT}/resources/workloads/bin/${twin}.wasm`;
    const guest = spawn(program, ['run', module, ...args], { stdio: 'ignore' });
    onTestFinished(() => void guest.kill('SIGKILL'));
    return guest.pid ?? 0;
  };
  const instanceOf = (pid: number): Promise<Instance> =>
    watched.instance(({ kind, pid: its }) => kind === 'wasm' && its === pid);

  it('has the memory that smaps_rollup, ps and the module say', async () => {
    const pid = begin('grow', '--to', '24m', '--step', '1m', '--hold', '1h');
    const { id } = await instanceOf(pid);
    await watched.select(id);
    const { memory } = await watched.sampleOf(
      id,
      (sample) => isComplete(sample.memory) && isNow(sample.memory, pid),
    );
    expect(memory.rssBytes).toBe(kilobytesOf(pid, 'Rss'));
    expect(memory.privateDirtyBytes).toBe(kilobytesOf(pid, 'Private_Dirty'));
    const ps = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) * 1024;
    // ps shows counters that the kernel brings up to date in batches of pages.
    expect(Math.abs(ps - (memory.rssBytes ?? Number.NaN))).toBeLessThan(2 * MIB);
    expect(memory.linearBytes).toBeGreaterThanOrEqual(24 * MIB);
    expect(memory.linearBytes).toBeLessThan(26 * MIB);
    expect((memory.linearBytes ?? Number.NaN) % WASM_PAGE_BYTES).toBe(0);
  });

  it('uses as much of a core as the kernel counts of the same five seconds', async () => {
    const pid = begin('spin', '--forever');
    const { id } = await instanceOf(pid);
    const first = await watched.sampleOf(id, hasCpu);
    const [before, beganMs] = [ticksOf(pid), performance.now()];
    const last = await watched.sampleOf(id, ({ tMs }) => tMs >= first.tMs + CPU_WINDOW_MS);
    const usedMs = (ticksOf(pid) - before) * MS_PER_TICK;
    const theirs = (usedMs / (performance.now() - beganMs)) * 100;
    expect(Math.abs(cpuBetween(first, last) - theirs)).toBeLessThanOrEqual(MOST_POINTS_APART);
    expect(theirs).toBeGreaterThan(20);
  });
});

const hasCpu = ({ cpuTimeMs }: Sample): boolean => cpuTimeMs !== undefined;
const holds =
  (bytes: number) =>
  ({ memory }: Sample): boolean =>
    (memory.anonBytes ?? 0) >= bytes;

/** Grown to its end, and what costs more has been read too. */
function isComplete({ pssBytes, privateDirtyBytes }: Memory): boolean {
  return (pssBytes ?? 0) > 24 * MIB && (privateDirtyBytes ?? 0) > 24 * MIB;
}

/** Pss is another as soon as any process begins or ends that has the same files mapped: then the next sample is it. */
function isNow({ pssBytes }: Memory, pid: number): boolean {
  return pssBytes === kilobytesOf(pid, 'Pss');
}

/** What a meter of its own reads of the kernel's files now. */
function readNow(containerId: string, pid: number): Reading {
  const meter = createCgroupMeter({ containerId, pid, fineMemory: true });
  try {
    return meter.read() ?? expect.fail('its cgroup is gone');
  } finally {
    meter.close();
  }
}

function kilobytesOf(pid: number, name: string): number {
  const rollup = readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'latin1');
  return Number(new RegExp(`^${name}: +(\\d+) kB$`, 'm').exec(rollup)?.[1]) * 1024;
}

/** utime and stime of /proc/PID/stat. */
function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1');
  const fields = stat.replace(/^.*\) /, '').split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
