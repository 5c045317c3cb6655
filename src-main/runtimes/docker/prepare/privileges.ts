import type { ContainerCreateOptions } from 'dockerode';
import { LabError } from '../../../contract/index.js';
import type { Privileges, RunRequest } from '../../../contract/index.js';
import type { OciRuntime } from '../engine/engine.js';

type HostConfig = NonNullable<ContainerCreateOptions['HostConfig']>;

/** Throws LabError `grant-not-possible` where there is no container to give them to. */
export function checkPrivileges(oci: OciRuntime, { privileges }: RunRequest): void {
  const isAsked = privileges.privileged === true || privileges.hostProcesses === true;
  if (!isAsked || oci.kind.wasm !== true) return;
  throw new LabError(
    'grant-not-possible',
    `${oci.name} runs a WebAssembly module: it has no privileges that could be given.`,
    'Leave them out, or choose a runtime of Linux containers.',
  );
}

export function privilegesOf({ privileges }: RunRequest): HostConfig {
  return {
    ...(privileges.privileged === true ? ALL_OF_THEM : chosen(privileges)),
    ...(privileges.hostProcesses === true ? { PidMode: 'host' } : {}),
  };
}

const ALL_OF_THEM: HostConfig = { Privileged: true, ReadonlyRootfs: false };

function chosen({ capAdd, readOnlyRoot, noNewPrivileges, seccomp }: Privileges): HostConfig {
  return {
    CapDrop: ['ALL'],
    CapAdd: capAdd,
    SecurityOpt: [
      ...(noNewPrivileges ? ['no-new-privileges'] : []),
      ...(seccomp === 'unconfined' ? ['seccomp=unconfined'] : []),
    ],
    ReadonlyRootfs: readOnlyRoot,
  };
}
