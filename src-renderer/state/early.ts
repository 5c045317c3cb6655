/** What arrives for a run whose comparison's answer is still on its way: kept, then applied in order. */
export class EarlyPushes<T> {
  readonly #byRun = new Map<string, ((target: T) => void)[]>();

  keep(runId: string, apply: (target: T) => void): void {
    const kept = this.#byRun.get(runId);
    if (kept === undefined) this.#byRun.set(runId, [apply]);
    else kept.push(apply);
  }

  applyTo(runId: string, target: T): void {
    for (const apply of this.#byRun.get(runId) ?? []) apply(target);
    this.#byRun.delete(runId);
  }

  clear(): void {
    this.#byRun.clear();
  }
}
