import { known, readText, toCount } from '../files/kernel-text.js';
import { locateCgroup } from './locate.js';
import type { CgroupQuery } from './locate.js';
import { CgroupProcesses } from './processes.js';

export interface CgroupPeaks {
  /** The page cache is in it. */
  memoryBytes?: number;
  /** Processes and threads; where the kernel keeps no peak (before 6.1), how many there are now. */
  pids?: number;
  /** Those that are in it now, in the reader's pid namespace. */
  processes?: number[];
}

/**
 * The most a cgroup ever held (cgroup-v2.rst: memory.peak, pids.peak; cgroup-v1/memory.rst: max_usage_in_bytes);
 * undefined when it cannot be seen.
 */
export function readCgroupPeaks(query: CgroupQuery): CgroupPeaks | undefined {
  const location = locateCgroup(query);
  if (location === undefined) return undefined;
  const { memory, pids, any } =
    location.version === 2
      ? { memory: location.directory, pids: location.directory, any: location.directory }
      : { ...location.directories, any: Object.values(location.directories)[0] };
  const first = (directory: string | undefined, ...names: string[]): number | undefined =>
    directory === undefined
      ? undefined
      : names
          .map((name) => toCount(readText(`${directory}/${name}`)))
          .find((value) => value !== undefined);
  return known<CgroupPeaks>({
    memoryBytes: first(memory, 'memory.peak', 'memory.max_usage_in_bytes'),
    pids: first(pids, 'pids.peak', 'pids.current'),
    processes: any === undefined ? undefined : processesIn(any),
  });
}

function processesIn(directory: string): number[] {
  const processes = new CgroupProcesses(directory);
  try {
    return processes.pids();
  } finally {
    processes.close();
  }
}
