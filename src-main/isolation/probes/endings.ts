import type { EnforcedBy, Outcome, Refuser } from '../../contract/index.js';
import type { RuntimeKind } from '../../contract/index.js';

/** Who ended a guest that had begun to try and came no further. Undefined: its end says nothing of the attempt. */
export function enders(
  attempt: string,
  kind: RuntimeKind,
  outcome: Outcome,
  enforcedBy: EnforcedBy,
): Refuser[] | undefined {
  switch (outcome.kind) {
    case 'oom-killed':
      return ['cgroup'];
    case 'timed-out':
      return attempt === 'spin-over' ? [timeHolder(outcome, enforcedBy)] : undefined;
    case 'fuel-exhausted':
      return ['runtime'];
    case 'trapped':
      return [TRAPS[attempt] ?? 'runtime'];
    default:
      return bySignal(attempt, kind, outcome.signal);
  }
}

const TRAPS: Readonly<Record<string, Refuser>> = {
  'oob-read': 'linear-memory-bounds',
  'oob-write': 'linear-memory-bounds',
  'bad-function-pointer': 'function-table',
  'stack-overflow': 'stack-limit',
};

/** A runtime that holds the time may be late: then the lab has ended it, whoever was to. */
function timeHolder({ signal }: Outcome, { time }: EnforcedBy): Refuser {
  return time === 'engine-flag' && signal !== 'SIGKILL' ? 'runtime' : 'lab';
}

/** A native stack ends at a page that nobody may touch; a Wasm engine that dies of a signal was ended by the kernel. */
function bySignal(
  attempt: string,
  kind: RuntimeKind,
  signal: string | undefined,
): Refuser[] | undefined {
  if (signal === 'SIGSYS') return ['seccomp'];
  if (signal !== 'SIGSEGV' && signal !== 'SIGBUS') return undefined;
  return attempt === 'stack-overflow' && kind === 'container'
    ? ['stack-limit', 'memory-protection']
    : ['memory-protection'];
}
