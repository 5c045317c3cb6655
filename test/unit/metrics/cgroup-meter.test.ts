import { cpSync, linkSync, readdirSync, rmSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCgroupMeter } from '../../../src-main/metrics/cgroup-meter.js';
import {
  CGROUP2_PID,
  copyOf,
  DEFAULT_PID,
  makeTree,
  put,
  rootsAt,
  rootsOf,
} from './kernel-files.js';

const MIB = 1024 ** 2;
/** Copied by hand from the files of the captured tree. */
const EXPECTED_V1 = {
  cpuTimeMs: 36.919363,
  memory: {
    cgroupBytes: 21577728,
    workingSetBytes: 21577728,
    anonBytes: 20983808,
    limitBytes: 64 * MIB,
    rssBytes: 20512 * 1024,
    pssBytes: 20497 * 1024,
    privateDirtyBytes: 20492 * 1024,
  },
  pids: 1,
  readBytes: 0,
  writtenBytes: 0,
  rxBytes: 646,
  txBytes: 0,
};
const PEAK_V1 = 21577728;

describe('the meter of a container', () => {
  it('reads all that a version 1 kernel tells of a real container', () => {
    const roots = rootsOf('docker-default');
    const meter = createCgroupMeter({ pid: DEFAULT_PID, fineMemory: true, ...roots });
    onTestFinished(() => meter.close());
    const { atMs, ...values } = meter.read() ?? { atMs: 0 };
    expect(atMs).toBeGreaterThan(0);
    expect(values).toEqual(EXPECTED_V1);
    expect(meter.peak()).toEqual({ cgroupBytes: PEAK_V1 });
    expect(meter.oomKills()).toBe(0);
  });

  it('reads all that version 2 files tell', () => {
    const roots = rootsOf('docker-cgroup2');
    const meter = createCgroupMeter({ pid: CGROUP2_PID, fineMemory: false, ...roots });
    onTestFinished(() => meter.close());
    expect(meter.read()).toMatchObject({
      cpuTimeMs: 1284.511,
      memory: {
        cgroupBytes: 57081856,
        workingSetBytes: 57081856 - 9437184,
        anonBytes: 40 * MIB,
        limitBytes: 64 * MIB,
      },
      pids: 3,
      readBytes: 4218880 + 1048576,
      writtenBytes: 131072,
    });
    expect(meter.peak()).toEqual({ cgroupBytes: 61341696 });
    expect(meter.oomKills()).toBe(1);
  });
});

const SCOPE = 'cg/docker';
const ID = 'ab'.repeat(32);

function unified(): { root: string; add: () => void } {
  const root = makeTree({
    'proc/self/mountinfo': '33 24 0:28 / /cg rw - cgroup2 cgroup2 rw\n',
    'proc/self/cgroup': '0::/\n',
  });
  const add = (): void => {
    put(root, `${SCOPE}/${ID}/cgroup.procs`, '');
    put(root, `${SCOPE}/${ID}/cpu.stat`, 'usage_usec 5000\n');
    put(root, `${SCOPE}/${ID}/memory.peak`, '900\n');
  };
  return { root, add };
}

describe('the life of a container', () => {
  it('has no memory to show once its last process has ended, but all of its CPU time', () => {
    const { root, add } = unified();
    add();
    const files = `${SCOPE}/${ID}`;
    put(root, `${files}/memory.current`, '5000\n');
    put(root, `${files}/pids.current`, '1\n');
    const roots = { procRoot: `${root}/proc`, mountPrefix: root };
    const meter = createCgroupMeter({ containerId: ID, fineMemory: false, ...roots });
    onTestFinished(() => meter.close());
    expect(meter.read()?.memory.cgroupBytes).toBe(5000);
    put(root, `${files}/memory.current`, '100\n');
    put(root, `${files}/pids.current`, '0\n');
    put(root, `${files}/cpu.stat`, 'usage_usec 9000\n');
    expect(meter.read()).toMatchObject({ memory: {}, cpuTimeMs: 9, pids: 0 });
    expect(meter.read()?.memory).toEqual({});
    expect(meter.peak()).toEqual({ cgroupBytes: 900 });
  });

  it('gives nothing before the container is there, and begins by itself', () => {
    const { root, add } = unified();
    const roots = { procRoot: `${root}/proc`, mountPrefix: root };
    const meter = createCgroupMeter({ containerId: ID, fineMemory: true, ...roots });
    onTestFinished(() => meter.close());
    expect(meter.read()).toBeUndefined();
    add();
    expect(meter.read()?.cpuTimeMs).toBe(5);
  });

  it('leaves absent what an engine without the controller cannot tell', () => {
    const { root, add } = unified();
    add();
    const roots = { procRoot: `${root}/proc`, mountPrefix: root };
    const meter = createCgroupMeter({ containerId: ID, fineMemory: true, ...roots });
    onTestFinished(() => meter.close());
    const reading = meter.read();
    expect(Object.keys(reading ?? {}).sort()).toEqual(['atMs', 'cpuTimeMs', 'memory']);
    expect(reading?.memory).toEqual({});
  });

  it('remembers the high-water mark after the end, and reads nothing once closed', () => {
    const { root, add } = unified();
    add();
    const roots = { procRoot: `${root}/proc`, mountPrefix: root };
    const meter = createCgroupMeter({ containerId: ID, fineMemory: false, ...roots });
    meter.read();
    meter.close();
    expect(meter.peak()).toEqual({ cgroupBytes: 900 });
    expect(meter.read()).toBeUndefined();
  });

  it('gives all its descriptors back when closed', () => {
    const count = () => readdirSync('/proc/self/fd').length;
    const before = count();
    const roots = rootsOf('docker-default');
    const meter = createCgroupMeter({ pid: DEFAULT_PID, fineMemory: true, ...roots });
    meter.read();
    expect(count()).toBeGreaterThan(before);
    meter.close();
    expect(count()).toBe(before);
  });

  it.each([
    ['to root, by the link of the namespace', true],
    ['to any user, by the file that a namespace has once', false],
  ])('has no traffic of its own to show on the host network: known %s', (_, mayReadLinks) => {
    const root = copyOf('docker-default');
    const [self, guest] = [`${root}/proc/self`, `${root}/proc/${String(DEFAULT_PID)}`];
    rmSync(`${guest}/ns`, { recursive: true });
    if (mayReadLinks)
      cpSync(`${self}/ns`, `${guest}/ns`, { recursive: true, verbatimSymlinks: true });
    rmSync(`${self}/net/dev`);
    if (!mayReadLinks) linkSync(`${guest}/net/dev`, `${self}/net/dev`);
    const meter = createCgroupMeter({ pid: DEFAULT_PID, fineMemory: false, ...rootsAt(root) });
    onTestFinished(() => meter.close());
    expect(Object.keys(meter.read() ?? {})).not.toContain('rxBytes');
  });
});
