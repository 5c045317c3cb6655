import { monotonicMs } from './clock.js';

/** Of one core's time, what a costly reading may take on average. */
const SHARE = 0.05;

/**
 * Spaces a costly reading so that it takes at most 5 % of one core: after one that took 3 ms the next
 * is due 60 ms after it began, so that ten a second have no gaps.
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
