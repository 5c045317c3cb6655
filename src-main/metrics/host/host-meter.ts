import type { HostSample } from '../../contract/index.js';
import { known } from '../files/kernel-text.js';
import { busyPercent, readCpuTimes } from './cpu-times.js';
import type { CpuTimes } from './cpu-times.js';
import { readHostMemory } from './memory.js';
import { OwnCostMeter } from './own-cost.js';
import { KeptProcessTree } from './process-tree.js';

/** The part of a HostSample that is measured. */
export type HostNumbers = Omit<HostSample, 'atIso' | 'liveRuns'>;

export interface HostMeterOptions {
  /** The processes that are Paralelo; by default this one and all below it. */
  pids?: () => readonly number[];
  /** Not Paralelo although below it: the processes that host guests. */
  guestPids?: () => Iterable<number>;
  procRoot?: string;
}

/** The machine and our own share of it, between one reading and the next. Costs below 1 ms on Linux. */
export class HostMeter {
  private readonly procRoot: string;
  private readonly ownCost: OwnCostMeter;
  private readonly tree = new KeptProcessTree();
  private previous: CpuTimes | undefined;

  constructor(private readonly options: HostMeterOptions = {}) {
    this.procRoot = options.procRoot ?? '/proc';
    this.ownCost = new OwnCostMeter(this.procRoot);
  }

  /** Never rejects. CPU values are absent in the first reading. */
  async read(): Promise<HostNumbers> {
    const times = readCpuTimes(this.procRoot);
    const cpuPercent = busyPercent(this.previous, times);
    this.previous = times;
    return known<HostNumbers>({
      cpuPercent,
      ...this.ownCost.read(this.pids()),
      ...(await readHostMemory(this.procRoot)),
    });
  }

  private pids(): readonly number[] {
    const guests = new Set(this.options.guestPids?.() ?? []);
    return this.options.pids?.() ?? this.tree.read(process.pid, this.procRoot, guests);
  }
}
