import type { Memory } from '../contract/index.js';
import { locateCgroup } from './cgroup/locate.js';
import type { CgroupLocation, CgroupQuery } from './cgroup/locate.js';
import { KernelMarks } from './cgroup/marks.js';
import type { CgroupNumbers, CgroupReader } from './cgroup/reader.js';
import { CgroupResident } from './cgroup/resident.js';
import { CgroupV1Reader } from './cgroup/v1.js';
import { CgroupV2Reader } from './cgroup/v2.js';
import { monotonicMs } from './clock.js';
import type { Meter, Reading } from './meter.js';
import { ContainerTraffic } from './proc/container-traffic.js';

export interface CgroupMeterOptions extends CgroupQuery {
  /** Also RSS, PSS and private dirty of its processes: costs more, see ResidentMeter. */
  fineMemory: boolean;
  /**
   * For one that is watched whenever somebody looks, not from its start to its end: no high-water mark, and
   * OOM kills counted once a second. Everything in a reading is read anew all the same.
   */
  isWatchedOnly?: boolean;
}

export interface CgroupMeter extends Meter {
  /** Processes that the kernel killed for want of memory in it, as of the latest reading. */
  oomKills(): number | undefined;
}

/**
 * The numbers of one container from its cgroup and its processes, without asking the engine. May be
 * made before the container is there and read after it is gone: both give undefined.
 */
export function createCgroupMeter(options: CgroupMeterOptions): CgroupMeter {
  return new KernelCgroupMeter(options);
}

class KernelCgroupMeter implements CgroupMeter {
  private reader: CgroupReader | undefined;
  private resident: CgroupResident | undefined;
  private traffic: ContainerTraffic | undefined;
  private peakBytes: number | undefined;
  private kills: number | undefined;
  private wasSeen = false;
  private hadProcesses = false;
  private closed = false;

  constructor(private readonly options: CgroupMeterOptions) {
    this.locate();
  }

  read(): Reading | undefined {
    if (this.reader === undefined) this.locate();
    const atMs = monotonicMs();
    const numbers = this.reader?.read();
    if (numbers === undefined) {
      this.release();
      return undefined;
    }
    this.peakBytes = this.reader?.peakBytes() ?? this.peakBytes;
    this.kills = this.reader?.oomKills() ?? this.kills;
    return {
      atMs,
      ...numbers,
      memory: this.isEmptied(numbers.pids) ? {} : this.memoryNow(numbers, atMs),
      ...this.traffic?.read(),
    };
  }

  private memoryNow(numbers: CgroupNumbers, atMs: number): Memory {
    return { ...numbers.memory, ...this.resident?.read(numbers, atMs) };
  }

  /**
   * After the last process has ended, while the engine still clears up: what is charged then is
   * nobody's memory, though the CPU time is now complete.
   */
  private isEmptied(pids: number | undefined): boolean {
    this.hadProcesses ||= (pids ?? 0) > 0;
    return this.hadProcesses && pids === 0;
  }

  peak(): Memory {
    return this.peakBytes === undefined ? {} : { cgroupBytes: this.peakBytes };
  }

  oomKills(): number | undefined {
    return this.kills;
  }

  close(): void {
    this.closed = true;
    this.release();
  }

  private locate(): void {
    // Once gone, a bare pid may already be somebody else's; an id never is.
    const mayLook = !this.wasSeen || this.options.containerId !== undefined;
    const location = mayLook && !this.closed ? locateCgroup(this.options) : undefined;
    if (location === undefined) return;
    this.wasSeen = true;
    this.open(location);
  }

  private open(location: CgroupLocation): void {
    const procRoot = this.options.procRoot ?? '/proc';
    const isV2 = location.version === 2;
    const directory = isV2 ? location.directory : anyDirectory(location.directories);
    const marks = new KernelMarks(this.options.isWatchedOnly === true);
    this.reader = isV2
      ? new CgroupV2Reader(location.directory, marks)
      : new CgroupV1Reader(location.directories, marks);
    if (this.options.fineMemory && directory !== undefined) {
      this.resident = new CgroupResident(directory, procRoot);
    }
    if (this.options.pid !== undefined) {
      this.traffic = new ContainerTraffic(this.options.pid, procRoot);
    }
  }

  private release(): void {
    for (const part of [this.reader, this.resident, this.traffic]) part?.close();
    this.reader = this.resident = this.traffic = undefined;
  }
}

function anyDirectory(directories: Partial<Record<string, string>>): string | undefined {
  return directories.memory ?? Object.values(directories)[0];
}
