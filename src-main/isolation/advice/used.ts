import { formatBytes } from '../../contract/index.js';
import type { ContainerProfile } from '../../contract/index.js';
import { limitOf } from '../checks/memory.js';

const MIB = 2 ** 20;
const LEAST_SUGGESTED_MIB = 64;
const SUGGESTED_MIB = 256;
const LEAST_SUGGESTED_PIDS = 32;
const SUGGESTED_PIDS = 256;
const FIRST_ORDINARY_PORT = 1024;

/** What the least would be, from what it used so far, and the sentence that says so. */
interface Suggestion {
  flag: string;
  /** With a blank in front; empty where nothing is known of its use. */
  said: string;
}

/** Twice of the most it held, as a power of two. */
export function memoryFlag(profile: ContainerProfile): Suggestion {
  const mostBytes = profile.used?.peakMemoryBytes ?? limitOf(profile, 'memory')?.now;
  if (mostBytes === undefined) return { flag: `--memory ${SUGGESTED_MIB}m`, said: '' };
  const mib = Math.max(LEAST_SUGGESTED_MIB, powerOfTwo((2 * mostBytes) / MIB));
  return { flag: `--memory ${mib}m`, said: ` So far it held ${formatBytes(mostBytes)} at most.` };
}

export function pidsFlag({ used }: ContainerProfile): Suggestion {
  const most = used?.mostPids;
  if (most === undefined) return { flag: `--pids-limit ${SUGGESTED_PIDS}`, said: '' };
  const pids = Math.max(LEAST_SUGGESTED_PIDS, powerOfTwo(4 * most));
  return { flag: `--pids-limit ${pids}`, said: ` It has had ${most} of them.` };
}

/** Where it writes is kept: in memory what may be lost, in a volume what else there is. */
export function readOnlyFlag({ used }: ContainerProfile): Suggestion {
  const written = used?.written;
  if (written === undefined) return { flag: '--read-only --tmpfs /tmp', said: '' };
  if (written.count === 0) {
    return { flag: '--read-only', said: ' So far it wrote nothing there.' };
  }
  const { count, directories } = written;
  const flags = directories
    .filter((directory) => directory !== '/')
    .map((directory) => (isPassing(directory) ? `--tmpfs ${directory}` : `-v NAME:${directory}`));
  const files = count === 1 ? '1 path' : `${count} paths`;
  return {
    flag: ['--read-only', ...flags].join(' '),
    said: ` So far it wrote ${files}, in ${directories.join(', ')}.`,
  };
}

function isPassing(directory: string): boolean {
  return /^\/(tmp|run|var\/(tmp|run|cache|lock))(\/|$)/.test(directory);
}

/**
 * What a program used of its capabilities is not told without tracing; what it does tells of some: a low port, and
 * processes of several users.
 */
export function capabilitiesFlag({ used }: ContainerProfile): Suggestion {
  const processes = used?.processes;
  if (processes?.capabilities.length === 0) {
    const who = processes.count === 1 ? 'Its process' : `None of its ${processes.count} processes`;
    const holds = processes.count === 1 ? 'holds none' : 'holds one';
    return { flag: '--cap-drop ALL', said: ` ${who} ${holds} now.` };
  }
  const needed = [
    ...(used?.network?.ports.some((port) => port < FIRST_ORDINARY_PORT) === true
      ? ['NET_BIND_SERVICE']
      : []),
    ...((processes?.uids.length ?? 0) > 1 ? ['SETGID', 'SETUID'] : []),
  ];
  if (needed.length === 0) {
    return { flag: '--cap-drop ALL, then --cap-add only what it asks for', said: '' };
  }
  return {
    flag: ['--cap-drop ALL', ...needed.map((name) => `--cap-add ${name}`)].join(' '),
    said: ` What it does needs ${needed.join(', ')}; more would show when it asks for it.`,
  };
}

/** It could and did not: no connection, no datagram, nothing that listens. */
export function hasUsedNetwork({ used }: ContainerProfile): boolean | undefined {
  const network = used?.network;
  if (network === undefined) return undefined;
  return network.connections > 0 || network.datagrams > 0 || network.ports.length > 0;
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, least)));
}
