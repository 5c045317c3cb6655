/** A burst says enough with its first ones; all alerts are in the window. */
const MOST_AT_ONCE = 5;
const ONE_MORE_EVERY_MS = 10_000;

/** How many notifications may be shown: five at once, then one more every ten seconds. */
export class NotificationBudget {
  #left = MOST_AT_ONCE;
  #countedAtMs: number;

  constructor(private readonly nowMs: () => number = () => performance.now()) {
    this.#countedAtMs = nowMs();
  }

  /** False when there is none left. */
  spend(): boolean {
    const nowMs = this.nowMs();
    this.#left = Math.min(
      MOST_AT_ONCE,
      this.#left + (nowMs - this.#countedAtMs) / ONE_MORE_EVERY_MS,
    );
    this.#countedAtMs = nowMs;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
