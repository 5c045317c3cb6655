import type { Memory } from '../contract/index.js';
import { monotonicMs } from './clock.js';
import { known } from './files/kernel-text.js';
import { KeptFile } from './files/kept-file.js';
import type { Meter, Reading } from './meter.js';
import { kernelUnits } from './proc/auxv.js';
import { parseProcessIo } from './proc/io.js';
import { linearBytesAt } from './proc/maps.js';
import { ResidentMeter } from './proc/resident-meter.js';
import { parseStat } from './proc/stat.js';
import type { ProcessStat } from './proc/stat.js';
import { parsePeakRss } from './proc/status.js';
import { TaskClock } from './proc/task-clock.js';

export interface ProcessMeterOptions {
  pid: number;
  /** Where the linear memory begins, once the guest's host knows it; its size is then read from outside. */
  linearAddress?: () => bigint | undefined;
  /** The size that the guest's host itself reported last, used while there is no address. */
  linearReported?: () => number | undefined;
  linearMaxBytes?: number;
  procRoot?: string;
}

/**
 * The numbers of one process that hosts a Wasm guest. Where there is no /proc (macOS, Windows) only
 * what the host reports remains.
 */
export function createProcessMeter(options: ProcessMeterOptions): Meter {
  const hasProc = options.procRoot !== undefined || process.platform === 'linux';
  return hasProc ? new ProcMeter(options) : new ReportedMeter(options);
}

class ReportedMeter implements Meter {
  constructor(private readonly options: ProcessMeterOptions) {}

  read(): Reading | undefined {
    if (!isAlive(this.options.pid)) return undefined;
    return { atMs: monotonicMs(), memory: linearMemory(this.options, undefined) };
  }

  peak(): Memory {
    return {};
  }

  close(): void {
    // Nothing is kept open.
  }
}

class ProcMeter implements Meter {
  private readonly stat: KeptFile | undefined;
  private readonly status: KeptFile | undefined;
  private readonly io: KeptFile | undefined;
  private readonly maps: KeptFile | undefined;
  private readonly clock: TaskClock;
  private readonly resident: ResidentMeter;
  private readonly msPerTick: number;
  private peakRssBytes: number | undefined;

  constructor(private readonly options: ProcessMeterOptions) {
    const procRoot = options.procRoot ?? '/proc';
    const directory = `${procRoot}/${String(options.pid)}`;
    this.stat = KeptFile.open(`${directory}/stat`);
    this.status = KeptFile.open(`${directory}/status`);
    this.io = KeptFile.open(`${directory}/io`);
    this.maps = KeptFile.open(`${directory}/maps`, 'sequence');
    this.clock = new TaskClock(`${directory}/task`);
    this.resident = new ResidentMeter(procRoot);
    this.msPerTick = 1000 / kernelUnits(procRoot).ticksPerSecond;
  }

  read(): Reading | undefined {
    const atMs = monotonicMs();
    const stat = parseStat(this.stat?.text() ?? '');
    if (stat === undefined) return undefined;
    this.peakRssBytes = parsePeakRss(this.status?.text() ?? '') ?? this.peakRssBytes;
    return known<Reading>({
      atMs,
      cpuTimeMs: this.cpuTimeMs(stat),
      memory: {
        ...this.resident.read([this.options.pid]),
        ...linearMemory(this.options, this.maps),
      },
      pids: 1,
      ...parseProcessIo(this.io?.text() ?? ''),
    });
  }

  peak(): Memory {
    return this.peakRssBytes === undefined ? {} : { rssBytes: this.peakRssBytes };
  }

  close(): void {
    for (const file of [this.stat, this.status, this.io, this.maps]) file?.close();
    this.clock.close();
    this.resident.close();
  }

  /** Ticks include threads that came and went unseen but are cut to 10 ms; the clock is the other way round. */
  private cpuTimeMs(stat: ProcessStat): number {
    const coarseMs = stat.cpuTicks * this.msPerTick;
    return Math.max(coarseMs, this.clock.read(stat.threads) ?? 0);
  }
}

function linearMemory(options: ProcessMeterOptions, maps: KeptFile | undefined): Memory {
  const address = options.linearAddress?.();
  const text = address === undefined ? undefined : maps?.text();
  const seen =
    address === undefined || text === undefined ? undefined : linearBytesAt(text, address);
  return known<Memory>({
    linearBytes: seen ?? options.linearReported?.(),
    linearMaxBytes: options.linearMaxBytes,
  });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: there, but another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
