import { LEAST_GRANTS, LEAST_PRIVILEGES } from '../../../src-main/contract/index.js';
import type { RunEntry, RunRecord, RunRequestInput } from '../../../src-main/contract/index.js';

/** The Lab's form for the same run; what it was granted is not in its record, so it is granted nothing. */
export function requestOf(
  { runtime, workload }: RunEntry,
  limits: RunRecord['limits'] = {},
): RunRequestInput {
  const { kind, ref, args } = workload;
  return {
    runtime,
    workload: { kind, ref, args },
    limits,
    grants: LEAST_GRANTS,
    privileges: LEAST_PRIVILEGES,
  };
}
