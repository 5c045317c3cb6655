import type { Memory } from '../contract/index.js';
import type { Throttling } from './cgroup/throttling.js';

/** Cumulative counters and present sizes at one monotonic time; what could not be read is absent. */
export interface Reading extends Throttling {
  /** `monotonicMs()` at the time of the reading. */
  atMs: number;
  cpuTimeMs?: number;
  memory: Memory;
  pids?: number;
  readBytes?: number;
  writtenBytes?: number;
  rxBytes?: number;
  txBytes?: number;
}

/** Where the numbers of one run come from. Reading is synchronous and cheap: files kept open, or the last stats message. */
export interface Meter {
  /** Undefined when nothing new can be read: not yet there, or gone. Never throws. */
  read(): Reading | undefined;
  /** The kernel's own high-water marks, where it keeps them. Never throws. */
  peak(): Memory;
  /** Processes that the kernel killed for want of memory, as of the latest reading. Absent where nothing counts them. */
  oomKills?(): number | undefined;
  close(): void;
}
