import type { LiveRunView, RunRecord, RunStatus, Sample } from '../../src-main/contract/index.js';
import { OutputBuffer } from './output.js';
import type { StreamName } from './output.js';
import { SeriesStore } from './series.js';

/**
 * One run as a window shows it. What arrives goes into plain columns at once; who reads `series` or
 * `output` is run again when it is committed: at most once per frame, and with the end of the run.
 */
export class Lane {
  status: RunStatus;
  record = $state.raw<RunRecord>();
  /** True when the run ended while this window was not connected: how, is not known here. */
  missed = $state(false);
  readonly #series = new SeriesStore();
  readonly #output = new OutputBuffer();
  #version = $state(0);
  #dirty = false;

  constructor(
    status: RunStatus,
    /** Stays the same when the same runtime is chosen twice: `V8`, `V8 · 2`. */
    readonly name: string,
    /** Colour class: `c1`… for containers, `w1`… for Wasm. */
    readonly hue: string,
  ) {
    this.status = $state.raw(status);
  }

  get isOver(): boolean {
    return this.missed || this.status.state === 'ended';
  }

  get series(): SeriesStore {
    return tracked(this.#version, this.#series);
  }

  get output(): OutputBuffer {
    return tracked(this.#version, this.#output);
  }

  addSamples(samples: readonly Sample[]): void {
    this.#series.add(samples);
    this.#dirty = true;
  }

  addOutput(stream: StreamName, text: string, skippedBytes: number): void {
    this.#output.add(stream, text, skippedBytes);
    this.#dirty = true;
  }

  /** A state never goes back: a push that was overtaken by the record is dropped. */
  update(status: RunStatus): void {
    if (this.record === undefined) this.status = status;
  }

  /** Is shown at once and whole: an end whose last samples and output come a moment later reads as one without. */
  finish(record: RunRecord): void {
    this.#series.add(record.samples);
    if (this.#output.isEmpty) {
      this.#output.add('stdout', record.stdout);
      this.#output.add('stderr', record.stderr);
    }
    this.status = { ...this.status, ...ofRecord(record) };
    this.record = record;
    this.#dirty = true;
    this.commit();
  }

  /** Takes what the lab says is so now, after a reconnection or in a window just opened; or a replay, at any moment. */
  catchUp(view: LiveRunView): void {
    this.missed = false;
    this.record = undefined;
    this.update(view.status);
    this.#series.clear();
    this.#series.add(view.samples);
    this.#output.clear();
    this.#output.add('stdout', view.stdout);
    this.#output.add('stderr', view.stderr);
    if (view.record !== undefined) this.finish(view.record);
    this.#dirty = true;
  }

  commit(): void {
    if (!this.#dirty) return;
    this.#dirty = false;
    this.#version += 1;
  }
}

/** Reading the version is what ties the reader to it. */
function tracked<T>(_version: number, value: T): T {
  return value;
}

function ofRecord(record: RunRecord): Partial<RunStatus> {
  const { workload, limits, enforcedBy, phases, isolation, warnings, outcome, durationMs, peak } =
    record;
  return {
    state: 'ended',
    workload,
    limits,
    enforcedBy,
    phases,
    isolation,
    warnings,
    outcome,
    durationMs,
    peak,
  };
}
