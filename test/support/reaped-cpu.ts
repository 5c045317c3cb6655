import { readFileSync } from 'node:fs';
import { kernelUnits } from '../../src-main/metrics/proc/auxv.js';

/** User and system time of what a process has waited for, in ticks: cutime and cstime, fields 16 and 17 of stat (proc(5)). */
export function reapedCpuMs(pid: number | 'self' = 'self'): number {
  const fields = readFileSync(`/proc/${String(pid)}/stat`, 'latin1')
    .replace(/^.*\) /, '')
    .split(' ');
  const { ticksPerSecond } = kernelUnits('/proc');
  return ((Number(fields[13]) + Number(fields[14])) * 1000) / ticksPerSecond;
}
