import type { WireError } from './errors.js';
import type { ExperimentPlan } from './experiment-plan.js';
import type { Environment, Warning } from './run.js';
import type { RuntimeKind } from './runtime-info.js';

/**
 * Of raw values. Quantiles are linear between ranks (definition 7 of Hyndman and Fan); `ci95` is the percentile
 * bootstrap interval of the median; `mad` the median absolute deviation, not scaled.
 */
export interface Summary {
  n: number;
  median: number;
  p5: number;
  p95: number;
  mean: number;
  mad: number;
  ci95: [number, number];
  /** Places in the raw values of those whose modified z-score is beyond 3.5. They are kept and counted. */
  outliers: number[];
}

/** One quantity of one contender. */
export interface Measure extends Summary {
  id: string;
  title: string;
  unit: string;
  /** Every value that counts, in the order of the runs. */
  raw: number[];
}

/** A run that gave no value. */
export interface TrialFailure {
  /** The how manieth run of this contender it was, warm-ups included; from 1. */
  run: number;
  why: string;
}

/** The first measure is the one that contenders are compared by; its values stand here too. */
export interface ContenderResult extends Omit<Measure, 'id' | 'title'> {
  runtime: string;
  title: string;
  /** `native`: the twin's own executable, behind no wall: a baseline. */
  kind: RuntimeKind | 'native';
  version?: string;
  /**
   * The how manieth run of the whole experiment each raw value was, warm-ups and failures included; from 1. Absent where
   * a value is not of one run, and in older records.
   */
  order?: number[];
  measures: Measure[];
  failures: TrialFailure[];
}

/** A contender that failed three times in a row, and why; the others went on. */
export interface DroppedContender {
  runtime: string;
  why: string;
  failures: TrialFailure[];
}

/** The ratio of two medians. */
export interface RatioResult {
  of: string;
  to: string;
  value: number;
  ci95: [number, number];
  /** Whether the interval leaves out 1. */
  differs: boolean;
  /** `wasmtime starts 14x faster than docker:runc, 95 % interval 13.1 to 15.2`. */
  sentence: string;
}

/** Points of one contender: what was seen at each x, the median and the 95 % interval of several runs. */
export interface Curve {
  runtime: string;
  /** `pss`, `linear`, `start`: the same quantity has the same id in every contender. */
  id: string;
  title: string;
  xTitle: string;
  xUnit: string;
  yUnit: string;
  points: { x: number; y: number; low?: number; high?: number }[];
}

/** What no number can tell: who refused, whether outputs are the same, how large a file is. */
export interface ResultTable {
  id: string;
  title: string;
  columns: { id: string; title: string; unit?: string }[];
  /** A cell that is absent was not measured. */
  rows: { runtime: string; cells: Record<string, string | number> }[];
}

/** What the machine did besides. */
export interface MachineNoise {
  /** Load average of the last minute. */
  load1: number;
  /** Share of CPU time that a hypervisor gave to others; absent where the kernel does not tell. */
  stealPercent?: number;
  /** Of all cores together; absent where it is not told. */
  busyPercent?: number;
  frequencyMHz?: number;
}

/** What a careful reader asks about the instrument. */
export interface Honesty {
  /** An empty start of the same kind by the same harness: no contender can be faster. */
  floors: Measure[];
  /** Time of each run that was spent outside the contender, by the lab itself; absent without a run. */
  overhead?: Measure;
  /** The smallest step of the clock that was seen. */
  timerResolutionMs: number;
  /**
   * Share of one core that the lab's own process used while it measured: what sampling cost at most. Absent: nothing
   * was sampled.
   */
  samplerPercent?: number;
  /** What could not be seen of the runs, and why, a sentence each. */
  unseen?: string[];
  before: MachineNoise;
  during: MachineNoise;
}

export interface ExperimentResult {
  experiment: ExperimentPlan['experiment'];
  /** As it was carried out, defaults included. */
  plan: ExperimentPlan;
  /** What was done, a sentence each. */
  method: string[];
  contenders: ContenderResult[];
  dropped: DroppedContender[];
  ratios: RatioResult[];
  curves: Curve[];
  tables: ResultTable[];
  /** Plain sentences beyond the ratios: what happened at a limit, what was given back. */
  findings: string[];
  warnings: Warning[];
  honesty: Honesty;
  environment: Environment;
  startedAtIso: string;
  durationMs: number;
  /** True when it was stopped before its end: what was measured is here. */
  isPartial: boolean;
}

/** One experiment of this lab's life. */
export interface ExperimentStatus {
  id: string;
  plan: ExperimentPlan;
  /** `waiting`: another one is under way. */
  state: 'waiting' | 'running' | 'paused' | 'ended';
  done: number;
  /** The most that it can come to. */
  total: number;
  /** Estimated from the runs so far; absent before the first. */
  remainingMs?: number;
  /** The contender that runs now. */
  current?: string;
  /** Why there is no result: it could not begin. */
  problem?: WireError;
}
