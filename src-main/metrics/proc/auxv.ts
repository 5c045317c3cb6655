import { readFileSync } from 'node:fs';

/** Keys of include/uapi/linux/auxvec.h. */
const AT_PAGESZ = 6n;
const AT_CLKTCK = 17n;

export interface KernelUnits {
  pageBytes: number;
  /** Ticks a second in /proc/PID/stat and /proc/stat. */
  ticksPerSecond: number;
}

/** What every Linux on x86-64 has; other machines may have larger pages. */
const USUAL: KernelUnits = { pageBytes: 4096, ticksPerSecond: 100 };

/** The units of this kernel, from our own auxiliary vector (pairs of 64-bit words). */
export function kernelUnits(procRoot = '/proc'): KernelUnits {
  try {
    return parseAuxv(readFileSync(`${procRoot}/self/auxv`));
  } catch {
    return USUAL;
  }
}

export function parseAuxv(auxv: Buffer): KernelUnits {
  const units = { ...USUAL };
  for (let at = 0; at + 16 <= auxv.length; at += 16) {
    const key = auxv.readBigUInt64LE(at);
    const value = Number(auxv.readBigUInt64LE(at + 8));
    if (key === AT_PAGESZ) units.pageBytes = value;
    if (key === AT_CLKTCK) units.ticksPerSecond = value;
  }
  return units;
}
