import { monotonicMs } from './clock.js';

/** Of one core's time, what a costly reading may take on average. */
const SHARE = 0.02;

/**
 * Spaces a costly reading so that it takes at most 2 % of one core: after one that took 3 ms the next
 * is due 150 ms after it began. A reading that takes 0.2 ms is thus possible every 10 ms.
 */
export class CostBudget {
  private dueAtMs = 0;

  /** Runs `measure` if it is due, otherwise returns undefined: absent, never repeated. */
  spend<T>(measure: () => T): T | undefined {
    const beganMs = monotonicMs();
    if (beganMs < this.dueAtMs) return undefined;
    const result = measure();
    this.dueAtMs = beganMs + (monotonicMs() - beganMs) / SHARE;
    return result;
  }
}
