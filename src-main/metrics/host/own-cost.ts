import { monotonicMs } from '../clock.js';
import { known, readText } from '../files/kernel-text.js';
import { kernelUnits } from '../proc/auxv.js';
import { parseStat } from '../proc/stat.js';

export interface OwnCost {
  /** Percent of one core since the reading before; absent in the first. */
  ownCpuPercent?: number;
  /** Resident bytes summed, pages that the processes share counted in each. */
  ownRssBytes?: number;
}

interface Snapshot {
  atMs: number;
  cpuMs: Map<number, number>;
}

/**
 * What a set of processes costs. Only processes present in both readings count towards CPU, so one
 * that starts or ends in between never makes a jump.
 */
export class OwnCostMeter {
  private readonly units;
  private previous: Snapshot | undefined;

  constructor(private readonly procRoot: string) {
    this.units = kernelUnits(procRoot);
  }

  read(pids: readonly number[]): OwnCost {
    const current: Snapshot = { atMs: monotonicMs(), cpuMs: new Map() };
    let rssBytes = 0;
    for (const pid of pids) {
      const stat = parseStat(readText(`${this.procRoot}/${String(pid)}/stat`) ?? '');
      if (stat === undefined) continue;
      current.cpuMs.set(pid, (stat.cpuTicks * 1000) / this.units.ticksPerSecond);
      rssBytes += stat.rssPages * this.units.pageBytes;
    }
    // Without /proc (macOS, Windows) at least this process is known.
    if (current.cpuMs.size === 0) {
      const { user, system } = process.cpuUsage();
      current.cpuMs.set(process.pid, (user + system) / 1000);
      rssBytes = process.memoryUsage.rss();
    }
    const ownCpuPercent = percentBetween(this.previous, current);
    this.previous = current;
    return known<OwnCost>({ ownCpuPercent, ownRssBytes: rssBytes });
  }
}

function percentBetween(previous: Snapshot | undefined, current: Snapshot): number | undefined {
  const elapsedMs = current.atMs - (previous?.atMs ?? current.atMs);
  if (previous === undefined || elapsedMs <= 0) return undefined;
  let usedMs = 0;
  for (const [pid, cpuMs] of current.cpuMs) {
    usedMs += Math.max(0, cpuMs - (previous.cpuMs.get(pid) ?? cpuMs));
  }
  return (usedMs / elapsedMs) * 100;
}
