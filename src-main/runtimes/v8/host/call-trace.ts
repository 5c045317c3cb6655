/** Counts are reported at most so often: a guest may call a million times a second. */
const REPORT_PERIOD_MS = 20;

/**
 * Counts the calls of each import. A name is reported at its first call, so that also of a guest that is killed it is
 * known what it used; counts may then be so much behind.
 */
export class CallTrace {
  private readonly counts = new Map<string, number>();
  private reportedMs = -Infinity;
  private isReported = true;

  constructor(
    private readonly nowMs: () => number,
    private readonly report: (counts: Record<string, number>) => void,
  ) {}

  count(name: string): void {
    const before = this.counts.get(name) ?? 0;
    this.counts.set(name, before + 1);
    this.isReported = false;
    if (before === 0 || this.nowMs() - this.reportedMs >= REPORT_PERIOD_MS) this.flush();
  }

  /** Reports what has not been reported yet. */
  flush(): void {
    if (this.isReported) return;
    this.isReported = true;
    this.reportedMs = this.nowMs();
    this.report(Object.fromEntries(this.counts));
  }
}
