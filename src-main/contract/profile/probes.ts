import * as v from 'valibot';
import { RuntimeIdSchema } from '../run.js';
import type { Environment, Warning } from '../run.js';
import type { RuntimeKind } from '../runtime-info.js';
import type { QuestionId } from './questions.js';

/** `default`: the lab's least privilege. `loosened`: the guest is given what would let the attempt succeed, where that can be given. */
export const PROBE_SETS = ['default', 'loosened'] as const;
export type ProbeSet = (typeof PROBE_SETS)[number];

export const ATTEMPT_AREAS = [
  'files',
  'processes',
  'network',
  'kernel',
  'resources',
  'memory-safety',
  'ambient',
] as const;
export type AttemptArea = (typeof ATTEMPT_AREAS)[number];

/** One thing that the twin `probe` tries. */
export interface AttemptInfo {
  /** `symlink-out`. */
  id: string;
  area: AttemptArea;
  /** `Follow a symlink out of a granted directory`. */
  title: string;
  /** Which question of a profile it answers. */
  question?: QuestionId;
}

/**
 * `allowed`: the guest could. `refused`: it asked, and was refused or ended for it. `not-expressible`: its interface
 * has no way to ask. `not-tried`: the runtime cannot be put in the position (why: `says`).
 */
export type AttemptVerdict = 'allowed' | 'refused' | 'not-expressible' | 'not-tried';

export type Refuser =
  | 'seccomp'
  | 'capability'
  | 'namespace'
  | 'cgroup'
  | 'read-only-mount'
  | 'masked-path'
  | 'file-permission'
  | 'nothing-there'
  | 'linker'
  | 'linear-memory-bounds'
  | 'function-table'
  | 'stack-limit'
  | 'runtime'
  | 'memory-protection'
  | 'lab';

export interface AttemptResult {
  runtime: string;
  set: ProbeSet;
  attempt: string;
  verdict: AttemptVerdict;
  /** Who refused; several where what was seen fits each of them. Empty unless refused. */
  by: Refuser[];
  /** `EPERM`, where the refusal was an errno. */
  errno?: string;
  /** One sentence: what was tried and what came of it. */
  says: string;
  /** What the guest printed or how it ended, as it was. */
  raw: string;
}

export interface IsolationMatrix {
  attempts: AttemptInfo[];
  runtimes: { id: string; name: string; kind: RuntimeKind; version?: string }[];
  sets: ProbeSet[];
  results: AttemptResult[];
  startedAtIso: string;
  durationMs: number;
  environment: Environment;
  warnings: Warning[];
  /** True when it was stopped before its end. */
  isPartial: boolean;
}

export const ProbeRequestSchema = v.strictObject({
  /** Absent: all that are here. */
  runtimes: v.optional(v.pipe(v.array(RuntimeIdSchema), v.minLength(1), v.maxLength(48))),
  sets: v.optional(v.pipe(v.array(v.picklist(PROBE_SETS)), v.minLength(1), v.maxLength(2)), [
    ...PROBE_SETS,
  ]),
  /** Absent: all of them. */
  attempts: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.minLength(1))),
});
export type ProbeRequest = v.InferOutput<typeof ProbeRequestSchema>;

/** How far the probes are; `matrix` is that of all results so far. */
export interface ProbeProgress {
  isRunning: boolean;
  done: number;
  total: number;
  /** What is being tried: `wasmtime, symlink-out`. */
  current?: { runtime: string; set: ProbeSet; attempt: string };
}
