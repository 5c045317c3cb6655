import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Memory } from '../../../src-main/contract/index.js';
import {
  createCgroupMeter,
  createEngineStatsMeter,
  toSample,
} from '../../../src-main/metrics/index.js';
import type { Meter, Reading } from '../../../src-main/metrics/index.js';
import { TestContainers } from '../../support/containers.js';
import type { Started } from '../../support/containers.js';

const MIB = 1024 ** 2;
const containers = new TestContainers();
beforeAll(() => containers.prepare());
afterAll(() => containers.removeAll());

const meterOf = ({ id, pid }: Started) =>
  createCgroupMeter({ pid, containerId: id, fineMemory: true });

/** One reading of the engine, as it would come from an engine elsewhere. */
async function engineReading({ container }: Started): Promise<Reading> {
  const meter = createEngineStatsMeter();
  meter.accept(await container.stats({ stream: false, 'one-shot': true }));
  return meter.read() ?? expect.fail('the engine sent no stats');
}

/** Reads until `accept` is content; how long it takes is the test's own time limit. */
async function readUntil(meter: Meter, accept: (reading: Reading) => boolean): Promise<Reading> {
  for (;;) {
    const reading = meter.read();
    if (reading !== undefined && accept(reading)) return reading;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a real container that holds 32 MiB', () => {
  let held: Started;
  let meter: Meter;
  let reading: Reading;
  beforeAll(async () => {
    const limits = { Memory: 64 * MIB, PidsLimit: 32 };
    held = await containers.start(
      ['/grow', '--to', '32m', '--step', '8m', '--hold', '600s'],
      limits,
    );
    meter = meterOf(held);
    // Fine memory comes when it is due; the kernel brings anon up to date within 2 s.
    reading = await readUntil(meter, ({ memory }) => isComplete(memory, 32 * MIB));
  });
  afterAll(() => meter.close());

  it('shows every definition, each at least what it holds, and the limit', () => {
    const { limitBytes, ...memory } = reading.memory;
    expect(limitBytes).toBe(64 * MIB);
    for (const [name, bytes] of Object.entries(memory)) {
      expect(bytes, name).toBeGreaterThanOrEqual(32 * MIB);
      expect(bytes, name).toBeLessThan(40 * MIB);
    }
    expect(meter.peak().cgroupBytes).toBeGreaterThanOrEqual(memory.cgroupBytes ?? NaN);
  });

  it('agrees with what the engine itself says at the same moment', async () => {
    const engine = await engineReading(held);
    for (const name of ['cgroupBytes', 'workingSetBytes', 'anonBytes', 'limitBytes'] as const) {
      expectRatio(reading.memory[name], engine.memory[name], 0.02, name);
    }
    expectRatio(reading.cpuTimeMs, engine.cpuTimeMs, 0.02, 'cpuTimeMs');
    expect(reading.pids).toBe(engine.pids);
  });

  it('agrees with `docker stats` to its last printed digit', () => {
    const printed = execFileSync('docker', [
      ...['stats', '--no-stream', '--format', '{{.MemUsage}}', held.id],
    ]).toString();
    const [, usedMib] = /^([\d.]+)MiB \/ 64MiB/.exec(printed) ?? [];
    expectRatio((reading.memory.workingSetBytes ?? NaN) / MIB, Number(usedMib), 0.02, printed);
  });

  it('agrees with `ps` on RSS', () => {
    const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(held.pid)]));
    expectRatio(reading.memory.rssBytes, kilobytes * 1024, 0.02, 'rssBytes');
  });

  it('is 0 and not absent for traffic on a network namespace of its own', () => {
    expect(reading).toMatchObject({
      rxBytes: 0,
      txBytes: 0,
      readBytes: expect.any(Number) as number,
    });
  });
});

describe('a real container that grows', () => {
  it('draws a curve that only rises, up to what it took, and remembers the top after its end', async () => {
    const grow = ['/grow', '--to', '24m', '--step', '4m', '--pace', '60ms'];
    const growing = await containers.start(grow, { Memory: 64 * MIB });
    const descriptors = readdirSync('/proc/self/fd').length;
    const meter = meterOf(growing);
    const curve: number[] = [];
    const sampler = setInterval(() => {
      const bytes = meter.read()?.memory.cgroupBytes;
      if (bytes !== undefined) curve.push(bytes);
    }, 10);
    expect(await growing.container.wait()).toMatchObject({ StatusCode: 0 });
    clearInterval(sampler);
    const steps = new Set(curve.map((bytes) => Math.floor(bytes / (4 * MIB))));
    expect(steps.size).toBeGreaterThanOrEqual(5);
    // The kernel gives a few pages back at the very end, when the process is taken apart.
    const top = curve.indexOf(Math.max(...curve));
    expect(rises(curve.slice(0, top + 1), MIB)).toBe(true);
    const peak = meter.peak().cgroupBytes ?? NaN;
    expect(peak).toBeGreaterThanOrEqual(Math.max(...curve));
    expect(peak / MIB).toBeGreaterThan(20);
    expect(peak / MIB).toBeLessThan(32);
    expect(meter.read()).toBeUndefined();
    meter.close();
    expect(readdirSync('/proc/self/fd').length).toBeLessThanOrEqual(descriptors);
  });
});

describe('a real container that spins', () => {
  it('has the CPU rate that the engine measures over the same time, and obeys its quota', async () => {
    const spinning = await containers.start(['/spin', '--forever'], { NanoCpus: 0.4e9 });
    const meter = meterOf(spinning);
    const begin = { ours: readNow(meter), engine: await engineReading(spinning) };
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const end = { ours: readNow(meter), engine: await engineReading(spinning) };
    meter.close();
    const ours = toSample(begin.ours, end.ours, 0).cpuPercent;
    const engines = toSample(begin.engine, end.engine, 0).cpuPercent;
    expectRatio(ours, engines, 0.15, 'cpuPercent');
    expect(ours).toBeGreaterThan(5);
    expect(ours).toBeLessThan(60);
  });
});

describe('the network of a container', () => {
  it("is absent on the host's own, which is not the container's traffic", async () => {
    const onHost = await containers.start(['/spin', '--forever'], {
      NetworkMode: 'host',
      NanoCpus: 0.05e9,
    });
    const meter = meterOf(onHost);
    expect(Object.keys(readNow(meter))).not.toContain('rxBytes');
    meter.close();
  });
});

describe('a container that is found by its id alone', () => {
  it('is measured without its process being known', async () => {
    const idle = await containers.start(['/grow', '--to', '1m', '--hold', '600s']);
    const meter = createCgroupMeter({ containerId: idle.id, fineMemory: true });
    const reading = await readUntil(meter, ({ memory }) => memory.rssBytes !== undefined);
    meter.close();
    expect(reading.cpuTimeMs).toBeGreaterThan(0);
    expect('limitBytes' in reading.memory).toBe(false);
  });
});

function readNow(meter: Meter): Reading {
  return meter.read() ?? expect.fail('the meter reads nothing');
}

function isComplete(memory: Memory, bytes: number): boolean {
  const { anonBytes, rssBytes, privateDirtyBytes } = memory;
  return [anonBytes, rssBytes, privateDirtyBytes].every((value) => (value ?? 0) >= bytes);
}

function rises(values: number[], tolerance: number): boolean {
  return values.every((value, index) => value >= (values[index - 1] ?? 0) - tolerance);
}

function expectRatio(actual = NaN, expected = NaN, tolerance: number, what: string): void {
  expect(Math.abs(actual / expected - 1), `${what}: ${actual} against ${expected}`).toBeLessThan(
    tolerance,
  );
}
