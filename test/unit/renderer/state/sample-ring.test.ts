import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../../src-main/contract/index.js';
import { InstanceTrack } from '../../../../src-renderer/state/instance-track.js';
import { SampleRing } from '../../../../src-renderer/state/sample-ring.js';
import type { RingSeries } from '../../../../src-renderer/state/sample-ring.js';

const cpu = (tMs: number, cpuPercent: number): Sample => ({ tMs, cpuPercent, memory: {} });

function points(ring: SampleRing, name: RingSeries = 'cpuPercent', fromMs = 0): number[][] {
  const found: number[][] = [];
  ring.each(name, fromMs, (tMs, value) => found.push([tMs, value]));
  return found;
}

describe('a ring of samples', () => {
  it('keeps the last two minutes and no more', () => {
    const ring = new SampleRing();
    for (let second = 0; second < 600; second += 1) ring.add(cpu(second * 1000, second));
    const kept = points(ring);
    expect(kept[kept.length - 1]).toEqual([599_000, 599]);
    expect(kept.length).toBe(ring.length);
    expect(kept.length).toBeGreaterThanOrEqual(120);
    expect(kept.length).toBeLessThan(130);
    expect(points(ring, 'cpuPercent', 590_000)).toHaveLength(10);
  });

  it('keeps the highest of what was read within a second, so that no peak is lost', () => {
    const ring = new SampleRing();
    for (const [tMs, percent] of [
      [5000, 1],
      [5100, 90],
      [5900, 2],
      [6000, 3],
    ] as const) {
      ring.add(cpu(tMs, percent));
    }
    expect(points(ring)).toEqual([
      [5000, 90],
      [6000, 3],
    ]);
  });

  it('has a gap where a value could not be read, and nothing of what was never read', () => {
    const ring = new SampleRing();
    ring.add({ tMs: 0, memory: { workingSetBytes: 5 } });
    ring.add({ tMs: 1000, memory: {} });
    ring.add({ tMs: 2000, memory: { workingSetBytes: 7 } });
    expect(points(ring, 'workingSetBytes').map(([, value]) => value)).toEqual([5, Number.NaN, 7]);
    expect(points(ring, 'pssBytes')).toEqual([]);
  });

  it('says nothing of before for a series that was read later than others', () => {
    const ring = new SampleRing();
    ring.add(cpu(0, 1));
    ring.add({ tMs: 1000, cpuPercent: 2, memory: { rssBytes: 9 } });
    expect(points(ring, 'rssBytes').map(([, value]) => value)).toEqual([Number.NaN, 9]);
  });
});

describe('the track of an instance', () => {
  const rx = (tMs: number, rxBytes: number, cpuTimeMs = tMs): Sample => ({
    tMs,
    rxBytes,
    cpuTimeMs,
    memory: {},
  });

  it('leaves out what it already has: a listing repeats it', () => {
    const track = new InstanceTrack();
    track.add([cpu(1000, 1), cpu(2000, 2)]);
    track.add([cpu(1000, 50), cpu(2000, 60), cpu(3000, 3)]);
    expect(points(track.ring).map(([, value]) => value)).toEqual([1, 2, 3]);
  });

  it('takes rates over about a second, also when samples come ten times as often', () => {
    const track = new InstanceTrack();
    track.add(Array.from({ length: 8 }, (_, at) => rx(at * 100, at * 50)));
    expect(track.rates).toEqual({});
    track.add([rx(900, 450), rx(1000, 5000)]);
    expect(track.rates).toEqual({ rxBytesPerSecond: 500 });
  });

  it('takes no rate across a restart: another life has other counters', () => {
    const track = new InstanceTrack();
    track.add([rx(0, 100, 5000), rx(1000, 600, 5500)]);
    expect(track.rates).toEqual({ rxBytesPerSecond: 500 });
    track.add([rx(2000, 900, 20)]);
    expect(track.rates).toEqual({});
    expect(track.latest?.rxBytes).toBe(900);
  });
});
