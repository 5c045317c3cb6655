import type { IsolationFact, Phase, Warning } from '../../../src-main/contract/index.js';
import { monotonicMs } from '../../../src-main/metrics/clock.js';
import type { Meter } from '../../../src-main/metrics/meter.js';
import type { RunObserver } from '../../../src-main/runtimes/runtime.js';

/** An observer that keeps what it is told, and lets a test wait for it. */
export class Recorder implements RunObserver {
  readonly phases: { name: Phase['name']; bound: string; atMs: number }[] = [];
  readonly facts = new Map<string, IsolationFact>();
  readonly warnings: Warning[] = [];
  readonly bytes = { stdout: 0, stderr: 0 };
  latestMeter: Meter | undefined;
  pid = 0;
  calls: Record<string, number> | undefined;
  private readonly chunks = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
  private readonly waiting = new Set<{ isMet: () => boolean; resolve: () => void }>();

  /** With `keepsOutput` false only counts, for guests that write much. */
  constructor(private readonly keepsOutput = true) {}

  began(): void {
    // This one keeps the lab's own times.
  }

  phase(name: Phase['name'], bound: string, atMs = monotonicMs()): void {
    this.phases.push({ name, bound, atMs });
    this.wake();
  }

  marks(): void {
    // Of containers only.
  }

  rename(name: Phase['name'], bound: string): void {
    const last = this.phases.at(-1);
    if (last !== undefined) Object.assign(last, { name, bound });
  }

  output(stream: 'stdout' | 'stderr', chunk: Uint8Array): void {
    this.bytes[stream] += chunk.length;
    if (this.keepsOutput) this.chunks[stream].push(chunk);
    this.wake();
  }

  meter(meter: Meter): void {
    this.latestMeter = meter;
  }

  isolation(facts: IsolationFact[]): void {
    for (const fact of facts) this.facts.set(fact.id, fact);
  }

  warning(warning: Warning): void {
    this.warnings.push(warning);
  }

  usage(): void {
    // The record's, which is tested as a whole.
  }

  importCalls(calls: Record<string, number>): void {
    this.calls = calls;
    this.wake();
  }

  instance(name: string): void {
    this.pid = Number(name);
  }

  get stdout(): string {
    return Buffer.concat(this.chunks.stdout).toString('utf8');
  }

  get stderr(): string {
    return Buffer.concat(this.chunks.stderr).toString('utf8');
  }

  /** Resolves when `isMet` holds, looked at whenever something was reported. */
  until(isMet: () => boolean): Promise<void> {
    if (isMet()) return Promise.resolve();
    return new Promise((resolve) => this.waiting.add({ isMet, resolve }));
  }

  private wake(): void {
    for (const entry of this.waiting) {
      if (!entry.isMet()) continue;
      this.waiting.delete(entry);
      entry.resolve();
    }
  }
}
