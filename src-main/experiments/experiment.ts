import type {
  Environment,
  ExperimentName,
  ExperimentResult,
  PlanOf,
  RunRecord,
  RunRequestInput,
  RuntimeInfo,
  Workload,
} from '../contract/index.js';
import type { Launchers } from '../runtimes/module/launcher/launchers.js';
import type { RunNative } from '../runtimes/native/index.js';
import type { ImageFacts } from '../runtimes/runtime.js';
import type { SharedHost } from '../runtimes/v8/index.js';
import type { Gate } from './trials/gate.js';
import type { EndedTrial, TrialProgress } from './trials/run-trials.js';

/** What a guest wrote to stdout at one time, milliseconds from its request. */
export interface Heard {
  tMs: number;
  text: string;
}

/** A module's file. */
export interface ModuleContent {
  /** The guest's argv[0]. */
  name: string;
  bytes: Uint8Array;
  sha256: string;
}

/** A run whose guest has said its first line and goes on. */
export interface Held {
  said: string;
  /** From the request until that line was read. */
  startMs: number;
  /** The container's id or the pid of the process that hosts it; absent where the runtime has none. */
  instance?: string;
  /** Resolves when it has ended, by itself too. */
  readonly ended: Promise<RunRecord>;
  /** Freezes it; resolves when nothing of what it wrote before is on its way any more. Rejects with LabError where the runtime cannot. */
  pause(): Promise<void>;
  /** Lets it go on; resolves to the milliseconds from the request until it was heard again. Rejects with why it was not. */
  unpause(): Promise<number>;
  /** Ends it, and resolves when nothing of it is left. */
  release(): Promise<RunRecord>;
}

/** What a process had measured that ended before its experiment did: nothing runs, and the result is that of these. */
export interface Earlier {
  /** In their order. */
  trials: readonly EndedTrial[];
  /** What that process saw of itself and of the machine. */
  result: Pick<ExperimentResult, 'honesty' | 'startedAtIso' | 'durationMs'>;
}

/** What an experiment is handed by the lab. */
export interface ExperimentContext<Name extends ExperimentName> {
  plan: PlanOf<Name>;
  /** Those of the plan, in its order. */
  runtimes: readonly RuntimeInfo[];
  /** One run to its end, through the same path as every other; a failure is an outcome, never an exception. */
  runOne: (request: RunRequestInput) => Promise<RunRecord>;
  /** The same, with when each part of its stdout came: for guests that say what they do. */
  runHeard: (request: RunRequestInput) => Promise<{ record: RunRecord; heard: Heard[] }>;
  /** A twin's own executable as a plain process; absent where there is none for this machine. */
  native?: RunNative;
  /** Starts processes without a fork of the lab (resources/launcher); absent: the lab forks. */
  launchers?: Launchers | undefined;
  /** A folder of the host for guests to work in, which is gone afterwards. */
  inFolder: <T>(work: (folder: string) => Promise<T>) => Promise<T>;
  /** The same, with the first bytes of its stdout as they were written. */
  runKept: (request: RunRequestInput) => Promise<{ record: RunRecord; stdout: Uint8Array }>;
  /** What the engine tells of the image that a workload is there; undefined where a runtime has no images. Rejects with LabError. */
  imageOf: (runtime: string, workload: Workload) => Promise<ImageFacts | undefined>;
  /** The file that a workload is in every Wasm runtime. Rejects with LabError. */
  moduleOf: (workload: Workload) => Promise<ModuleContent>;
  /** Starts a run and leaves it running; whoever holds it releases it. Rejects with why it holds nothing. */
  hold: (request: RunRequestInput, signal: AbortSignal) => Promise<Held>;
  /** One process of V8 for many instances of a module, none of them yet; whoever opens it closes it. */
  openSharedHost: (workload: Workload) => Promise<SharedHost>;
  environment: Environment;
  /** Aborted: it ends after the run under way, which is stopped by the lab. */
  signal: AbortSignal;
  /** Shut: it waits before the next run. */
  gate: Gate;
  /** What is found out before the first run and is not in its values: kept beside them. */
  noted: <T>(find: () => Promise<T>) => Promise<T>;
  /** Each run as it ends, to be kept, what has no value as well; the next begins when that is done. */
  onEnded?(ended: EndedTrial): Promise<void>;
  earlier?: Earlier;
  /** After each run; `soFar` works out what there is, which costs time: not for every call. */
  onProgress(progress: TrialProgress, soFar: () => ExperimentResult): void;
}

/** An experiment: adding one is a folder with this function and a line in index.ts. Rejects only before its first run. */
export type Experiment<Name extends ExperimentName> = (
  context: ExperimentContext<Name>,
) => Promise<ExperimentResult>;
