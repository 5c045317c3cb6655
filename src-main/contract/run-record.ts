import * as v from 'valibot';
import { LimitsSchema } from './limits.js';
import { ArgumentSchema, START_MARKS } from './run.js';
import type { RunRecord } from './run.js';

const text = v.string();
const number = v.pipe(v.number(), v.finite());
const optionalNumber = v.optional(number);
const optionalText = v.optional(text);

export const WarningSchema = v.object({ code: text, message: text, hint: text });
export const MemorySchema = v.object({
  cgroupBytes: optionalNumber,
  workingSetBytes: optionalNumber,
  anonBytes: optionalNumber,
  rssBytes: optionalNumber,
  pssBytes: optionalNumber,
  privateDirtyBytes: optionalNumber,
  linearBytes: optionalNumber,
  linearMaxBytes: optionalNumber,
  limitBytes: optionalNumber,
});
export const SampleSchema = v.object({
  tMs: number,
  cpuPercent: optionalNumber,
  cpuTimeMs: optionalNumber,
  periods: optionalNumber,
  throttledPeriods: optionalNumber,
  throttledMs: optionalNumber,
  memory: MemorySchema,
  pids: optionalNumber,
  readBytes: optionalNumber,
  writtenBytes: optionalNumber,
  rxBytes: optionalNumber,
  txBytes: optionalNumber,
});
const USAGE = v.object({ userTimeMs: number, systemTimeMs: number, maxRssBytes: number });
const ENFORCER = v.picklist([
  'cgroup',
  'engine-flag',
  'module-maximum',
  'v8-flag',
  'lab-kill',
  'interface',
  'none',
]);
const OUTCOME = v.object({
  kind: v.picklist([
    'exited',
    'trapped',
    'oom-killed',
    'memory-refused',
    'timed-out',
    'fuel-exhausted',
    'stopped',
    'failed-to-start',
    'interrupted',
  ]),
  code: optionalNumber,
  signal: optionalText,
  reason: text,
  errorCode: optionalText,
  hint: optionalText,
});
const PHASE = v.object({
  name: v.picklist(['create', 'start', 'spawn', 'load', 'compile', 'instantiate', 'main', 'exit']),
  startMs: number,
  durationMs: optionalNumber,
  bound: text,
  parts: v.optional(
    v.array(
      v.object({
        from: v.picklist(START_MARKS),
        to: v.picklist(START_MARKS),
        startMs: number,
        durationMs: number,
      }),
    ),
  ),
  unseen: optionalText,
});
const FACT = v.object({
  id: text,
  label: text,
  detail: text,
  tone: v.picklist(['strong', 'loose', 'neutral']),
  basis: v.picklist(['declared', 'effective']),
});

export const EnvironmentSchema = v.object({
  kernel: text,
  cpu: optionalText,
  cores: number,
  memoryBytes: number,
  cgroupVersion: v.optional(v.picklist([1, 2])),
  governor: optionalText,
  engine: optionalText,
  engineVersion: optionalText,
  os: text,
  arch: text,
  labVersion: text,
});

export const WorkloadIdentitySchema = v.object({
  kind: v.picklist(['twin', 'image', 'module']),
  ref: text,
  args: v.array(ArgumentSchema),
  sha256: optionalText,
  digest: optionalText,
});

/** A record that comes from a file: of this or another machine. What a newer Paralelo added is left out. */
export const RunRecordSchema = v.object({
  id: text,
  comparisonId: text,
  runtime: text,
  runtimeVersion: optionalText,
  workload: WorkloadIdentitySchema,
  limits: LimitsSchema,
  enforcedBy: v.record(v.picklist(['memory', 'cpus', 'pids', 'time', 'fuel']), ENFORCER),
  outcome: OUTCOME,
  requestedAt: text,
  durationMs: number,
  phases: v.array(PHASE),
  samples: v.array(SampleSchema),
  peak: MemorySchema,
  usage: v.optional(USAGE),
  stdout: text,
  stderr: text,
  stdoutBytes: number,
  stderrBytes: number,
  stdoutSha256: text,
  truncated: v.boolean(),
  isolation: v.array(FACT),
  importCalls: v.optional(v.record(text, number)),
  warnings: v.array(WarningSchema),
  environment: EnvironmentSchema,
}) satisfies v.GenericSchema<unknown, RunRecord>;
