import { resolve } from 'node:path';
import type { ContainerCreateOptions } from 'dockerode';
import type { EnforcedBy, RunRequest } from '../../../contract/index.js';
import type { Engine, OciRuntime } from '../engine/engine.js';
import type { Image } from './image.js';
import { privilegesOf } from './privileges.js';

/** The body of POST /containers/create: nothing that was not asked for, least privilege otherwise. */
export function containerOptions(
  engine: Engine,
  oci: OciRuntime,
  image: Image,
  request: RunRequest,
  enforcedBy: EnforcedBy,
): ContainerCreateOptions {
  const { workload, grants } = request;
  const withStdin = grants.stdinPath !== undefined;
  return {
    Image: image.ref,
    ...(image.platform === undefined ? {} : { platform: image.platform }),
    ...(workload.args.length === 0 ? {} : { Cmd: workload.args }),
    Env: Object.entries(grants.env).map(([name, value]) => `${name}=${value}`),
    AttachStdin: withStdin,
    AttachStdout: true,
    AttachStderr: true,
    OpenStdin: withStdin,
    StdinOnce: withStdin,
    Tty: false,
    ...(isWithoutNetworkSetUp(engine, request) ? { NetworkDisabled: true } : {}),
    HostConfig: {
      ...(engine.id === 'docker' ? { Runtime: oci.name } : {}),
      ...privilegesOf(request),
      ...limits(request, enforcedBy),
      ...directories(request),
      NetworkMode: grants.network,
      // Output comes by attach; a log file would grow with what the guest prints.
      LogConfig: { Type: 'none', Config: {} },
    },
  };
}

/**
 * Whether Docker is told not to set up a network at all. The container has a network namespace of
 * its own with the loopback only, as with the network `none`, but the start takes half the time: no
 * hook of the engine runs in it. An image's program may want the /etc/hosts that comes with `none`.
 */
export function isWithoutNetworkSetUp(engine: Engine, { workload, grants }: RunRequest): boolean {
  return engine.id === 'docker' && workload.kind === 'twin' && grants.network === 'none';
}

type HostConfig = NonNullable<ContainerCreateOptions['HostConfig']>;

/** Only those that the engine holds: asked for any other, it would refuse the container. */
function limits({ limits: { memoryBytes, cpus, pids } }: RunRequest, by: EnforcedBy): HostConfig {
  return {
    // Memory and swap together no more than memory: the OOM kill is real.
    ...(by.memory === 'cgroup' ? { Memory: memoryBytes, MemorySwap: memoryBytes } : {}),
    ...(by.cpus === 'cgroup' && cpus !== undefined ? { NanoCpus: Math.round(cpus * 1e9) } : {}),
    ...(by.pids === 'cgroup' ? { PidsLimit: pids } : {}),
  };
}

/** Mounts, not Binds: with these the engine refuses a source that is not there instead of making it. */
function directories({ grants }: RunRequest): HostConfig {
  if (grants.volumes.length === 0) return {};
  return {
    Mounts: grants.volumes.map(({ hostPath, guestPath, readOnly }) => ({
      Type: 'bind' as const,
      Source: resolve(hostPath),
      Target: guestPath,
      ReadOnly: readOnly,
    })),
  };
}
