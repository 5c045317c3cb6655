import type { IsolationFact, PhaseName, Warning } from '../../../src-main/contract/index.js';
import type { Meter } from '../../../src-main/metrics/index.js';
import { monotonicMs } from '../../../src-main/metrics/index.js';
import type { RunObserver } from '../../../src-main/runtimes/runtime.js';

/** Keeps all that a run reports, and lets a test wait for its output. */
export class RecordingObserver implements RunObserver {
  readonly phases: { name: PhaseName; bound: string; atMs: number }[] = [];
  readonly warnings: Warning[] = [];
  readonly meters: Meter[] = [];
  readonly facts = new Map<string, IsolationFact>();
  readonly written = { stdout: 0, stderr: 0 };
  container = '';
  readonly #chunks: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  readonly #looking: (() => void)[] = [];
  #waiting: { text: string; found: () => void }[] = [];

  /** `keepBytes`: beyond this, output is counted and not kept. */
  constructor(private readonly keepBytes = 1 << 20) {}

  get stdout(): string {
    return Buffer.concat(this.#chunks.stdout).toString('utf8');
  }

  get stderr(): string {
    return Buffer.concat(this.#chunks.stderr).toString('utf8');
  }

  began(): void {
    // Nobody knows it better than who asked.
  }

  phase(name: PhaseName, bound: string, atMs = monotonicMs()): void {
    this.phases.push({ name, bound, atMs });
  }

  importCalls(): void {
    // A container has no imports.
  }

  usage(): void {
    // A container's process is not the lab's own.
  }

  marks(): void {
    // This one keeps phases as they were reported.
  }

  rename(): void {
    // A container's phases are what they were taken for.
  }

  output(stream: 'stdout' | 'stderr', chunk: Uint8Array): void {
    if (this.written[stream] < this.keepBytes) this.#chunks[stream].push(Buffer.from(chunk));
    this.written[stream] += chunk.byteLength;
    this.#waiting = this.#waiting.filter(({ text, found }) => {
      if (!this.stdout.includes(text)) return true;
      found();
      return false;
    });
  }

  /** Resolves when the guest has printed this. */
  printed(text: string): Promise<void> {
    if (this.stdout.includes(text)) return Promise.resolve();
    return new Promise((found) => this.#waiting.push({ text, found }));
  }

  /** Resolves when the isolation of the running process has been read. */
  seen(): Promise<void> {
    if ([...this.facts.values()].some(({ basis }) => basis === 'effective'))
      return Promise.resolve();
    return new Promise((seen) => this.#looking.push(seen));
  }

  meter(meter: Meter): void {
    this.meters.push(meter);
  }

  isolation(facts: IsolationFact[]): void {
    for (const fact of facts) this.facts.set(fact.id, fact);
    if (!facts.some(({ basis }) => basis === 'effective')) return;
    for (const seen of this.#looking.splice(0)) seen();
  }

  warning(warning: Warning): void {
    this.warnings.push(warning);
  }

  instance(name: string): void {
    this.container = name;
  }
}
