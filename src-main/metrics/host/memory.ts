import { totalmem } from 'node:os';
import { known, numberAfter, readText } from '../files/kernel-text.js';

const BYTES_PER_KB = 1024;

export interface HostMemory {
  memoryTotalBytes: number;
  /** Not available without swapping: MemTotal minus MemAvailable. */
  memoryUsedBytes?: number;
}

/** /proc/meminfo, filesystems/proc.rst 1.4 (MemAvailable is the kernel's own estimate). */
export function parseMeminfo(text: string): HostMemory | undefined {
  const totalKb = numberAfter(text, 'MemTotal:');
  const availableKb = numberAfter(text, 'MemAvailable:');
  if (totalKb === undefined) return undefined;
  return known<HostMemory>({
    memoryTotalBytes: totalKb * BYTES_PER_KB,
    memoryUsedBytes: availableKb === undefined ? undefined : (totalKb - availableKb) * BYTES_PER_KB,
  });
}

export async function readHostMemory(procRoot: string): Promise<HostMemory> {
  const parsed = parseMeminfo(readText(`${procRoot}/meminfo`) ?? '');
  return parsed ?? (await askSystem());
}

/** macOS and Windows: loaded only there, and `active` because `used` counts caches. */
async function askSystem(): Promise<HostMemory> {
  try {
    const { mem } = await import('systeminformation');
    const { total, active } = await mem();
    return { memoryTotalBytes: total, memoryUsedBytes: active };
  } catch {
    return { memoryTotalBytes: totalmem() };
  }
}
