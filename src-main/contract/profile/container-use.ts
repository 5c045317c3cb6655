import { formatBytes } from '../units.js';

/**
 * What a container's processes used so far, as far as the kernel and the engine keep count without tracing: what it
 * needs at least, not what it may need tomorrow. Absent: not told.
 */
export interface ContainerUse {
  peakMemoryBytes?: number;
  /** Processes and threads at once; the kernel keeps a peak since 6.1, before it this is how many there are now. */
  mostPids?: number;
  /** Of a network namespace of its own. */
  network?: NetworkUse;
  /** Of all its processes at this moment. */
  processes?: ProcessesUse;
  /** To its root file system, mounts not counted. */
  written?: WrittenPaths;
}

export interface NetworkUse {
  /** TCP connections that it opened or took, over its own loopback too. */
  connections: number;
  /** UDP datagrams and ICMP messages that it sent. */
  datagrams: number;
  /** TCP and UDP ports that it listens on, those of its loopback left out. */
  ports: number[];
}

export interface ProcessesUse {
  count: number;
  /** Their users, outside. */
  uids: number[];
  /** That any of them can use now. */
  capabilities: string[];
}

export interface WrittenPaths {
  count: number;
  /** The directories that hold them, at most two names deep, the fullest first. */
  directories: string[];
}

/** Each kind of use that is told, as a name and a few words. */
export function useWords({
  peakMemoryBytes,
  mostPids,
  network,
  processes,
  written,
}: ContainerUse): [name: string, words: string][] {
  const all: [string, string | undefined][] = [
    [
      'memory',
      peakMemoryBytes === undefined ? undefined : `${formatBytes(peakMemoryBytes)} at most`,
    ],
    ['processes', mostPids === undefined ? undefined : `${String(mostPids)} at once`],
    ['users', processes?.uids.map((uid) => `uid ${String(uid)}`).join(', ')],
    ['network', network && networkWords(network)],
    ['wrote', written && writtenWords(written)],
  ];
  return all.filter((one): one is [string, string] => one[1] !== undefined);
}

function networkWords({ connections, datagrams, ports }: NetworkUse): string {
  const listens = ports.length === 0 ? 'listens nowhere' : `listens on ${ports.join(', ')}`;
  if (connections + datagrams === 0) return `nothing sent, ${listens}`;
  return `TCP connections: ${String(connections)}, datagrams: ${String(datagrams)}, ${listens}`;
}

function writtenWords({ count, directories }: WrittenPaths): string {
  if (count === 0) return 'nothing';
  return `${count === 1 ? '1 path' : `${String(count)} paths`}, in ${directories.join(', ')}`;
}
