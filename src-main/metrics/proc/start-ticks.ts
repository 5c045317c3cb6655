import { readFileSync } from 'node:fs';
import { parseStat } from './stat.js';

/** When a process began, in ticks since the boot: with its pid, it is nobody else's. Undefined when there is none, or no /proc. */
export function processStartTicks(pid: number): number | undefined {
  try {
    const stat = parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return stat?.state === 'Z' ? undefined : stat?.startTicks;
  } catch {
    return undefined;
  }
}
