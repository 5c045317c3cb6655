import { LabError, formatBytes } from '../../../contract/index.js';
import type { EnforcedBy, LimitName, RunRequest, Warning } from '../../../contract/index.js';
import type { Engine } from '../engine/engine.js';

export interface CheckedLimits {
  enforcedBy: EnforcedBy;
  warnings: Warning[];
}

/** Throws LabError `limit-not-enforced` or `limit-too-low` before anything is made. */
export function checkLimits(engine: Engine, request: RunRequest): CheckedLimits {
  const { limits, bestEffort } = request;
  const { canLimit, cores } = engine.facts;
  const checked: CheckedLimits = { enforcedBy: {}, warnings: [] };

  const held = (name: LimitName, possible: boolean, by: 'cgroup' | 'lab-kill', why: string) => {
    if (possible) {
      checked.enforcedBy[name] = by;
      return;
    }
    if (!bestEffort) throw notEnforced(name, why);
    checked.enforcedBy[name] = 'none';
    checked.warnings.push(warnNotEnforced(name, why));
  };

  if (limits.memoryBytes !== undefined) {
    held('memory', canLimit.memory, 'cgroup', 'the engine cannot limit memory on this kernel');
    checkMinimumMemory(engine, limits.memoryBytes);
    if (canLimit.memory && !canLimit.swap) checked.warnings.push(SWAP_NOT_LIMITED);
  }
  if (limits.cpus !== undefined) {
    const enough = cores === undefined || limits.cpus <= cores;
    const why = enough
      ? 'the engine cannot limit CPU time on this kernel'
      : `the engine has ${cores} CPUs and refuses a higher limit`;
    held('cpus', canLimit.cpus && enough, 'cgroup', why);
  }
  if (limits.pids !== undefined) {
    held('pids', canLimit.pids, 'cgroup', 'the engine cannot limit processes on this kernel');
  }
  if (limits.timeoutMs !== undefined) held('time', true, 'lab-kill', '');
  if (limits.fuel !== undefined) {
    held('fuel', false, 'cgroup', 'a container has no fuel: machine code is not counted');
  }
  return checked;
}

function checkMinimumMemory(engine: Engine, memoryBytes: number): void {
  const { minimumMemoryBytes } = engine.facts;
  if (minimumMemoryBytes === undefined || memoryBytes >= minimumMemoryBytes) return;
  throw new LabError(
    'limit-too-low',
    `${formatBytes(memoryBytes)} of memory is below the minimum of ${engine.info.name}, ${formatBytes(minimumMemoryBytes)}.`,
    `Allow at least ${formatBytes(minimumMemoryBytes)} (--memory 6m).`,
  );
}

const WORDS: Record<LimitName, string> = {
  memory: 'memory',
  cpus: 'CPU',
  pids: 'process',
  time: 'time',
  fuel: 'fuel',
};

function notEnforced(name: LimitName, why: string): LabError {
  return new LabError(
    'limit-not-enforced',
    `The ${WORDS[name]} limit cannot be enforced here: ${why}.`,
    'Leave that limit out, or run with best effort (--best-effort) to record it as a warning.',
  );
}

function warnNotEnforced(name: LimitName, why: string): Warning {
  return {
    code: `${name}-not-enforced`,
    message: `The ${WORDS[name]} limit is not enforced: ${why}.`,
    hint: 'Read the result as if that limit had not been given.',
  };
}

const SWAP_NOT_LIMITED: Warning = {
  code: 'swap-not-limited',
  message: 'This kernel does not account for swap: beyond its memory limit the guest may swap.',
  hint: 'Boot with swapaccount=1, or turn swap off (sudo swapoff -a), to see the limit bite.',
};
