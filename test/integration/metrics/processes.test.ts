import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createProcessMeter,
  findLinearMemories,
  HostMeter,
} from '../../../src-main/metrics/index.js';
import type { Meter } from '../../../src-main/metrics/index.js';
import { twinPath } from '../../support/containers.js';

const PAGE = 65536;

/** A Node process that runs `source`; each line on its standard input answers `ask`. */
function node(source: string) {
  const child = spawn(process.execPath, ['-e', source], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => String((await lines.next()).value);
  const ask = (question: string) => {
    child.stdin.write(`${question}\n`);
    return next();
  };
  return { pid: child.pid ?? 0, next, ask };
}

function metered(options: Parameters<typeof createProcessMeter>[0]): Meter {
  const meter = createProcessMeter(options);
  onTestFinished(() => meter.close());
  return meter;
}

describe('a real process', () => {
  it('has the resident memory that its smaps add up to', async () => {
    const child = spawn(twinPath('grow'), ['--to', '16m', '--step', '16m', '--hold', '600s']);
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    const pid = child.pid ?? 0;
    const { memory } = metered({ pid }).read() ?? expect.fail('nothing read');
    const smaps = readFileSync(`/proc/${pid}/smaps`, 'latin1');
    const sum = (name: string) =>
      [...smaps.matchAll(new RegExp(`^${name}: +(\\d+) kB$`, 'gm'))]
        .map((match) => Number(match[1]) * 1024)
        .reduce((total, bytes) => total + bytes, 0);
    expect(memory.rssBytes).toBe(sum('Rss'));
    expect(memory.privateDirtyBytes).toBe(sum('Private_Dirty'));
    // Each line of smaps is cut to whole kilobytes, the sum of the kernel is not.
    expect(Math.abs((memory.pssBytes ?? NaN) - sum('Pss'))).toBeLessThan(64 * 1024);
    expect(memory.rssBytes).toBeGreaterThan(16 * 1024 ** 2);
  });

  it('has the CPU time that it counts for itself, threads that ended included', async () => {
    const child = node(`
      const { Worker } = require('node:worker_threads');
      const spin = 'const end = Date.now() + 250; while (Date.now() < end);';
      let left = 2;
      for (const _ of [1, 2]) new Worker(spin, { eval: true }).on('exit', () => {
        if (--left === 0) console.log('ended');
      });
      console.log('begun');
      process.stdin.on('data', () => {
        const { user, system } = process.cpuUsage();
        console.log((user + system) / 1000);
      });`);
    expect(await child.next()).toBe('begun');
    const meter = metered({ pid: child.pid });
    // Readings while the threads live are what lets the meter keep their time; the ticks catch the rest.
    const sampler = setInterval(() => meter.read(), 20);
    onTestFinished(() => clearInterval(sampler));
    expect(await child.next()).toBe('ended');
    const ownMs = Number(await child.ask('?'));
    const seenMs = meter.read()?.cpuTimeMs ?? NaN;
    expect(Math.abs(seenMs / ownMs - 1), `${seenMs} against ${ownMs}`).toBeLessThan(0.1);
  });

  it('shows the linear memory of a guest from outside, while it grows and whether touched or not', async () => {
    const child = node(`
      const memory = new WebAssembly.Memory({ initial: 2, maximum: 4096 });
      console.log('made');
      process.stdin.on('data', (pages) => { memory.grow(Number(pages)); console.log(memory.buffer.byteLength); });`);
    expect(await child.next()).toBe('made');
    const [found, ...others] = findLinearMemories(
      readFileSync(`/proc/${child.pid}/maps`, 'latin1'),
    );
    expect(others).toEqual([]);
    expect(found?.bytes).toBe(2 * PAGE);
    const meter = metered({ pid: child.pid, linearAddress: () => found?.start });
    const before = meter.read()?.memory;
    expect(before?.linearBytes).toBe(2 * PAGE);
    expect(await child.ask('1024')).toBe(String(1026 * PAGE));
    const after = metered({ pid: child.pid, linearAddress: () => found?.start }).read()?.memory;
    expect(after?.linearBytes).toBe(1026 * PAGE);
    expect((after?.rssBytes ?? NaN) - (before?.rssBytes ?? NaN)).toBeLessThan(16 * 1024 ** 2);
  });
});

describe("the host's meter", () => {
  it('sees a spinning child as ours, unless it hosts a guest', async () => {
    const child = spawn(twinPath('spin'), ['--forever']);
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    const all = new HostMeter();
    const withoutGuest = new HostMeter({ guestPids: () => [pid] });
    await all.read();
    await withoutGuest.read();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const [own, lab] = [await all.read(), await withoutGuest.read()];
    expect((own.ownCpuPercent ?? NaN) - (lab.ownCpuPercent ?? NaN)).toBeGreaterThan(10);
    expect(own.cpuPercent).toBeGreaterThan(5);
  });
});
