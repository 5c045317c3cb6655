import * as v from 'valibot';
import type { IsolationFact } from './profile/index.js';
import {
  GrantsSchema,
  LEAST_GRANTS,
  LEAST_PRIVILEGES,
  LimitsSchema,
  PrivilegesSchema,
} from './limits.js';
import type { EnforcedBy, Limits } from './limits.js';
import type { Memory, Sample } from './sample.js';

export const ArgumentSchema = v.pipe(
  v.string(),
  v.maxLength(131_072),
  v.check((text) => !text.includes('\0'), 'no NUL byte'),
);
const args = v.optional(v.pipe(v.array(ArgumentSchema), v.maxLength(4096)), []);

/** A program to run. `ref` is a twin's name, an image reference or a path to a module. */
export const WorkloadSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('twin'),
    ref: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,31}$/)),
    args,
  }),
  v.strictObject({
    kind: v.literal('image'),
    ref: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
    args,
  }),
  v.strictObject({
    kind: v.literal('module'),
    ref: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
    args,
  }),
]);
export type Workload = v.InferOutput<typeof WorkloadSchema>;

export const RuntimeIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(:[A-Za-z0-9._-]+)?$/),
  v.maxLength(128),
);

export const RunRequestSchema = v.strictObject({
  runtime: RuntimeIdSchema,
  workload: WorkloadSchema,
  limits: v.optional(LimitsSchema, {}),
  grants: v.optional(GrantsSchema, LEAST_GRANTS),
  privileges: v.optional(PrivilegesSchema, LEAST_PRIVILEGES),
  /** Sampling period, 20 ms to 60 s. */
  periodMs: v.optional(v.pipe(v.number(), v.minValue(20), v.maxValue(60_000)), 100),
  /**
   * Of the image, as `docker run --platform` takes it; absent: the engine's own. A twin is built for `linux/amd64` and
   * `linux/arm64`. A module has none.
   */
  platform: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^linux\/[a-z0-9]+(\/[a-z0-9]+)?$/, 'linux/amd64, linux/arm64 or another of Linux'),
    ),
  ),
  /**
   * Nothing is read while it runs, whatever the period: a reading takes a core, and locks the memory of the guest. What the
   * kernel has kept of a process is read at its end; of a container, whose engine was asked in its start otherwise, nothing
   * is. Absent: it is sampled.
   */
  unsampled: v.optional(v.boolean()),
  /** A limit that the runtime cannot enforce becomes a warning instead of an error. */
  bestEffort: v.optional(v.boolean(), false),
  /** The lab does not look at the imports: whether they are there is left to the runtime's own linker. Absent: it does. */
  uncheckedImports: v.optional(v.boolean()),
  /** Count the calls of each import, where the runtime can: a little slower. Absent: no. */
  traceCalls: v.optional(v.boolean()),
});
export type RunRequest = v.InferOutput<typeof RunRequestSchema>;
/** As a caller writes it: what has a default may be left out. */
export type RunRequestInput = v.InferInput<typeof RunRequestSchema>;

/** More than all runtimes in all their modes that any machine has. */
const MOST_RUNS = 48;

/** Several runs that share one request time, the zero of their common axis. */
export const ComparisonRequestSchema = v.strictObject({
  lanes: v.pipe(v.array(RunRequestSchema), v.minLength(1), v.maxLength(MOST_RUNS)),
});
export type ComparisonRequest = v.InferOutput<typeof ComparisonRequestSchema>;

export type OutcomeKind =
  | 'exited'
  | 'trapped'
  | 'oom-killed'
  | 'memory-refused'
  | 'timed-out'
  | 'fuel-exhausted'
  | 'stopped'
  | 'failed-to-start'
  | 'interrupted';

/**
 * How a run ended. `code` is the guest's own exit code; `signal` the one that ended it; `reason` a
 * sentence for people. `memory-refused`: a growth was refused and the guest then ended by itself.
 * `interrupted`: Paralelo ended before it did, so nobody saw its end.
 */
export interface Outcome {
  kind: OutcomeKind;
  code?: number;
  signal?: string;
  reason: string;
  /** For failed-to-start: the error's code and what to do next. */
  errorCode?: string;
  hint?: string;
}

export type PhaseName =
  'create' | 'start' | 'spawn' | 'load' | 'compile' | 'instantiate' | 'main' | 'exit';

/**
 * What the start of a container leaves behind, in its order: it is asked for; the engine has written the bundle; the OCI
 * runtime is begun; its cgroup is made; namespaces and root are made; the program is begun; it is seen to run.
 */
export const START_MARKS = [
  'asked',
  'bundle',
  'runtime',
  'cgroup',
  'created',
  'program',
  'seen',
] as const;
export type StartMark = (typeof START_MARKS)[number];

/** A part of a phase, from one mark to the next that could be seen. */
export interface PhasePart {
  from: StartMark;
  to: StartMark;
  startMs: number;
  durationMs: number;
}

/** A named part of a run; phases are contiguous from the request (of the engine, or the fork of its process) to the end. */
export interface Phase {
  name: PhaseName;
  startMs: number;
  /** Absent while it lasts. */
  durationMs?: number;
  /** Which event ends it, so that a reader knows what the number includes. */
  bound: string;
  /** Contiguous from its start to its end; absent where nothing of it could be seen. */
  parts?: PhasePart[];
  /** Why not every mark of it was seen. */
  unseen?: string;
}

/** Doubt beside a number, and what to do about it. */
export interface Warning {
  code: string;
  message: string;
  hint: string;
}

export interface WorkloadIdentity {
  kind: Workload['kind'];
  ref: string;
  args: string[];
  /** Of a module's bytes as given by the user. */
  sha256?: string;
  /** The image's id. */
  digest?: string;
}

export interface Environment {
  kernel: string;
  cpu?: string;
  cores: number;
  memoryBytes: number;
  cgroupVersion?: 1 | 2;
  governor?: string;
  engine?: string;
  engineVersion?: string;
  os: string;
  arch: string;
  labVersion: string;
}

/**
 * What the kernel counted of the process that hosted the guest, with the processes that it waited for, once it was gone
 * (getrusage(2)): of all of it, however short, where samples see moments.
 */
export interface ProcessUsage {
  userTimeMs: number;
  systemTimeMs: number;
  maxRssBytes: number;
}

export interface RunRecord {
  id: string;
  comparisonId: string;
  runtime: string;
  runtimeVersion?: string;
  workload: WorkloadIdentity;
  limits: Limits;
  enforcedBy: EnforcedBy;
  outcome: Outcome;
  /** Wall clock at the request, ISO 8601, for people; every other time is monotonic. */
  requestedAt: string;
  durationMs: number;
  phases: Phase[];
  samples: Sample[];
  /** The highest value of each definition, the kernel's own high-water marks included. */
  peak: Memory;
  /** Of a Wasm guest whose process the lab's launcher started; absent for others. */
  usage?: ProcessUsage;
  stdout: string;
  stderr: string;
  stdoutBytes: number;
  stderrBytes: number;
  /** Of all that was written, also when `stdout` above is cut. */
  stdoutSha256: string;
  /** True when either stream was longer than the record keeps. */
  truncated: boolean;
  isolation: IsolationFact[];
  /** By `module.name`, 0 for one never called; absent unless they were traced. */
  importCalls?: Record<string, number>;
  warnings: Warning[];
  environment: Environment;
}

export type RunState = 'preparing' | 'starting' | 'running' | 'stopping' | 'ended';

/** A run as it stands now: what a window shows before the record is complete. */
export interface RunStatus {
  id: string;
  comparisonId: string;
  runtime: string;
  kind: 'container' | 'wasm';
  state: RunState;
  workload: WorkloadIdentity;
  limits: Limits;
  enforcedBy: EnforcedBy;
  phases: Phase[];
  isolation: IsolationFact[];
  warnings: Warning[];
  outcome?: Outcome;
  durationMs?: number;
  peak?: Memory;
  /** The engine's container id or the pid of the process that hosts the guest. */
  instance?: string;
}
