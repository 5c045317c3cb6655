import { runtimeKindOf } from '../../src-main/contract/index.js';
import type { RunRecord, RunState, RunStatus } from '../../src-main/contract/index.js';

/** A recorded run as it stood so many milliseconds after its request. */
export function statusAt(record: RunRecord, atMs: number): RunStatus {
  const { id, comparisonId, runtime, workload, limits, enforcedBy, isolation, warnings } = record;
  const isOver = atMs >= record.durationMs;
  const phases = record.phases
    .filter(({ startMs }) => startMs <= atMs)
    .map(({ durationMs, ...phase }) =>
      durationMs === undefined || phase.startMs + durationMs > atMs
        ? phase
        : { ...phase, durationMs },
    );
  return {
    ...{ id, comparisonId, runtime, workload, limits, enforcedBy, isolation, warnings },
    kind: runtimeKindOf(runtime),
    state: isOver ? 'ended' : stateIn(phases),
    phases: isOver ? record.phases : phases,
    ...(isOver
      ? { outcome: record.outcome, durationMs: record.durationMs, peak: record.peak }
      : {}),
  };
}

function stateIn(phases: RunStatus['phases']): RunState {
  return phases.some(({ name }) => name === 'main') ? 'running' : 'starting';
}

/** Where the last of them ends: the common axis, on which each began at its own request. */
export function endOf(records: readonly RunRecord[]): number {
  return Math.max(
    0,
    ...records.map(({ durationMs, samples }) => Math.max(durationMs, samples.at(-1)?.tMs ?? 0)),
  );
}
