import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { containerFacts } from '../../../../src-main/isolation/container/facts.js';
import { createCgroupMeter } from '../../../../src-main/metrics/cgroup-meter.js';
import { createEngineStatsMeter } from '../../../../src-main/metrics/engine-stats-meter.js';
import type { CgroupMeterOptions } from '../../../../src-main/metrics/index.js';
import { captured, rootsOf } from '../kernel-files.js';

const MIB = 1024 ** 2;
/** What the kernel charges ahead in batches and gives back: files read seconds apart differ by it. */
const MOST_BETWEEN_BYTES = 3 * MIB;
const TREES = readdirSync(captured('cgroup2'));

interface Capture {
  pid: number;
  id: string;
}

function json(tree: string, file: string): unknown {
  return JSON.parse(readFileSync(captured(`cgroup2/${tree}/${file}`), 'utf8'));
}

function readOf(tree: string, by: Partial<CgroupMeterOptions>) {
  const meter = createCgroupMeter({ fineMemory: true, ...by, ...rootsOf(`cgroup2/${tree}`) });
  onTestFinished(() => meter.close());
  const reading = meter.read() ?? expect.fail(`no cgroup of ${tree}`);
  return { reading, peak: meter.peak(), oomKills: meter.oomKills() };
}

it('several kernels, engines and cgroup drivers have been captured', () => {
  for (const part of ['docker-systemd', 'docker-cgroupfs', 'podman-systemd', 'podman-rootless']) {
    expect(TREES.filter((tree) => tree.startsWith(part)).length, part).toBeGreaterThan(1);
  }
});

describe.each(TREES)('a real container of cgroup version 2: %s', (tree) => {
  const { pid, id } = json(tree, 'container.json') as Capture;

  it('is found by its process and by its id alone, and reads the same', () => {
    const byPid = readOf(tree, { pid, containerId: id });
    const byId = readOf(tree, { containerId: id });
    expect(byId.reading.memory).toEqual(byPid.reading.memory);
    expect(byId.reading.cpuTimeMs).toBe(byPid.reading.cpuTimeMs);
  });

  it('has the memory, limit and processes that were given and asked for', () => {
    const { reading, peak, oomKills } = readOf(tree, { pid, containerId: id });
    const { limitBytes, ...memory } = reading.memory;
    expect(limitBytes).toBe(64 * MIB);
    expect(Object.keys(memory).sort()).toEqual([
      ...['anonBytes', 'cgroupBytes', 'privateDirtyBytes', 'pssBytes'],
      ...['rssBytes', 'workingSetBytes'],
    ]);
    for (const [name, bytes] of Object.entries(memory)) {
      expect(bytes, name).toBeGreaterThanOrEqual(20 * MIB - 65_536);
      expect(bytes, name).toBeLessThan(24 * MIB);
    }
    expect(reading.pids).toBe(1);
    expect(reading.cpuTimeMs).toBeGreaterThan(0);
    expect(oomKills).toBe(0);
    // memory.peak came with Linux 5.19.
    expect(peak.cgroupBytes).toBeGreaterThanOrEqual(memory.cgroupBytes ?? Number.NaN);
  });

  it('has the numbers that its engine reported a moment later', () => {
    const meter = createEngineStatsMeter();
    meter.accept(json(tree, 'stats.json'));
    const { memory: theirs, pids } = meter.read() ?? expect.fail('the engine reported nothing');
    const { reading } = readOf(tree, { pid, containerId: id });
    expect(theirs.cgroupBytes).toBeDefined();
    expect(reading.memory.limitBytes).toBe(theirs.limitBytes);
    for (const [name, bytes] of Object.entries(theirs)) {
      const ours = reading.memory[name as keyof typeof theirs];
      expect(Math.abs((ours ?? Number.NaN) - bytes), name).toBeLessThan(MOST_BETWEEN_BYTES);
    }
    expect(reading.pids).toBe(pids);
  });

  it('shows the limits that hold it as facts of the kernel', () => {
    const facts = containerFacts({ pid, containerId: id, ...rootsOf(`cgroup2/${tree}`) });
    const effective = facts.filter(({ basis }) => basis === 'effective');
    const labels = effective.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['memory 64.0 MiB', 'CPU 0.5', 'pids 32']));
  });
});
