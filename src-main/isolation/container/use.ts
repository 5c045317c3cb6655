import type { ContainerUse, NetworkUse, ProcessesUse } from '../../contract/index.js';
import { readCgroupPeaks } from '../../metrics/cgroup/peaks.js';
import type { CgroupQuery } from '../../metrics/cgroup/locate.js';
import { known, readText } from '../../metrics/files/kernel-text.js';
import { parseNetUse, parsePorts } from '../../metrics/proc/net-use.js';
import { parseStatus } from '../../metrics/proc/status.js';
import { decodeCapabilities } from '../capabilities.js';

/** More processes than these say nothing new. */
const MOST_PROCESSES = 256;

interface UseQuery extends CgroupQuery {
  pid: number;
  /** Whether its network namespace is its own: the counters of a shared one are of others too. */
  hasOwnNetwork: boolean;
}

/** What the kernel counted of it. What cannot be read is absent; an end meanwhile leaves all of it out. */
export function readUse(query: UseQuery): ContainerUse {
  const { pid, procRoot = '/proc', hasOwnNetwork } = query;
  const { memoryBytes, pids, processes } = readCgroupPeaks(query) ?? {};
  return known<ContainerUse>({
    peakMemoryBytes: memoryBytes,
    mostPids: pids,
    network: hasOwnNetwork ? networkUse(`${procRoot}/${pid}/net`) : undefined,
    processes: processes === undefined ? undefined : processesUse(processes, procRoot),
  });
}

function networkUse(directory: string): NetworkUse | undefined {
  const text = (name: string): string => readText(`${directory}/${name}`) ?? '';
  const use = parseNetUse(text('snmp'), text('snmp6'));
  if (use === undefined) return undefined;
  const ports = (['tcp', 'udp'] as const).flatMap((protocol) =>
    ['', '6'].flatMap((version) => parsePorts(text(`${protocol}${version}`), protocol)),
  );
  return { ...use, ports: [...new Set(ports)].sort((one, other) => one - other) };
}

function processesUse(pids: readonly number[], procRoot: string): ProcessesUse | undefined {
  const all = pids.slice(0, MOST_PROCESSES).flatMap((pid) => {
    const { uid, effectiveCapabilities } = parseStatus(readText(`${procRoot}/${pid}/status`) ?? '');
    return uid === undefined || effectiveCapabilities === undefined
      ? []
      : { uid, effectiveCapabilities };
  });
  if (all.length === 0) return undefined;
  return {
    count: pids.length,
    uids: [...new Set(all.map(({ uid }) => uid))],
    capabilities: decodeCapabilities(
      all.reduce((every, { effectiveCapabilities }) => every | effectiveCapabilities, 0n),
    ),
  };
}
