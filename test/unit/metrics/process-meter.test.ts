import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createProcessMeter } from '../../../src-main/metrics/process-meter.js';
import { capturedText, copyOf, DEFAULT_PID, put, rootsOf } from './kernel-files.js';

describe('the meter of a process that hosts a guest', () => {
  it('reads what the files of a real process say', () => {
    const { procRoot } = rootsOf('docker-default');
    const meter = createProcessMeter({ pid: DEFAULT_PID, procRoot });
    onTestFinished(() => meter.close());
    expect(meter.read()).toMatchObject({
      cpuTimeMs: 31.983587,
      memory: { rssBytes: 20512 * 1024, pssBytes: 20497 * 1024, privateDirtyBytes: 20492 * 1024 },
      pids: 1,
      readBytes: 4096,
      writtenBytes: 0,
    });
  });

  it("keeps RSS where another user's smaps are forbidden, and leaves the rest absent", () => {
    const root = copyOf('docker-default');
    rmSync(`${root}/proc/${String(DEFAULT_PID)}/smaps_rollup`);
    const meter = createProcessMeter({ pid: DEFAULT_PID, procRoot: `${root}/proc` });
    onTestFinished(() => meter.close());
    const status = capturedText(`docker-default/proc/${String(DEFAULT_PID)}/status`);
    const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
    expect(meter.read()?.memory).toEqual({ rssBytes: kilobytes * 1024 });
  });

  it('falls back to ticks when they know more than the threads seen', () => {
    const root = `${copyOf('docker-default')}/proc`;
    put(root, `${String(DEFAULT_PID)}/task/${String(DEFAULT_PID)}/schedstat`, '5000000 0 1\n');
    const meter = createProcessMeter({ pid: DEFAULT_PID, procRoot: root });
    onTestFinished(() => meter.close());
    expect(meter.read()?.cpuTimeMs).toBe(20);
  });

  it('prefers the size seen from outside to the one the host reported last', () => {
    const root = `${copyOf('docker-default')}/proc`;
    put(root, `${String(DEFAULT_PID)}/maps`, '100000000-100030000 rw-p 00000000 00:00 0 \n');
    let address: bigint | undefined;
    const meter = createProcessMeter({
      pid: DEFAULT_PID,
      procRoot: root,
      linearAddress: () => address,
      linearReported: () => 65536,
      linearMaxBytes: 1 << 20,
    });
    onTestFinished(() => meter.close());
    expect(meter.read()?.memory).toMatchObject({ linearBytes: 65536, linearMaxBytes: 1 << 20 });
    address = 0x1_0000_0000n;
    expect(meter.read()?.memory.linearBytes).toBe(3 * 65536);
    // Its maps are gone before its process is, and a linear memory never shrinks.
    address = 0x9_0000_0000n;
    expect(meter.read()?.memory.linearBytes).toBe(3 * 65536);
  });

  it('keeps the highest RSS after the process ended, and reads nothing more', async () => {
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    const meter = createProcessMeter({ pid: child.pid ?? 0 });
    onTestFinished(() => meter.close());
    expect(meter.read()?.memory.rssBytes).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(meter.read()).toBeUndefined();
    expect(meter.peak().rssBytes).toBeGreaterThan(0);
  });

  it('is harmless for a process that never was', () => {
    const meter = createProcessMeter({ pid: 0x7fff_fff0 });
    expect(meter.read()).toBeUndefined();
    expect(meter.peak()).toEqual({});
    meter.close();
    meter.close();
  });

  it('gives all its descriptors back when closed', () => {
    const count = () => readdirSync('/proc/self/fd').length;
    const before = count();
    const meter = createProcessMeter({ pid: process.pid });
    meter.read();
    expect(count()).toBeGreaterThan(before);
    meter.close();
    expect(count()).toBe(before);
  });
});

describe('on a machine without /proc', () => {
  it('still tells what the host of the guest reported', () => {
    const original = process.platform;
    Object.defineProperty(process, 'platform', { value: 'darwin' });
    onTestFinished(() => {
      Object.defineProperty(process, 'platform', { value: original });
    });
    const meter = createProcessMeter({ pid: process.pid, linearReported: () => 131072 });
    expect(meter.read()?.memory).toEqual({ linearBytes: 131072 });
    expect(meter.peak()).toEqual({});
    const gone = createProcessMeter({ pid: 0x7fff_fff0, linearReported: () => 131072 });
    expect(gone.read()).toBeUndefined();
  });
});
