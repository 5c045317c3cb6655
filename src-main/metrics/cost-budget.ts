import { monotonicMs } from './clock.js';

/** Of one core's time, what the costly reading of one meter may take in the long run, and those of all meters together. */
const MOST_SHARE = 0.05;
const MOST_SHARE_OF_ALL = 0.1;
/** What may be saved up for a burst: a second's worth. A new budget starts with it. */
const MOST_SAVED_MS = 20;

/** CPU time that this process has used: wall time would also count its waiting on a busy machine. */
type CpuClock = () => number;

const processCpuMs: CpuClock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Spaces a costly reading so that it takes at most 5 % of one core in the long run, and with all
 * others at most 10 %. At ten samples a second there are thus no gaps for two meters whose reading
 * takes up to 5 ms each, nor for twenty of up to 0.5 ms.
 */
export class CostBudget {
  private static live = 0;
  private savedMs = MOST_SAVED_MS;
  private savedAtMs: number;

  constructor(
    private readonly now = monotonicMs,
    private readonly cpuMs = processCpuMs,
  ) {
    this.savedAtMs = now();
    CostBudget.live += 1;
  }

  /** Leaves its share to the others. Once only. */
  close(): void {
    CostBudget.live -= 1;
  }

  /** Runs `measure` when there is time left for it, otherwise returns undefined: absent, never repeated. */
  spend<T>(measure: () => T): T | undefined {
    this.save();
    if (this.savedMs <= 0) return undefined;
    const [wallBefore, cpuBefore] = [this.now(), this.cpuMs()];
    const result = measure();
    // Other threads of this process count into its CPU time, but never for longer than the wall shows.
    this.savedMs -= Math.min(this.now() - wallBefore, this.cpuMs() - cpuBefore);
    return result;
  }

  private save(): void {
    const nowMs = this.now();
    const share = Math.min(MOST_SHARE, MOST_SHARE_OF_ALL / CostBudget.live);
    this.savedMs = Math.min(MOST_SAVED_MS, this.savedMs + (nowMs - this.savedAtMs) * share);
    this.savedAtMs = nowMs;
  }
}
