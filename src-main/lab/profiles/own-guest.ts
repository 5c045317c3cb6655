import type { GuestGrants, GuestProfile, RunRequest } from '../../contract/index.js';
import { withCalls, withGrants } from '../../isolation/module/index.js';
import type { ProfileParts } from '../../runtimes/instances.js';
import type { TwinFiles } from '../../runtimes/runtime.js';
import type { Comparisons } from '../comparisons.js';
import { wallsOfFile } from './walls-of-file.js';

/** What the process of a guest does not tell, when the lab itself started it. */
export interface OwnGuest {
  modulePath: string;
  grants: GuestGrants;
  /** By `module.name`; absent where calls are not traced. */
  calls?: Readonly<Record<string, number>>;
}

/** Gaps that are none any more. */
const FILLED = new Set(['module-not-read', 'grants-not-told']);

/** Undefined when no guest of the lab is in this process. */
export function ownGuestIn(
  pid: number,
  comparisons: Pick<Comparisons, 'guests'>,
  twins: TwinFiles,
): OwnGuest | undefined {
  const run = comparisons.guests().find((one) => one.status().instance === String(pid));
  if (run === undefined) return undefined;
  const { workload, grants } = run.request;
  if (workload.kind === 'image') return undefined;
  const calls = run.importCalls();
  return {
    modulePath: workload.kind === 'twin' ? twins.locate(workload.ref).wasmPath : workload.ref,
    grants: grantsOf(grants, workload.args),
    ...(calls === undefined ? {} : { calls }),
  };
}

/** The same profile with what the lab gave; a module that cannot be read any more stays a gap. */
export async function withOwnGuest(parts: ProfileParts, own: OwnGuest): Promise<ProfileParts> {
  const { guest } = parts;
  if (guest === undefined) return parts;
  const module = guest.module ?? (await wallsAt(own.modulePath));
  const grants = guest.grants ?? own.grants;
  const filled: GuestProfile = { ...guest, grants };
  if (module === undefined) return { ...parts, guest: filled };
  const walls = withGrants(module, grants);
  filled.module = own.calls === undefined ? walls : withCalls(walls, own.calls);
  return { ...parts, guest: filled, gaps: parts.gaps.filter(({ code }) => !FILLED.has(code)) };
}

async function wallsAt(path: string): Promise<GuestProfile['module']> {
  try {
    return await wallsOfFile(path);
  } catch {
    return undefined;
  }
}

function grantsOf({ env, volumes }: RunRequest['grants'], args: readonly string[]): GuestGrants {
  return {
    directories: volumes.map(({ hostPath, guestPath, readOnly }) => ({
      hostPath,
      guestPath,
      rights: readOnly ? 'read-only' : 'read-write',
    })),
    environmentNames: Object.keys(env),
    inheritsEnvironment: false,
    args: [...args],
    // WASI preview 1 has no sockets of its own, and the lab passes none on.
    network: 'none',
  };
}
