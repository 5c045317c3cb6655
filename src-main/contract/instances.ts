import * as v from 'valibot';
import type { WireError } from './errors.js';
import type { IsolationBadge } from './profile/index.js';
import type { RuntimeKind } from './runtime-info.js';
import type { RunRequestInput } from './run.js';
import type { Sample } from './sample.js';

/** The engine's own words (Engine API, "Inspect a container", State.Status); a Wasm process runs or is paused (SIGSTOP). */
export type InstanceState =
  'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';

/** Something that runs, or can be started again, on this machine's engines, whoever started it. */
export interface Instance {
  /** A container's full id, or `PID-STARTTICKS` of a process: never used again for another. */
  id: string;
  kind: RuntimeKind;
  /** The container's name, or the file name of the module. */
  name: string;
  /** Of a container, as in EngineInfo.id. */
  engine?: string;
  /** As in RuntimeInfo.id where the lab knows it: `docker:runc`, `wasmtime`; else what the machine calls it: `spin`. */
  runtime?: string;
  /** The image as it was asked for, or the path of the module; absent where it cannot be told. */
  program?: string;
  /** What it was started with, without the program itself; cut after 4 KB. */
  args: string[];
  state: InstanceState;
  health?: 'starting' | 'healthy' | 'unhealthy';
  pid?: number;
  createdAtIso?: string;
  /** When it began to run last. */
  startedAtIso?: string;
  finishedAtIso?: string;
  exitCode?: number;
  /** How often its engine restarted it. */
  restarts?: number;
  /** Compose, from its labels. */
  project?: string;
  service?: string;
  /** True with the label `dev.paralelo.protected`: it is neither stopped nor removed from here. */
  isProtected: boolean;
  /** True when this or another Paralelo started it for a run. */
  isOfLab: boolean;
  /** What can be done with it in its present state, in the order of a menu. */
  actions: InstanceAction[];
  /** From what was asked for when it was found; absent where that is not told. */
  badge?: IsolationBadge;
}

export const INSTANCE_ACTIONS = [
  'start',
  'stop',
  'restart',
  'pause',
  'unpause',
  'kill',
  'remove',
] as const;
export type InstanceAction = (typeof INSTANCE_ACTIONS)[number];

/**
 * Samples of an instance: `tMs` is on the one axis of the monitor, whose zero is `epochIso` of the
 * listing. Containers have no `tMs` of a request here: nobody knows when theirs was.
 */
export interface InstanceSamples {
  id: string;
  samples: Sample[];
}

export interface InstanceEvent {
  instanceId: string;
  atIso: string;
  /** On the monitor's axis; absent for what happened before it looked. */
  tMs?: number;
  /** `start`, `die`, `oom`, `kill`, `restart`, `health`, … in the engine's words. */
  action: string;
  /** `exit code 137`, `SIGTERM`, `unhealthy`; absent where there is nothing to add. */
  detail?: string;
}

/** A place where instances are looked for: an engine, or the machine's processes. */
export interface InstanceOrigin {
  /** EngineInfo.id, or `processes`. */
  id: string;
  name: string;
  /** True once everything that was there has been listed. */
  isListed: boolean;
  /** Set while it does not answer: what is shown of it is as old as that. */
  problem?: WireError;
}

export interface InstanceListing {
  /** The wall-clock time of the monitor's zero. */
  epochIso: string;
  /** The present sampling period. */
  periodMs: number;
  instances: Instance[];
  /** The newest of each, up to two minutes; empty when they were not asked for. */
  samples: InstanceSamples[];
  origins: InstanceOrigin[];
}

export interface InstanceProcess {
  pid: number;
  parentPid?: number;
  user?: string;
  command: string;
  /** User and system time since it began. */
  cpuTimeMs?: number;
  rssBytes?: number;
  startedAtIso?: string;
}

/** One line of configuration; `value` is data of others, to be shown as text. */
export interface ConfigurationEntry {
  name: string;
  value: string;
}

export interface ConfigurationGroup {
  /** `Image`, `Limits`, `Mounts`, `Environment`, `Ports`, `Labels`, … */
  title: string;
  entries: ConfigurationEntry[];
}

/** Carried over to the Lab's form: the same image or module with the same settings. */
export interface InstanceAsRun {
  request: RunRequestInput;
  /** What it had that a run of the lab cannot have, each as a short sentence. */
  leftOut: string[];
}

export interface LogLine {
  stream: 'stdout' | 'stderr';
  /** When the engine got it. */
  atIso?: string;
  /** As it was written, with its control characters; cut after 16 KB. */
  text: string;
}

export interface InstanceLogs {
  logId: string;
  lines: LogLine[];
  /** Lines left out because they came faster than they could be shown. */
  skippedLines: number;
  /** Set with the last one: the container has ended and nothing follows. */
  ended?: boolean;
  problem?: WireError;
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
export const InstanceIdSchema = v.strictObject({ id });
export const InstanceActSchema = v.strictObject({
  id,
  action: v.picklist(INSTANCE_ACTIONS),
});
export const OpenLogsSchema = v.strictObject({
  id,
  /** How many of the last lines there are first. */
  tail: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)), 1000),
});
export const WatchSchema = v.strictObject({
  /** Whether somebody looks at it now: with nobody looking, one in ten is read. */
  looking: v.boolean(),
  /** The instance whose details are shown: also its RSS, PSS and private dirty are read. */
  selected: v.optional(id),
  /** Whether the table shows RSS, PSS or private dirty: then they are read of all. */
  fineMemory: v.optional(v.boolean(), false),
  /** Whether the listing brings the newest samples: not for a client that has them and only looks elsewhere. */
  withSamples: v.optional(v.boolean(), true),
});
export type WatchRequest = v.InferOutput<typeof WatchSchema>;
