import { known, numberAfter, readText, toCount } from '../files/kernel-text.js';
import { kernelUnits } from '../proc/auxv.js';
import { parseSwap } from './swap.js';

const BYTES_PER_KB = 1024;

export interface SpareMemory {
  /** MemAvailable: what programs may still take without swapping, by the kernel's estimate. */
  availableBytes?: number;
  /**
   * Free pages that each core keeps in a list of its own, which MemAvailable leaves out: since Linux 6.7 these may be
   * a gigabyte of what was freed a moment ago.
   */
  keptByCoresBytes?: number;
  swapUsedBytes?: number;
  /** Whether KSM merges equal pages (admin-guide/mm/ksm.rst): then private pages of different guests may be one. */
  mergesPages?: boolean;
}

/** /proc/meminfo, filesystems/proc.rst 1.4. Empty where there is none. */
export function readSpareMemory(procRoot = '/proc', sysRoot = '/sys'): SpareMemory {
  const meminfo = readText(`${procRoot}/meminfo`) ?? '';
  const availableKb = numberAfter(meminfo, 'MemAvailable:');
  const keptPages = parsePagesets(readText(`${procRoot}/zoneinfo`) ?? '');
  const ksm = toCount(readText(`${sysRoot}/kernel/mm/ksm/run`));
  return known<SpareMemory>({
    availableBytes: availableKb === undefined ? undefined : availableKb * BYTES_PER_KB,
    keptByCoresBytes:
      keptPages === undefined ? undefined : keptPages * kernelUnits(procRoot).pageBytes,
    swapUsedBytes: parseSwap(meminfo).swapUsedBytes,
    mergesPages: ksm === undefined ? undefined : ksm === 1,
  });
}

/** Pages in the lists of all cores, by /proc/zoneinfo (mm/vmstat.c, zoneinfo_show_print). Undefined without any. */
export function parsePagesets(zoneinfo: string): number | undefined {
  const counts = [...zoneinfo.matchAll(/^ +count: +(\d+)$/gm)];
  if (counts.length === 0) return undefined;
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}
