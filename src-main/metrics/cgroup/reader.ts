import type { Memory } from '../../contract/index.js';
import type { Throttling } from './throttling.js';

/** What one cgroup says at one moment; cumulative counters and present sizes. */
export interface CgroupNumbers extends Throttling {
  cpuTimeMs?: number;
  memory: Memory;
  pids?: number;
  readBytes?: number;
  writtenBytes?: number;
}

/** The files of one cgroup, kept open. */
export interface CgroupReader {
  /** Undefined when the cgroup is gone. */
  read(): CgroupNumbers | undefined;
  /** The kernel's high-water mark, last seen at the latest read. */
  peakBytes(): number | undefined;
  /** How many processes of it the kernel has killed for want of memory, last seen at the latest read. */
  oomKills(): number | undefined;
  close(): void;
}

/** What `docker stats` shows: usage without the page cache that the kernel would drop first. Never below 0. */
export function workingSet(
  usageBytes: number | undefined,
  inactiveFileBytes: number | undefined,
): number | undefined {
  if (usageBytes === undefined || inactiveFileBytes === undefined) return undefined;
  return Math.max(0, usageBytes - inactiveFileBytes);
}
