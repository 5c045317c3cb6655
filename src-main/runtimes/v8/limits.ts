import { LabError } from '../../contract/index.js';
import type { EnforcedBy, Enforcer, LimitName, RunRequest, Warning } from '../../contract/index.js';
import { wholePages } from '../../isolation/module/index.js';
import type { ModuleProfile } from '../../isolation/module/index.js';

export interface HeldLimits {
  enforcedBy: EnforcedBy;
  warnings: Warning[];
  /** V8 flags that hold the memory limit. */
  flags: string[];
}

/** Who holds each limit that was asked for. Throws `limit-not-enforced` unless best effort will do. */
export function holdLimits(request: RunRequest, profile: ModuleProfile): HeldLimits {
  const { limits } = request;
  const held: HeldLimits = { enforcedBy: {}, warnings: [], flags: [] };
  const hold = (name: LimitName, by: Enforcer): void => {
    held.enforcedBy[name] = by;
  };
  const cannot = (name: LimitName, why: string): void => {
    const message = `V8 (v8) cannot hold the ${name} limit: ${why}.`;
    if (!request.bestEffort) {
      throw new LabError(
        'limit-not-enforced',
        message,
        'Leave this limit out, choose another runtime, or say --best-effort to run without it.',
      );
    }
    const hint = 'Choose a container or a runtime that holds it to compare under this limit.';
    held.warnings.push({ code: 'limit-not-enforced', message, hint });
    hold(name, 'none');
  };
  if (limits.memoryBytes !== undefined) {
    if (profile.memories.length > 1) {
      cannot('memory', `it counts for each memory, and the module has ${profile.memories.length}`);
    } else hold('memory', 'v8-flag');
    held.flags.push(`--wasm-max-mem-pages=${wholePages(limits.memoryBytes)}`);
  }
  if (limits.cpus !== undefined)
    cannot('cpus', 'a guest is one thread, which may use a whole core');
  if (limits.pids !== undefined) hold('pids', 'interface');
  if (limits.timeoutMs !== undefined) hold('time', 'lab-kill');
  if (limits.fuel !== undefined) cannot('fuel', 'it does not count instructions');
  return held;
}
