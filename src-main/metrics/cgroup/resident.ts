import { ResidentMeter } from '../proc/resident-meter.js';
import type { ResidentMemory } from '../proc/smaps-rollup.js';
import { CgroupProcesses } from './processes.js';
import type { CgroupNumbers } from './reader.js';

/** What others do to shared pages changes PSS even so: after this it is read again. */
const MOST_AGE_MS = 2000;

interface Known {
  resident: ResidentMemory;
  atMs: number;
  cpuTimeMs: number | undefined;
  cgroupBytes: number | undefined;
}

/**
 * RSS, PSS and private dirty of the processes of a cgroup. While none of them has run and the memory
 * charged is the same, none can have touched a page: what is known still holds, and the walk through
 * all page tables (most of a sample's cost) is spared. Most containers rest most of the time.
 */
export class CgroupResident {
  private readonly processes: CgroupProcesses;
  private readonly meter: ResidentMeter;
  private known: Known | undefined;

  constructor(directory: string, procRoot: string) {
    this.processes = new CgroupProcesses(directory);
    this.meter = new ResidentMeter(procRoot);
  }

  /** `numbers` are those of the same cgroup at `atMs`. */
  read({ cpuTimeMs, memory: { cgroupBytes } }: CgroupNumbers, atMs: number): ResidentMemory {
    const { known } = this;
    const isResting =
      known?.cpuTimeMs !== undefined &&
      known.cpuTimeMs === cpuTimeMs &&
      known.cgroupBytes === cgroupBytes;
    if (isResting && atMs - known.atMs < MOST_AGE_MS) return known.resident;
    const resident = this.meter.read(this.processes.pids());
    const isRead = resident.rssBytes !== undefined;
    this.known = isRead ? { resident, atMs, cpuTimeMs, cgroupBytes } : undefined;
    return resident;
  }

  close(): void {
    this.processes.close();
    this.meter.close();
  }
}
