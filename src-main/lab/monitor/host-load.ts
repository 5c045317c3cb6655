import type { HostSample, Sample } from '../../contract/index.js';
import type { FoundInstance } from '../../runtimes/instances.js';

export interface Measured {
  instance: FoundInstance;
  /** The newest, if that is of now. */
  sample: Sample | undefined;
}

export interface Shares {
  load?: NonNullable<HostSample['load']>;
  memoryBy?: NonNullable<HostSample['memoryBy']>;
}

interface Sum {
  cpuPercent: number;
  bytes: number;
}

/**
 * Who uses the machine. `hostPercent` is of all cores together and limits the sum: instances are read at
 * other moments than the host. A Wasm process inside a container is in the container's numbers already.
 */
export function sharesOf(
  measured: readonly Measured[],
  containerOf: (instance: FoundInstance) => string | undefined,
  { cores, hostPercent }: { cores: number; hostPercent: number | undefined },
): Shares {
  const containers: Sum = { cpuPercent: 0, bytes: 0 };
  const wasm: Sum = { cpuPercent: 0, bytes: 0 };
  const ids = new Set(measured.map(({ instance }) => instance.view.id));
  for (const { instance, sample } of measured) {
    if (sample === undefined) continue;
    const { cpuPercent = 0, memory } = sample;
    if (instance.view.kind === 'container') {
      containers.cpuPercent += cpuPercent;
      containers.bytes += memory.workingSetBytes ?? memory.cgroupBytes ?? 0;
    } else if (!ids.has(containerOf(instance) ?? '')) {
      wasm.cpuPercent += cpuPercent;
      wasm.bytes += memory.rssBytes ?? 0;
    }
  }
  const memoryBy = { containersBytes: containers.bytes, wasmBytes: wasm.bytes };
  if (hostPercent === undefined) return { memoryBy };
  const both = (containers.cpuPercent + wasm.cpuPercent) / cores;
  // The three are the host's own number: what was read at another moment is scaled to it.
  const scale = both > hostPercent ? hostPercent / both : 1;
  return {
    memoryBy,
    load: {
      containersPercent: (containers.cpuPercent / cores) * scale,
      wasmPercent: (wasm.cpuPercent / cores) * scale,
      restPercent: Math.max(0, hostPercent - both * scale),
    },
  };
}
