import type { Environment, Outcome, RunRecord, RunStatus } from '../../contract/index.js';
import type { RunObservations } from './observations.js';

interface Parts {
  status: RunStatus;
  outcome: Outcome;
  durationMs: number;
  requestedAt: string;
  runtimeVersion: string | undefined;
  observed: RunObservations;
  environment: Environment;
}

/** The record of a run, in the order of CLI.md. */
export function buildRecord(parts: Parts): RunRecord {
  const { status, observed } = parts;
  const { stdout, stderr } = observed;
  const importCalls = observed.calls();
  const usage = observed.finalUsage();
  return {
    id: status.id,
    comparisonId: status.comparisonId,
    runtime: status.runtime,
    runtimeVersion: parts.runtimeVersion,
    workload: status.workload,
    limits: status.limits,
    enforcedBy: status.enforcedBy,
    outcome: parts.outcome,
    requestedAt: parts.requestedAt,
    durationMs: parts.durationMs,
    phases: status.phases,
    samples: observed.samples(),
    peak: observed.peak(),
    ...(usage === undefined ? {} : { usage }),
    stdout: stdout.text(),
    stderr: stderr.text(),
    stdoutBytes: stdout.totalBytes,
    stderrBytes: stderr.totalBytes,
    stdoutSha256: stdout.sha256(),
    truncated: stdout.truncated || stderr.truncated,
    isolation: status.isolation,
    ...(importCalls === undefined ? {} : { importCalls }),
    warnings: status.warnings,
    environment: parts.environment,
  };
}
