import { createCgroupMeter, readCgroupProcesses } from '../../metrics/index.js';
import type { CgroupProcess } from '../../metrics/index.js';
import { processTree } from '../../metrics/host/process-tree.js';
import type { RuntimeKind } from '../../contract/index.js';
import { readText } from '../../metrics/files/kernel-text.js';
import { programOf } from '../../metrics/proc/process-memory.js';

/** A container with more is an application, not an instance of the twin. */
const MOST_PROCESSES = 64;

/** One instance as the kernel has it. */
export interface Member {
  /** Its own processes. Empty: they cannot be seen from here. */
  pids: readonly number[];
  /** What the engine keeps beside it for as long as it lives; absent where that is not known. */
  besides?: readonly number[];
  /** Of a container what its cgroup is charged with, now. */
  cgroupBytes?: () => number | undefined;
}

/** A Wasm instance is the process of its runtime, with which nothing else is kept. */
export function processMember(pid: number): Member {
  return { pids: processTree(pid, '/proc'), besides: [] };
}

/** By its kind and what its run is called: a container's id, or the pid of its process. */
export function memberOf(kind: RuntimeKind, instance: string | undefined): Member {
  if (instance === undefined) return { pids: [] };
  if (kind === 'container') return containerMember(instance);
  const pid = Number(instance);
  return Number.isSafeInteger(pid) && pid > 0 ? processMember(pid) : { pids: [] };
}

function containerMember(containerId: string): Member {
  const processes = readCgroupProcesses({ containerId }, MOST_PROCESSES) ?? [];
  const pids = processes.map(({ pid }) => pid);
  const besides = pids.length === 0 ? undefined : besidesOf(processes, containerId);
  return {
    pids,
    ...(besides === undefined ? {} : { besides }),
    cgroupBytes: () => cgroupBytesOf(containerId),
  };
}

/**
 * The parent of the container's first process, when it names the container on its command line as containerd's shim
 * and conmon do, with what else it has started.
 */
function besidesOf(processes: readonly CgroupProcess[], containerId: string): number[] | undefined {
  const own = new Set(processes.map(({ pid }) => pid));
  const parent = processes.find(({ parentPid }) => parentPid !== undefined && !own.has(parentPid));
  if (parent?.parentPid === undefined) return undefined;
  return namesIt(parent.parentPid, containerId)
    ? processTree(parent.parentPid, '/proc', own)
    : undefined;
}

function namesIt(pid: number, containerId: string): boolean {
  return (readText(`/proc/${String(pid)}/cmdline`) ?? '').includes(containerId);
}

function cgroupBytesOf(containerId: string): number | undefined {
  const meter = createCgroupMeter({ containerId, fineMemory: false, isWatchedOnly: true });
  const bytes = meter.read()?.memory.cgroupBytes;
  meter.close();
  return bytes;
}

/** `containerd-shim-runc-v2`: the programs that are kept beside instances, each once. */
export function programsBeside(members: readonly Member[]): string[] {
  const paths = members.flatMap(({ besides = [] }) =>
    besides.flatMap((pid) => programOf(pid) ?? []),
  );
  return [...new Set(paths.map((path) => path.slice(path.lastIndexOf('/') + 1)))];
}
