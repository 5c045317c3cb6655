import { toCount } from '../files/kernel-text.js';

/** In pages. */
export interface ProcessPages {
  /** All addresses that are taken, reserved ones included. */
  size: number;
  /** Writable private memory and stack: it changes when a reservation is opened or closed. */
  data: number;
}

/** /proc/PID/statm, filesystems/proc.rst table 1-3. Anybody may read it; all zeros for a zombie. */
export function parseStatm(text: string): ProcessPages | undefined {
  const fields = text.trim().split(' ');
  const [size, data] = [toCount(fields[0]), toCount(fields[5])];
  return size === undefined || data === undefined ? undefined : { size, data };
}
