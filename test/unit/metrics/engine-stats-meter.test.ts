import { describe, expect, it } from 'vitest';
import { createEngineStatsMeter } from '../../../src-main/metrics/engine-stats-meter.js';
import { EngineClock } from '../../../src-main/metrics/engine/engine-clock.js';
import { toSample } from '../../../src-main/metrics/rates.js';
import { capturedText } from './kernel-files.js';

const message = (name: string) =>
  JSON.parse(capturedText(`engine/${name}.json`)) as Record<string, unknown>;
const V1 = message('docker-20.10-cgroup1');
const V2 = message('docker-cgroup2');
const PODMAN = message('podman-4.3-cgroup1');
const read = (value: unknown, engineMemoryBytes?: number) => {
  const meter = createEngineStatsMeter(
    engineMemoryBytes === undefined ? {} : { engineMemoryBytes },
  );
  meter.accept(value);
  return meter.read();
};

describe("an engine's stats messages", () => {
  it('are read as Docker sends them under cgroup version 1', () => {
    expect(read(V1)).toMatchObject({
      cpuTimeMs: 36.919363,
      memory: {
        cgroupBytes: 21577728,
        workingSetBytes: 21577728,
        anonBytes: 20983808,
        limitBytes: 67108864,
      },
      pids: 1,
      readBytes: 0,
      writtenBytes: 0,
      rxBytes: 646,
      txBytes: 0,
    });
  });

  it('are read as Docker sends them under cgroup version 2', () => {
    expect(read(V2)).toMatchObject({
      cpuTimeMs: 1284.511,
      memory: {
        cgroupBytes: 57081856,
        workingSetBytes: 57081856 - 9437184,
        anonBytes: 41943040,
        limitBytes: 67108864,
      },
      pids: 3,
      readBytes: 4218880,
      writtenBytes: 131072,
      rxBytes: 5112,
      txBytes: 2300,
    });
  });

  it('are read as Podman sends them, which tells less', () => {
    const reading = read(PODMAN);
    expect(reading?.memory).toEqual({ cgroupBytes: 21643264, limitBytes: 67108864 });
    expect(reading?.cpuTimeMs).toBe(44.440128);
  });

  it('have no limit when the engine puts the whole machine there', () => {
    const memory_stats = { usage: 5, limit: 25276514304 };
    expect(read({ ...V2, memory_stats }, 25276514304)?.memory).toEqual({ cgroupBytes: 5 });
  });

  it('leave traffic and block I/O absent where the engine says nothing of them', () => {
    const reading = read({
      ...V2,
      networks: undefined,
      blkio_stats: { io_service_bytes_recursive: null },
    });
    expect(Object.keys(reading ?? {})).not.toContain('rxBytes');
    expect(Object.keys(reading ?? {})).not.toContain('readBytes');
  });

  it('keep what is right when one part is not what it should be', () => {
    const odd = { ...V2, pids_stats: 'many', networks: { eth0: null } };
    expect(read(odd)?.memory.cgroupBytes).toBe(57081856);
    expect(Object.keys(read(odd) ?? {})).not.toContain('pids');
  });

  it.each([undefined, null, 'text', 5, [], {}])('are ignored when they are %j', (value) => {
    expect(read(value)).toBeUndefined();
  });

  it('are ignored after the end, when the engine sends zeros', () => {
    const zeros = {
      read: '0001-01-01T00:00:00Z',
      cpu_stats: { cpu_usage: { total_usage: 0 } },
      memory_stats: {},
    };
    expect(read(zeros)).toBeUndefined();
  });
});

describe('the meter fed with them', () => {
  it('gives each message once, and the newest when two came between readings', () => {
    const meter = createEngineStatsMeter();
    expect(meter.read()).toBeUndefined();
    meter.accept(V1);
    meter.accept(V2);
    expect(meter.read()?.pids).toBe(3);
    expect(meter.read()).toBeUndefined();
  });

  it('has no CPU rate in the first sample although the engine has one: there is no precpu yet', () => {
    const first = read(V1);
    expect(first && 'cpuPercent' in toSample(undefined, first, 0)).toBe(false);
  });

  it("knows the kernel's high-water mark under version 1, and does not take a limit for one", () => {
    const meter = createEngineStatsMeter();
    meter.accept(V1);
    expect(meter.peak()).toEqual({ cgroupBytes: 21577728 });
    const podman = createEngineStatsMeter();
    podman.accept({ ...PODMAN, memory_stats: { usage: 5, max_usage: 67108864, limit: 67108864 } });
    expect(podman.peak()).toEqual({});
  });
});

describe("the engine's clock laid on ours", () => {
  const stamp = (ms: number) => new Date(1_800_000_000_000 + ms).toISOString().replace('Z', '123Z');

  it("keeps the engine's own intervals when messages arrive late by different delays", () => {
    const clock = new EngineClock();
    expect(clock.toLocalMs(stamp(0), 500)).toBe(500);
    expect(clock.toLocalMs(stamp(1000), 1540)).toBe(1500);
    expect(clock.toLocalMs(stamp(2000), 2501)).toBe(2500);
  });

  it('never places a reading after its arrival', () => {
    const clock = new EngineClock();
    clock.toLocalMs(stamp(0), 500);
    expect(clock.toLocalMs(stamp(1000), 1490)).toBe(1490);
    expect(clock.toLocalMs(stamp(2000), 2600)).toBe(2490);
  });

  it('begins anew when one of the clocks jumped', () => {
    const clock = new EngineClock();
    clock.toLocalMs(stamp(0), 500);
    expect(clock.toLocalMs(stamp(-3_600_000), 1500)).toBe(1500);
    expect(clock.toLocalMs(stamp(-3_599_000), 2510)).toBe(2500);
  });

  it('reads fractions finer than a millisecond', () => {
    const clock = new EngineClock();
    clock.toLocalMs('2026-11-24T03:29:36.000000000Z', 0);
    expect(clock.toLocalMs('2026-11-24T03:29:36.000250000Z', 1)).toBeCloseTo(0.25, 3);
  });

  it.each([undefined, '', 'yesterday', '2026-13-45T99:99:99Z'])(
    'takes the arrival for %j',
    (text) => {
      expect(new EngineClock().toLocalMs(text, 42)).toBe(42);
    },
  );
});
