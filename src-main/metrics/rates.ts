import type { Memory, MemoryName, Sample } from '../contract/index.js';
import type { Reading } from './meter.js';

/**
 * A reading as a sample on the axis of its run, whose zero is `zeroMs`. The CPU rate is divided
 * by the time that really passed between the two readings; it is absent in the first, and whenever a
 * counter went backwards (another process or a new cgroup: the difference would mean nothing).
 */
export function toSample(previous: Reading | undefined, current: Reading, zeroMs: number): Sample {
  const { atMs, ...values } = current;
  const sample: Sample = { tMs: atMs - zeroMs, ...values };
  const cpuPercent = cpuPercentBetween(previous, current);
  if (cpuPercent !== undefined) sample.cpuPercent = cpuPercent;
  return sample;
}

/** Percent of one core; 200 is two cores fully used. */
function cpuPercentBetween(previous: Reading | undefined, current: Reading): number | undefined {
  if (previous?.cpuTimeMs === undefined || current.cpuTimeMs === undefined) return undefined;
  const elapsedMs = current.atMs - previous.atMs;
  const usedMs = current.cpuTimeMs - previous.cpuTimeMs;
  return elapsedMs > 0 && usedMs >= 0 ? (usedMs / elapsedMs) * 100 : undefined;
}

/** The higher of both for each definition; a definition known to only one side is kept. */
export function mergePeak(peak: Memory, memory: Memory): Memory {
  const merged: Memory = { ...peak };
  for (const [name, value] of Object.entries(memory) as [MemoryName, number | undefined][]) {
    const highest = merged[name];
    if (value !== undefined && (highest === undefined || value > highest)) merged[name] = value;
  }
  return merged;
}
