import { readFileSync } from 'node:fs';
import type { Privileges, Warning } from '../../contract/index.js';
import { decodeCapabilities } from '../../isolation/capabilities.js';
import { parseStatus } from '../../metrics/proc/status.js';

const UNCONFINED: Privileges = {
  capAdd: [],
  readOnlyRoot: false,
  noNewPrivileges: false,
  seccomp: 'unconfined',
  hostProcesses: true,
};

export const PRIVILEGED: Privileges = { ...UNCONFINED, privileged: true };

/** For an engine that itself lacks a capability: it refuses to start `--privileged`, but not a list of those it has. */
export function almostPrivileged(): Privileges {
  return { ...UNCONFINED, capAdd: ownCapabilities() };
}

/** Kernels since 5.8 know them; an engine of that time refuses a container for a name that it does not know. */
const NEWEST: ReadonlySet<string> = new Set(['PERFMON', 'BPF', 'CHECKPOINT_RESTORE']);

/** Those that the lab could have; a local engine has no more. */
function ownCapabilities(): string[] {
  try {
    const { boundingCapabilities = 0n } = parseStatus(readFileSync('/proc/self/status', 'utf8'));
    return decodeCapabilities(boundingCapabilities).filter(
      (name) => !name.startsWith('CAP_') && !NEWEST.has(name),
    );
  } catch {
    return [];
  }
}

export function notPrivileged(runtime: string, why: string): Warning {
  return {
    code: 'not-privileged',
    message: `${runtime} could not start a privileged container: ${why.replace(/[.\s]*$/, '.')} Loosened, its guests had the capabilities that root has here, no filter, and the host’s processes and network, but not its devices, and /proc/sys and /sys read-only.`,
    hint: 'Run the engine with all capabilities to see a privileged container.',
  };
}
