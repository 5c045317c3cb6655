import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  busyPercent,
  parseProcStat,
  readCpuTimes,
} from '../../../../src-main/metrics/host/cpu-times.js';
import {
  cgroupVersion,
  osName,
  readEnvironment,
} from '../../../../src-main/metrics/host/environment.js';
import { HostMeter } from '../../../../src-main/metrics/host/host-meter.js';
import { parseMeminfo } from '../../../../src-main/metrics/host/memory.js';
import { KeptProcessTree, processTree } from '../../../../src-main/metrics/host/process-tree.js';
import { capturedText, makeTree } from '../kernel-files.js';

describe('/proc/stat', () => {
  it('counts idle and waiting for I/O as not busy, stolen time as busy', () => {
    // cpu  43711 0 13210 494970 1715 0 221 79 0 0
    const times = parseProcStat(capturedText('host/proc/stat'));
    expect(times).toEqual({ busy: 43711 + 13210 + 221 + 79, total: 553906 });
  });

  it('does not count guest time twice: it is already in user time', () => {
    expect(parseProcStat('cpu  10 0 0 90 0 0 0 0 10 0\n')).toEqual({ busy: 10, total: 100 });
  });
});

describe('busyPercent', () => {
  it('is a share of all cores between two readings', () => {
    expect(busyPercent({ busy: 10, total: 100 }, { busy: 35, total: 200 })).toBe(25);
  });

  it('is absent without a first reading, without progress, and when a core went away', () => {
    expect(busyPercent(undefined, { busy: 1, total: 2 })).toBeUndefined();
    expect(busyPercent({ busy: 1, total: 2 }, { busy: 1, total: 2 })).toBeUndefined();
    expect(busyPercent({ busy: 5, total: 20 }, { busy: 4, total: 30 })).toBeUndefined();
  });
});

describe('/proc/meminfo', () => {
  it('takes for used what is not available', () => {
    const text = 'MemTotal: 100 kB\nMemFree: 10 kB\nMemAvailable: 60 kB\n';
    expect(parseMeminfo(text)).toEqual({ memoryTotalBytes: 102400, memoryUsedBytes: 40960 });
    expect(parseMeminfo('MemTotal: 100 kB\n')).toEqual({ memoryTotalBytes: 102400 });
  });
});

describe('processTree', () => {
  it('finds the children of children and leaves guests out with all below them', () => {
    const root = makeTree({
      '1/task/1/children': '2 3 ',
      '2/task/2/children': '',
      '2/task/9/children': '4 ',
      '3/task/3/children': '5 ',
    });
    expect(processTree(1, root)).toEqual([1, 2, 3, 4, 5]);
    expect(processTree(1, root, new Set([3]))).toEqual([1, 2, 4]);
  });

  it('finds a real child', async () => {
    const child = spawn('sleep', ['60']);
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child, 'spawn');
    expect(processTree(process.pid, '/proc')).toContain(child.pid);
  });
});

describe('a tree that is kept', () => {
  const files = (newest: number, children: string): Record<string, string> => ({
    loadavg: `0.10 0.20 0.30 1/99 ${String(newest)}\n`,
    '1/task/1/children': children,
    '3/task/3/children': '',
  });

  it('is looked for again only when a process was made since, or others are left out', () => {
    const tree = new KeptProcessTree();
    const root = makeTree(files(7, '3 '));
    expect(tree.read(1, root)).toEqual([1, 3]);
    writeFileSync(join(root, '1/task/1/children'), '');
    expect(tree.read(1, root)).toEqual([1, 3]);
    expect(tree.read(1, root, new Set([1]))).toEqual([]);
    writeFileSync(join(root, 'loadavg'), '0.10 0.20 0.30 1/99 8\n');
    expect(tree.read(1, root)).toEqual([1]);
  });

  it('is looked for less often the longer it is the same, within ten seconds, and at once while it changes', () => {
    let nowMs = 0;
    const tree = new KeptProcessTree(() => nowMs);
    const root = makeTree({ ...files(7, '3 '), '4/task/4/children': '' });
    // Somebody makes a thread all the time.
    const readLater = (): readonly number[] => {
      nowMs += 500;
      writeFileSync(join(root, 'loadavg'), `0.10 0.20 0.30 1/99 ${String(nowMs)}\n`);
      return tree.read(1, root);
    };
    while (nowMs < 60_000) expect(readLater()).toEqual([1, 3]);
    writeFileSync(join(root, '1/task/1/children'), '3 4 ');
    const changedAtMs = nowMs;
    while (!readLater().includes(4)) expect(nowMs - changedAtMs).toBeLessThanOrEqual(10_000);
    expect(nowMs - changedAtMs).toBeGreaterThan(1000);
    writeFileSync(join(root, '1/task/1/children'), '4 ');
    expect(readLater()).toEqual([1, 4]);
  });

  it('has a real child that was made a moment ago', async () => {
    const tree = new KeptProcessTree();
    tree.read(process.pid, '/proc');
    const child = spawn('sleep', ['60']);
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child, 'spawn');
    expect(tree.read(process.pid, '/proc')).toContain(child.pid);
  });
});

describe('HostMeter', () => {
  it('has no rates in the first reading, and both in the second', async () => {
    const meter = new HostMeter();
    const first = await meter.read();
    expect(first.cpuPercent).toBeUndefined();
    expect(first.ownCpuPercent).toBeUndefined();
    expect(first.memoryTotalBytes).toBeGreaterThan(0);
    await busyUntil(() => readCpuTimes('/proc')?.busy);
    const second = await meter.read();
    expect(second.cpuPercent).toBeGreaterThan(0);
    expect(second.cpuPercent).toBeLessThanOrEqual(100);
    expect(second.ownRssBytes).toBeGreaterThan(10 * 1024 ** 2);
  });

  it('still knows this process where there is no /proc', async () => {
    const meter = new HostMeter({ procRoot: '/nowhere' });
    await meter.read();
    await busyUntil(() => cpus().reduce((sum, { times }) => sum + times.user, 0));
    const { ownRssBytes, ownCpuPercent, memoryTotalBytes } = await meter.read();
    expect(memoryTotalBytes).toBeGreaterThan(0);
    expect(ownRssBytes).toBeGreaterThan(0);
    expect(ownCpuPercent).toBeGreaterThan(0);
  });
});

/** Uses CPU until the counter has advanced: its ticks are 10 ms. */
async function busyUntil(counter: () => number | undefined): Promise<void> {
  const before = counter();
  while (counter() === before) await new Promise((resolve) => setImmediate(resolve));
}

describe('readEnvironment', () => {
  it('describes this machine', async () => {
    const environment = await readEnvironment('1.2.3');
    expect(environment).toMatchObject({ labVersion: '1.2.3', cores: cpus().length });
    expect(environment.memoryBytes).toBe(totalmem());
    expect(environment.os).not.toBe('');
    expect(environment.kernel).toMatch(/^\d+\.\d+/);
  });

  it('tells version 1, hybrid and version 2 cgroups apart', () => {
    expect(cgroupVersion(capturedText('docker-default/proc/self/mountinfo'))).toBe(1);
    expect(cgroupVersion(capturedText('docker-cgroup2/proc/self/mountinfo'))).toBe(2);
    expect(cgroupVersion('')).toBeUndefined();
    const systemdOnly =
      '1 0 0:1 / /a rw - cgroup cgroup rw,name=systemd\n2 0 0:2 / /b rw - cgroup2 cgroup2 rw\n';
    expect(cgroupVersion(systemdOnly)).toBe(2);
  });

  it('reads the name of a distribution, quoted or not', () => {
    expect(osName('NAME=x\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n')).toBe(
      'Debian GNU/Linux 12 (bookworm)',
    );
    expect(osName('PRETTY_NAME=Alpine\n')).toBe('Alpine');
    expect(osName('')).toBeUndefined();
  });
});
