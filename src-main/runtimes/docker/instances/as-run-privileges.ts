import * as v from 'valibot';
import type { Privileges } from '../../../contract/index.js';
import type { Engine } from '../engine/engine.js';
import type { Inspected } from './inspected.js';
import { inspectInPodman } from './questions.js';

/** What Docker gives every container (daemon/caps, oci/caps/defaults.go). */
const DOCKER_DEFAULTS = [
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD'],
  ...['NET_BIND_SERVICE', 'NET_RAW', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
];
const PodmanSchema = v.object({ BoundingCaps: v.array(v.string()) });

/** Rejects as the client does. */
export async function privilegesOf(engine: Engine, inspected: Inspected): Promise<Privileges> {
  const { ReadonlyRootfs, SecurityOpt } = inspected.HostConfig;
  return {
    capAdd: await capabilitiesOf(engine, inspected),
    readOnlyRoot: ReadonlyRootfs ?? false,
    noNewPrivileges: SecurityOpt.some((option) => /^no-new-privileges(?:[:=]true)?$/.test(option)),
    seccomp: SecurityOpt.some((option) => /^seccomp[:=]unconfined$/.test(option))
      ? 'unconfined'
      : 'default',
  };
}

/** All it has: a run of the lab begins with none. A privileged one has the usual ones there. */
async function capabilitiesOf(engine: Engine, { Id, HostConfig }: Inspected): Promise<string[]> {
  if (HostConfig.Privileged === true) return DOCKER_DEFAULTS;
  if (engine.id === 'podman') {
    // Its defaults are a matter of its configuration.
    const answer = v.safeParse(PodmanSchema, await inspectInPodman(engine, Id));
    return answer.success ? answer.output.BoundingCaps.map(bare).sort() : DOCKER_DEFAULTS;
  }
  return dockerCapabilities(HostConfig.CapAdd.map(bare), HostConfig.CapDrop.map(bare));
}

/** daemon/caps, `TweakCapabilities`: ALL added and some dropped, or ALL dropped and some added, or single ones. */
export function dockerCapabilities(added: string[], dropped: string[]): string[] {
  const kept = dropped.includes('ALL')
    ? added
    : [...DOCKER_DEFAULTS.filter((name) => !dropped.includes(name)), ...added];
  return [...new Set(kept)].filter((name) => !dropped.includes(name)).sort();
}

function bare(capability: string): string {
  return capability.toUpperCase().replace(/^CAP_/, '');
}
