import type { PhaseName, PhasePart, RunRecord } from '../../contract/index.js';

/** One start, in milliseconds from the request. */
export interface Start {
  totalMs: number;
  /** Until the program itself begins; absent where the runtime does not tell. */
  toMainMs?: number;
  phases: { name: PhaseName; durationMs: number; parts?: PhasePart[] }[];
  /** Why not every part of a phase was seen. */
  unseen?: string;
  /** Of the whole run, spent in the lab before the request and after the end; absent where what starts is no run. */
  overheadMs?: number;
}

/** Throws an Error that says what the run did instead of ending well. */
export function startOf(record: RunRecord, spentMs: number): Start {
  const { outcome, durationMs } = record;
  if (outcome.kind !== 'exited' || outcome.code !== 0) throw new Error(outcome.reason);
  const phases = record.phases.flatMap(({ name, durationMs: ms, parts }) =>
    ms === undefined ? [] : [{ name, durationMs: ms, ...(parts === undefined ? {} : { parts }) }],
  );
  const unseen = record.phases.find((phase) => phase.unseen !== undefined)?.unseen;
  const toMainMs = record.phases.find(({ name }) => name === 'main')?.startMs;
  return {
    totalMs: durationMs,
    ...(toMainMs === undefined ? {} : { toMainMs }),
    phases,
    ...(unseen === undefined ? {} : { unseen }),
    overheadMs: spentMs - durationMs,
  };
}
