import { toCount } from '../files/kernel-text.js';

/** The fields of /proc/PID/stat that are used, in the kernel's units (ticks, pages). */
export interface ProcessStat {
  /** `Z` is a zombie: ended, not yet reaped. */
  state: string;
  parentPid: number;
  /** User and system time of all threads, the ended ones too. */
  cpuTicks: number;
  threads: number;
  startTicks: number;
  /** Too small by what each core has not yet added, 0 for a small program: what one process has, its status says. */
  rssPages: number;
}

/** /proc/PID/stat, filesystems/proc.rst table 1-4. The name in parentheses may itself contain `) `. */
export function parseStat(text: string): ProcessStat | undefined {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (fieldNumber: number): number | undefined => toCount(fields[fieldNumber - 3]);
  const [userTicks, systemTicks] = [at(14), at(15)];
  if (userTicks === undefined || systemTicks === undefined) return undefined;
  return {
    state: fields[0] ?? '?',
    parentPid: at(4) ?? 0,
    cpuTicks: userTicks + systemTicks,
    threads: at(20) ?? 1,
    startTicks: at(22) ?? 0,
    rssPages: at(24) ?? 0,
  };
}
