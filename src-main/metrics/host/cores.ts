import { cpus } from 'node:os';
import { readText } from '../files/kernel-text.js';
import { busyPercent, parseProcStat } from './cpu-times.js';
import type { CpuTimes } from './cpu-times.js';

/** By number: a core that is turned off has no line, and those after it keep their numbers. */
export type CoreTimes = ReadonlyMap<number, CpuTimes>;

/** The lines `cpu0`, `cpu1`, … of /proc/stat (filesystems/proc.rst 1.7), columns as in its first line. */
export function parseCores(text: string): CoreTimes {
  const cores = new Map<number, CpuTimes>();
  for (const match of text.matchAll(/^cpu(\d+) ([\d ]+)$/gm)) {
    const times = parseProcStat(`cpu ${match[2] ?? ''}`);
    if (times !== undefined) cores.set(Number(match[1]), times);
  }
  return cores;
}

export function readCores(procRoot: string): CoreTimes {
  const text = readText(`${procRoot}/stat`);
  if (text !== undefined) return parseCores(text);
  return new Map(
    cpus().map(({ times: { user, nice, sys, irq, idle } }, core) => {
      const busy = user + nice + sys + irq;
      return [core, { busy, total: busy + idle }];
    }),
  );
}

/** How many share the load that is given as percent of all. */
export function availableCores(procRoot = '/proc'): number {
  return Math.max(1, readCores(procRoot).size);
}

/** Each core's load in the order of their numbers; undefined when one of them has no two readings. */
export function coresPercent(previous: CoreTimes, current: CoreTimes): number[] | undefined {
  if (current.size === 0) return undefined;
  const percents = [...current].map(([core, times]) => busyPercent(previous.get(core), times));
  return percents.every((percent) => percent !== undefined) ? percents : undefined;
}
