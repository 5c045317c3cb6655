import type {
  Environment,
  RunRecord,
  RunRequest,
  RunStatus,
  Sample,
} from '../../contract/index.js';
import type { Runtime, TwinFiles, TwinPaths } from '../../runtimes/runtime.js';
import type { Sampler } from '../sampler.js';

/** A run as its listeners see it. */
export interface ObservedRun {
  readonly id: string;
  readonly request: RunRequest;
  status(): RunStatus;
}

/** What happens to runs, for whoever shows or stores them. */
export interface RunEvents {
  changed(run: ObservedRun): void;
  sampled(run: ObservedRun, sample: Sample): void;
  wrote(run: ObservedRun, stream: 'stdout' | 'stderr', chunk: Uint8Array): void;
  ended(run: ObservedRun, record: RunRecord): void;
}

/** What a run needs from the lab around it. */
export interface RunContext {
  comparisonId: string;
  sampler: Sampler;
  twins: TwinFiles;
  events: RunEvents;
  newId(): string;
  environment(runtimeId: string): Promise<Environment>;
  /** Throws LabError when it is not known or not here. */
  resolveRuntime(id: string): Promise<Runtime>;
  exitMeanings(request: RunRequest): TwinPaths['exitMeanings'];
}
