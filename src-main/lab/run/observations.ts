import type {
  IsolationFact,
  Memory,
  PhaseName,
  ProcessUsage,
  RunStatus,
  Sample,
  Warning,
} from '../../contract/index.js';
import { mergePeak, monotonicMs } from '../../metrics/index.js';
import type { Meter } from '../../metrics/index.js';
import type { RunObserver, StartMarks } from '../../runtimes/runtime.js';
import type { Sampler } from '../sampler.js';
import { OutputBuffer } from './output.js';
import { PhaseRecorder } from './phases.js';
import { SampleSeries } from './samples.js';

interface Listeners {
  /** Undefined: nothing is read until the end. */
  periodMs: number | undefined;
  sampler: Sampler;
  changed(): void;
  sampled(sample: Sample): void;
  wrote(stream: 'stdout' | 'stderr', chunk: Uint8Array): void;
}

const THINNED: Warning = {
  code: 'samples-thinned',
  message: 'The run was long: older samples were thinned out. Peaks are exact.',
  hint: 'Sample less often with a longer period (--period).',
};

/** Everything a runtime reports about one run while it starts, runs and ends. */
export class RunObservations implements RunObserver {
  readonly stdout = new OutputBuffer();
  readonly stderr = new OutputBuffer();
  readonly #phases = new PhaseRecorder();
  readonly #facts = new Map<string, IsolationFact>();
  readonly #warnings = new Map<string, Warning>();
  #series: SampleSeries | undefined;
  #stopSampling: (() => void) | undefined;
  #instance: string | undefined;
  #calls: Record<string, number> | undefined;
  #usage: ProcessUsage | undefined;
  #zeroMs: number | undefined;

  constructor(private readonly listeners: Listeners) {}

  /** The zero of the run's times, by the lab's clock; undefined for a run that was never launched. */
  get zeroMs(): number | undefined {
    return this.#zeroMs;
  }

  began(atMs: number): void {
    this.#zeroMs = atMs;
    this.#phases.begin(atMs);
  }

  phase(name: PhaseName, bound: string, atMs = monotonicMs()): void {
    this.#phases.enter(name, bound, atMs);
    this.listeners.changed();
  }

  rename(name: PhaseName, bound: string): void {
    this.#phases.rename(name, bound);
    this.listeners.changed();
  }

  marks(marks: StartMarks): void {
    this.#phases.mark('start', marks);
    this.listeners.changed();
  }

  output(stream: 'stdout' | 'stderr', chunk: Uint8Array): void {
    this[stream].add(chunk);
    this.listeners.wrote(stream, chunk);
  }

  meter(meter: Meter): void {
    this.#closeMeter();
    const series = new SampleSeries(meter, this.#zeroMs ?? monotonicMs());
    this.#series = series;
    const { periodMs, sampler } = this.listeners;
    if (periodMs === undefined) return;
    this.#stopSampling = sampler.add(periodMs, () => {
      this.#take(series);
    });
  }

  isolation(facts: IsolationFact[]): void {
    for (const fact of facts) this.#facts.set(fact.id, fact);
    this.listeners.changed();
  }

  warning(warning: Warning): void {
    // Two limits that nobody holds are two doubts of one code.
    this.#warnings.set(`${warning.code} ${warning.message}`, warning);
    this.listeners.changed();
  }

  importCalls(calls: Record<string, number>): void {
    this.#calls = calls;
  }

  usage(usage: ProcessUsage): void {
    this.#usage = usage;
  }

  instance(name: string): void {
    this.#instance = name;
    this.listeners.changed();
  }

  /** Closes everything. Returns the duration; a run that was never launched lasted nothing. */
  end(atMs: number | undefined): number {
    if (this.#series !== undefined) this.#take(this.#series);
    this.#closeMeter();
    if (this.#series?.thinned === true) this.#warnings.set(THINNED.code, THINNED);
    return atMs === undefined || this.#zeroMs === undefined ? 0 : this.#phases.end(atMs);
  }

  samples(): Sample[] {
    return this.#series?.all() ?? [];
  }

  latestSample(): Sample | undefined {
    return this.#series?.latest();
  }

  /** Undefined where they were not traced. */
  calls(): Record<string, number> | undefined {
    return this.#calls;
  }

  peak(): Memory {
    const peak = this.#series?.peak() ?? {};
    if (this.#usage === undefined) return peak;
    // The same high-water mark, of all of a process that no sample may have met.
    return mergePeak(peak, { rssBytes: this.#usage.maxRssBytes });
  }

  /** Undefined until the process is gone, and where nobody tells. */
  finalUsage(): ProcessUsage | undefined {
    return this.#usage;
  }

  status(): Pick<RunStatus, 'phases' | 'isolation' | 'warnings' | 'peak' | 'instance'> {
    return {
      phases: this.#phases.snapshot(),
      isolation: [...this.#facts.values()],
      warnings: [...this.#warnings.values()],
      peak: this.peak(),
      instance: this.#instance,
    };
  }

  #take(series: SampleSeries): void {
    const sample = series.take();
    if (sample !== undefined) this.listeners.sampled(sample);
  }

  #closeMeter(): void {
    this.#stopSampling?.();
    this.#stopSampling = undefined;
    this.#series?.close();
  }
}
