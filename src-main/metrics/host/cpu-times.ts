import { cpus } from 'node:os';
import { readText, toCount } from '../files/kernel-text.js';

/** Cumulative time of all cores together; the unit is the platform's and cancels out in a share. */
export interface CpuTimes {
  busy: number;
  total: number;
}

/**
 * First line of /proc/stat (filesystems/proc.rst 1.7): user nice system idle iowait irq softirq steal
 * guest guest_nice. Guest time is already in user and nice. Stolen time counts as busy: it was not ours to use.
 */
export function parseProcStat(text: string): CpuTimes | undefined {
  const fields = /^cpu +([\d ]+)$/m.exec(text)?.[1]?.trim().split(/ +/).map(toCount);
  const times = fields?.slice(0, 8);
  if (times === undefined || times.length < 4) return undefined;
  const total = times.reduce<number>((sum, ticks) => sum + (ticks ?? 0), 0);
  return { total, busy: total - (times[3] ?? 0) - (times[4] ?? 0) };
}

/** Undefined where the platform tells nothing (some containers). */
export function readCpuTimes(procRoot: string): CpuTimes | undefined {
  const text = readText(`${procRoot}/stat`);
  if (text !== undefined) return parseProcStat(text);
  const all = cpus().map(({ times }) => times);
  if (all.length === 0) return undefined;
  const idle = all.reduce((sum, times) => sum + times.idle, 0);
  const busy = all.reduce((sum, times) => sum + times.user + times.nice + times.sys + times.irq, 0);
  return { busy, total: busy + idle };
}

/** Percent of all cores together; absent when the counters did not advance or went back. */
export function busyPercent(
  previous: CpuTimes | undefined,
  current: CpuTimes | undefined,
): number | undefined {
  if (previous === undefined || current === undefined) return undefined;
  const total = current.total - previous.total;
  const busy = current.busy - previous.busy;
  return total > 0 && busy >= 0 ? Math.min(100, (busy / total) * 100) : undefined;
}
