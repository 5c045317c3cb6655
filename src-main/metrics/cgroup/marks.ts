import { monotonicMs } from '../clock.js';
import type { KeptFile } from '../files/kept-file.js';
import { numberAfter, toCount } from '../files/kernel-text.js';

const KILLS_EVERY_MS = 1000;

/**
 * What the kernel keeps of a cgroup's past: its high-water mark and how many processes it killed. No part
 * of a reading, so that a meter which is only watched need not read it every time.
 */
export class KernelMarks {
  #peakFile: KeptFile | undefined;
  #killsFile: KeptFile | undefined;
  #killsReadAtMs = -Infinity;
  peakBytes: number | undefined;
  oomKills: number | undefined;

  constructor(private readonly isWatchedOnly = false) {}

  /** `kills` has a line `oom_kill N`. */
  open(peak: KeptFile | undefined, kills: KeptFile | undefined): void {
    if (this.isWatchedOnly) peak?.close();
    else this.#peakFile = peak;
    this.#killsFile = kills;
  }

  /** With every reading: the last values stay when the cgroup is gone. */
  read(): void {
    this.peakBytes = toCount(this.#peakFile?.text()) ?? this.peakBytes;
    if (this.isWatchedOnly) {
      const nowMs = monotonicMs();
      if (nowMs - this.#killsReadAtMs < KILLS_EVERY_MS) return;
      this.#killsReadAtMs = nowMs;
    }
    this.oomKills = numberAfter(this.#killsFile?.text() ?? '', 'oom_kill ') ?? this.oomKills;
  }

  close(): void {
    this.#peakFile?.close();
    this.#killsFile?.close();
  }
}
