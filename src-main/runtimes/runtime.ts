import type {
  EngineInfo,
  EnforcedBy,
  IsolationFact,
  OutcomeKind,
  PhaseName,
  ProcessUsage,
  RunRequest,
  RuntimeInfo,
  StartMark,
  Warning,
  Workload,
  WorkloadIdentity,
} from '../contract/index.js';
import type { Meter } from '../metrics/meter.js';
import type { InstanceSource } from './instances.js';

/** Finds the runtimes of one family on this machine: an engine's OCI runtimes, or one Wasm runtime. */
export interface RuntimeSource {
  /** Whether an id belongs to this family, known without looking for it. */
  owns(runtimeId: string): boolean;
  /** True where the user may choose the executable. */
  readonly takesPath?: boolean;
  /** Looks again. Never throws: what is not here is listed with its reason. */
  discover(): Promise<Discovery>;
  /** Calls back when what was found has gone or come back. Returns the function that stops watching. */
  watch(onChange: () => void): () => void;
  /** Removes what an earlier lab left behind, and only that. Never throws. */
  cleanUp(): Promise<void>;
  /** Removes what was compiled ahead or kept in compile caches, where the family does so. Returns its size in bytes. */
  clearCompiled?(): Promise<number>;
  /** Where the family has images. */
  readonly images?: ImageShelf;
  /** Where the family can tell what runs on this machine, whoever started it. */
  readonly instances?: InstanceSource;
  close(): void;
}

/** The images of the engines found, as last discovered. */
export interface ImageShelf {
  list(): Promise<{ ref: string; engine: string; sizeBytes?: number }[]>;
  /** Loads the images of a tar into the engine of this id. Resolves to their names; undefined: it has no such engine. Throws LabError. */
  load(engine: string, path: string): Promise<string[] | undefined>;
  /** Removes the images that the lab made for twins. Returns their references. */
  removeTwins(): Promise<string[]>;
}

export interface Discovery {
  engines: EngineInfo[];
  runtimes: Runtime[];
}

/**
 * The one interface that containers and Wasm share. Adding a runtime is one file with this and one
 * line in registry.ts.
 */
export interface Runtime {
  readonly info: RuntimeInfo;
  /**
   * Everything that must not be inside a start: find and check the workload, build or look up the
   * image, check limits. Throws LabError. `twins` resolves a twin's files.
   */
  prepare(request: RunRequest, twins: TwinFiles): Promise<PreparedRun>;
  /** Where it runs images: what its engine tells of the one that a workload is, provided as `prepare` does. Throws LabError. */
  describeImage?(workload: Workload, twins: TwinFiles): Promise<ImageFacts>;
}

/** What an engine tells of an image; what it does not tell is absent. */
export interface ImageFacts {
  ref: string;
  id: string;
  /** `linux/amd64`, `linux/arm/v7`, of inspect's Os, Architecture and Variant. */
  platform?: string;
  /** Of the manifest list in the registry that it came from, where that answers. */
  listedPlatforms?: string[];
  /** What the engine's machine runs by itself. */
  enginePlatform: string;
  /** Whether that machine is this one. */
  isLocal: boolean;
  /** Size of inspect: what its layers take unpacked, by the engine's own count. */
  totalBytes?: number;
  /** Size less SharedSize of `/system/df`: what would be free without it. */
  uniqueBytes?: number;
  /** How many RootFS of inspect lists. */
  layers?: number;
  /** Those sizes in the history that are not 0, the lowest layer first. */
  layerBytes?: number[];
  /** Of the archive that `docker save` writes, compressed by gzip at its default level. */
  gzipBytes?: number;
}

/** A twin on disk. */
export interface TwinFiles {
  /** Throws LabError `unknown-twin`. */
  locate(name: string): TwinPaths;
}

export interface TwinPaths {
  name: string;
  wasmPath: string;
  wasmSha256: string;
  /** By Go architecture name: `amd64`, `arm64`. */
  executables: Record<string, { path: string; sha256: string }>;
  /** What the twin means by an exit code of its own, such as 7: `memory-refused`. */
  exitMeanings: Record<string, { kind: OutcomeKind; reason: string }>;
}

export interface PreparedRun {
  workload: WorkloadIdentity;
  enforcedBy: EnforcedBy;
  warnings: Warning[];
  /** Declared facts, known before the start. */
  isolation: IsolationFact[];
  /** True where it counts the calls of imports when a run asks for it (`traceCalls`). */
  tracesCalls?: boolean;
  /** Where the runtime itself holds the wall time: how long after it the lab waits before it ends the guest. */
  timeGraceMs?: number;
  /**
   * Starts the guest. The caller's request time is just before this call. Resolves when the guest
   * is started (or has already ended); rejects with LabError when it could not be, leaving nothing behind.
   */
  launch(observer: RunObserver): Promise<LiveRun>;
  /** Gives back what was readied, instead of `launch`. */
  discard?(): void;
}

/** What could be seen of the inside of a container's start, and why not all of it. */
export interface StartMarks {
  marks: { mark: Exclude<StartMark, 'asked' | 'seen'>; atMs: number }[];
  unseen?: string;
}

/** What a starting and running guest reports to the lab. Times are `monotonicMs()`; default is now. */
export interface RunObserver {
  /** When the start itself began, where that is known apart from the lab's way to it: the run's times count from there. Before the first meter. */
  began(atMs: number): void;
  /** Ends the phase before and begins this one. `bound` says which event will end it. */
  phase(name: PhaseName, bound: string, atMs?: number): void;
  /** What was taken for one phase has turned out to be another: the last one is renamed. */
  rename(name: PhaseName, bound: string): void;
  /** Of the phase `start`, once it has ended. */
  marks(marks: StartMarks): void;
  output(stream: 'stdout' | 'stderr', chunk: Uint8Array): void;
  /** From now on the sampler reads this; the lab closes it. */
  meter(meter: Meter): void;
  /** Adds to or replaces (by id) what is known of the isolation. */
  isolation(facts: IsolationFact[]): void;
  warning(warning: Warning): void;
  /** How often each import was called so far, by `module.name`: the latest counts replace the earlier ones. */
  importCalls(calls: Record<string, number>): void;
  /** Once, when the process of the guest is gone. */
  usage(usage: ProcessUsage): void;
  /** The container's id or the pid of the hosting process, for people. */
  instance(name: string): void;
}

export interface LiveRun {
  /** Resolves once, when the guest has ended, all its output has been reported and nothing of it is left. */
  readonly ended: Promise<Ending>;
  /** Ends the guest at once (SIGKILL); `ended` follows. Safe to call twice or after the end. */
  kill(): Promise<void>;
  /** Freezes it where it is, until `unpause`; resolves when it is frozen. Absent where the runtime cannot. Rejects with LabError. */
  pause?(): Promise<void>;
  /** Lets it go on. Rejects with LabError. */
  unpause?(): Promise<void>;
}

/** How the guest ended as the runtime saw it; the lab adds whether it was the lab that ended it. */
export interface Ending {
  kind:
    | Extract<
        OutcomeKind,
        'exited' | 'trapped' | 'oom-killed' | 'timed-out' | 'fuel-exhausted' | 'failed-to-start'
      >
    | 'signalled';
  code?: number;
  signal?: string;
  /** A sentence for people. */
  reason: string;
  /** When the end was seen. */
  atMs: number;
  errorCode?: string;
  hint?: string;
}
