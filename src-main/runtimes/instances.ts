import type {
  ConfigurationGroup,
  Instance,
  InstanceAction,
  InstanceAsRun,
  InstanceEvent,
  InstanceOrigin,
  InstanceProcess,
  IsolationFact,
  IsolationProfile,
  LogLine,
} from '../contract/index.js';
import type { Meter } from '../metrics/meter.js';

/** Finds what runs on this machine, whoever started it: the containers of engines, or Wasm processes. */
export interface InstanceSource {
  /** Reports what is there, then every change. Never throws. Returns the function that stops. */
  watch(sink: InstanceSink): () => void;
  /** How much slower than usual it may look for changes: 1 when somebody looks at them, 10 when nobody does. */
  pace?(factor: number): void;
  /** How many things are asked of an engine's daemon so far; by EngineInfo.id. */
  asked?(): { engine: string; requests: number; daemonPid?: number }[];
}

export interface InstanceSink {
  /** New, or changed: the latest one with its id counts. */
  found(instance: FoundInstance): void;
  gone(id: string): void;
  /** `tMs` is set by whoever has the axis; `atMs` is `monotonicMs()`, absent for what happened before. */
  event(event: Omit<InstanceEvent, 'tMs'> & { atMs?: number }): void;
  origin(origin: InstanceOrigin): void;
  /** This place is no more (an engine removed from the settings): so are its instances. */
  originGone(id: string): void;
}

/** Another instance, by the first process of it. */
export interface Neighbour {
  id: string;
  name: string;
  pid: number;
}

/** What one instance tells of its walls: a container or a guest, and what could not be read. */
export type ProfileParts = Pick<IsolationProfile, 'container' | 'guest' | 'gaps'>;

/** One instance with everything that can be asked of it. Every promise rejects with LabError only. */
export interface FoundInstance {
  readonly view: Instance;
  /** InstanceOrigin.id of where it was found. */
  readonly origin: string;
  /**
   * Which life of it this is: another value means that its numbers begin anew (restarted: another
   * process, another cgroup). Absent when it does not run, and nothing can be measured.
   */
  readonly life?: string;
  /** Where the numbers of this life come from; the caller closes it. `fineMemory`: also RSS, PSS, private dirty. */
  openMeter(options: { fineMemory: boolean }): Meter;
  isolation(): Promise<IsolationFact[]>;
  /** Read anew. `neighbours`: the other instances that run here, to name whose namespaces it shares. */
  profile(neighbours: readonly Neighbour[]): Promise<ProfileParts>;
  configuration(): Promise<ConfigurationGroup[]>;
  processes(): Promise<InstanceProcess[]>;
  /** Those of the past that its engine still knows, oldest first. */
  pastEvents(): Promise<InstanceEvent[]>;
  /** Resolves when it is done. */
  act(action: InstanceAction): Promise<void>;
  asRun(): Promise<InstanceAsRun>;
  /**
   * The last lines and then each new one, until `signal` or the end. Resolves at the end; rejects with LabError
   * `no-logs` where there are none to be had. Waits for `deliver`, so that a fast writer does not fill memory.
   */
  logs(
    options: { tail: number; signal: AbortSignal },
    deliver: (lines: LogLine[]) => Promise<void> | void,
  ): Promise<void>;
}
