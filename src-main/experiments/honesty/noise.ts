import { cpus, loadavg } from 'node:os';
import type { MachineNoise } from '../../contract/index.js';
import { readText } from '../../metrics/files/kernel-text.js';

/** Columns of /proc/stat's first line (filesystems/proc.rst 1.7). */
const IDLE = 3;
const IOWAIT = 4;
const STEAL = 7;

/** What else keeps the machine busy: from now until the returned function is called. */
export function watchNoise(procRoot = '/proc'): () => MachineNoise {
  const before = ticks(procRoot);
  return () => ({ ...noiseNow(), ...shares(before, ticks(procRoot)) });
}

/** What can be told of one moment. */
export function noiseNow(): MachineNoise {
  const speeds = cpus().map(({ speed }) => speed);
  const frequencyMHz = speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length;
  return { load1: loadavg()[0] ?? 0, ...(frequencyMHz > 0 ? { frequencyMHz } : {}) };
}

function shares(
  before: readonly number[] | undefined,
  after: readonly number[] | undefined,
): Pick<MachineNoise, 'stealPercent' | 'busyPercent'> {
  if (before === undefined || after === undefined) return {};
  const passed = after.map((count, column) => count - (before[column] ?? 0));
  const total = passed.reduce((sum, count) => sum + count, 0);
  if (total <= 0) return {};
  const idle = (passed[IDLE] ?? 0) + (passed[IOWAIT] ?? 0);
  return {
    busyPercent: (100 * (total - idle)) / total,
    ...(passed.length > STEAL ? { stealPercent: (100 * (passed[STEAL] ?? 0)) / total } : {}),
  };
}

function ticks(procRoot: string): number[] | undefined {
  const line = /^cpu +([\d ]+)$/m.exec(readText(`${procRoot}/stat`) ?? '')?.[1];
  return line
    ?.trim()
    .split(/ +/)
    .slice(0, STEAL + 1)
    .map(Number);
}
