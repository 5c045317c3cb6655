import type { RuntimeInfo } from '../../contract/index.js';
import type { Engine, OciRuntime } from './engine/engine.js';
import { COARSE_SAMPLES } from './run/meters.js';

/** `docker:runc`. */
export function runtimeId(engine: Engine, oci: OciRuntime): string {
  return `${engine.id}:${oci.name}`;
}

export function describeRuntime(engine: Engine, oci: OciRuntime): RuntimeInfo {
  return {
    id: runtimeId(engine, oci),
    kind: 'container',
    name: `${engine.info.name}, ${oci.name}${oci.kind.title === undefined ? '' : ` (${oci.kind.title})`}`,
    version: [engine.info.version, ociVersion(oci)].filter((part) => part !== undefined).join(', '),
    ...(oci.kind.mode === undefined ? {} : { mode: oci.kind.mode }),
    ...(oci.path === undefined ? {} : { path: oci.path }),
    available: oci.why === undefined,
    ...(oci.why === undefined ? {} : { why: oci.why }),
    ...(oci.hint === undefined ? {} : { hint: oci.hint }),
    limits: limits(engine),
    heldBy: heldBy(engine),
    grants: {
      directories: 'bind mounts, read-write or read-only',
      environment: 'environment of the process',
      arguments: 'arguments of the process',
      network: 'network namespace of its own; none by default, or a network of the engine',
      stdin: 'a file through the attached standard input',
    },
    notes: [...oci.kind.notes, ...notes(engine)],
  };
}

function ociVersion({ name, version }: OciRuntime): string | undefined {
  return version === undefined ? undefined : `${name} ${version}`;
}

function limits({ facts: { canLimit, cgroupVersion } }: Engine): RuntimeInfo['limits'] {
  const v2 = cgroupVersion === 2;
  const cgroup = cgroupVersion === undefined ? 'cgroup' : `cgroup v${cgroupVersion}`;
  const swap = canLimit.swap ? ', swap included' : ', swap not included';
  return {
    memory: canLimit.memory
      ? `${cgroup} memory limit (${v2 ? 'memory.max' : 'memory.limit_in_bytes'})${swap}`
      : 'none',
    cpus: canLimit.cpus ? `CPU quota (${cgroup} ${v2 ? 'cpu.max' : 'cpu.cfs_quota_us'})` : 'none',
    pids: canLimit.pids ? `${cgroup} pids.max` : 'none',
    time: 'the lab ends it (SIGKILL)',
    fuel: 'none',
  };
}

function heldBy({ facts: { canLimit } }: Engine): RuntimeInfo['heldBy'] {
  return {
    memory: canLimit.memory ? 'cgroup' : 'none',
    cpus: canLimit.cpus ? 'cgroup' : 'none',
    pids: canLimit.pids ? 'cgroup' : 'none',
    time: 'lab-kill',
    fuel: 'none',
  };
}

const NO_NETWORK_SET_UP =
  'A twin without a network starts in about half the time of docker run --network none: it has the same loopback-only namespace, but Docker sets up no network for it (NetworkDisabled).';

function notes(engine: Engine): string[] {
  return [
    ...(engine.id === 'docker' ? [NO_NETWORK_SET_UP] : []),
    ...(engine.info.local
      ? []
      : [`${COARSE_SAMPLES.message} Its times include a virtual machine or a network.`]),
    ...(engine.facts.seccomp ? [] : ['The engine has no seccomp: system calls are not filtered.']),
  ];
}
