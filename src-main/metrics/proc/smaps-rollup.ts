import { known, numberAfter } from '../files/kernel-text.js';

const BYTES_PER_KB = 1024;

export interface ResidentMemory {
  rssBytes?: number;
  pssBytes?: number;
  privateDirtyBytes?: number;
}

/** /proc/PID/smaps_rollup (filesystems/proc.rst and ABI/testing/procfs-smaps_rollup); empty for a zombie. */
export function parseSmapsRollup(text: string): ResidentMemory {
  const bytes = (key: string): number | undefined => {
    const kilobytes = numberAfter(text, key);
    return kilobytes === undefined ? undefined : kilobytes * BYTES_PER_KB;
  };
  return known<ResidentMemory>({
    rssBytes: bytes('Rss:'),
    pssBytes: bytes('Pss:'),
    privateDirtyBytes: bytes('Private_Dirty:'),
  });
}

/** Sums process by process; a definition that one of them lacks is absent from the sum. */
export function sumResident(parts: ResidentMemory[]): ResidentMemory {
  const total = (name: keyof ResidentMemory): number | undefined => {
    let sum = 0;
    for (const part of parts) {
      const value = part[name];
      if (value === undefined) return undefined;
      sum += value;
    }
    return parts.length === 0 ? undefined : sum;
  };
  return known<ResidentMemory>({
    rssBytes: total('rssBytes'),
    pssBytes: total('pssBytes'),
    privateDirtyBytes: total('privateDirtyBytes'),
  });
}
