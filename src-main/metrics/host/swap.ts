import { known, numberAfter, readText } from '../files/kernel-text.js';

const BYTES_PER_KB = 1024;

export interface Swap {
  swapUsedBytes?: number;
  swapTotalBytes?: number;
}

/** /proc/meminfo, filesystems/proc.rst 1.4. A machine without swap has 0 of it, which is known. */
export function parseSwap(meminfo: string): Swap {
  const totalKb = numberAfter(meminfo, 'SwapTotal:');
  const freeKb = numberAfter(meminfo, 'SwapFree:');
  return known<Swap>({
    swapTotalBytes: totalKb === undefined ? undefined : totalKb * BYTES_PER_KB,
    swapUsedBytes:
      totalKb === undefined || freeKb === undefined ? undefined : (totalKb - freeKb) * BYTES_PER_KB,
  });
}

export async function readSwap(procRoot: string): Promise<Swap> {
  const text = readText(`${procRoot}/meminfo`);
  if (text !== undefined) return parseSwap(text);
  try {
    const { mem } = await import('systeminformation');
    const { swaptotal, swapused } = await mem();
    return { swapTotalBytes: swaptotal, swapUsedBytes: swapused };
  } catch {
    return {};
  }
}
