import type { Memory } from '../contract/index.js';
import { parseThrottling } from './cgroup/throttling.js';
import { monotonicMs } from './clock.js';
import { known } from './files/kernel-text.js';
import { KeptFile } from './files/kept-file.js';
import type { Meter, Reading } from './meter.js';
import { kernelUnits } from './proc/auxv.js';
import { parseProcessIo } from './proc/io.js';
import { LinearMemories } from './proc/linear-memories.js';
import { linearBytesAt } from './proc/maps.js';
import { ResidentMeter } from './proc/resident-meter.js';
import { parseStat } from './proc/stat.js';
import type { ProcessStat } from './proc/stat.js';
import { parsePeakRss, parseStatusRss } from './proc/status.js';
import { TaskClock } from './proc/task-clock.js';

export interface ProcessMeterOptions {
  pid: number;
  /** Where the linear memory begins, once the guest's host knows it; its size is then read from outside. */
  linearAddress?: () => bigint | undefined;
  /** The size that the guest's host itself reported last, used while there is no address. */
  linearReported?: () => number | undefined;
  /** Instead of an address: how much the engine reserves for a memory; all that look so are summed. */
  linearReservedBytes?: readonly number[];
  /** A number, or what answers it once the module has been read; it is told how many memories are seen. */
  linearMaxBytes?: number | ((memories: number) => number | undefined);
  /** The cpu.stat of the cgroup that was made around it, where there is one. */
  cpuStatPath?: string | undefined;
  /** Of the process that is meant, field 22 of its stat: with another one there nothing is read. */
  startTicks?: number;
  /** False: RSS from status alone, and no PSS and private dirty, for which the kernel walks all pages. */
  fineMemory?: boolean;
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
    return { atMs: monotonicMs(), memory: linearMemory(this.options) };
  }

  peak(): Memory {
    return {};
  }

  close(): void {
    // Nothing is kept open.
  }
}

class ProcMeter implements Meter {
  private readonly directory: string;
  private readonly stat: KeptFile | undefined;
  private readonly status: KeptFile | undefined;
  private readonly io: KeptFile | undefined;
  private readonly quota: KeptFile | undefined;
  private readonly maps: KeptFile | undefined;
  private readonly linear: LinearMemories | undefined;
  private readonly clock: TaskClock;
  private readonly resident: ResidentMeter | undefined;
  private readonly msPerTick: number;
  private peakRssBytes: number | undefined;
  private mostLinearBytes: number | undefined;

  constructor(private readonly options: ProcessMeterOptions) {
    const procRoot = options.procRoot ?? '/proc';
    this.directory = `${procRoot}/${String(options.pid)}`;
    // First of all: as long as it answers, the other files are of the same process.
    this.stat = KeptFile.open(`${this.directory}/stat`);
    this.status = KeptFile.open(`${this.directory}/status`);
    this.io = KeptFile.open(`${this.directory}/io`);
    if (options.cpuStatPath !== undefined) this.quota = KeptFile.open(options.cpuStatPath);
    const reserved = options.linearReservedBytes;
    if (reserved !== undefined) this.linear = new LinearMemories(this.directory, reserved);
    else this.maps = KeptFile.open(`${this.directory}/maps`, 'sequence');
    this.clock = new TaskClock(`${this.directory}/task`);
    if (options.fineMemory !== false) this.resident = new ResidentMeter(procRoot);
    this.msPerTick = 1000 / kernelUnits(procRoot).ticksPerSecond;
  }

  read(): Reading | undefined {
    const atMs = monotonicMs();
    const stat = parseStat(this.stat?.text() ?? '');
    if (stat === undefined || !this.isMeant(stat)) return undefined;
    return known<Reading>({
      atMs,
      cpuTimeMs: this.cpuTimeMs(stat),
      ...parseThrottling(this.quota?.text()),
      memory: { ...this.residentMemory(), ...this.linearMemory() },
      pids: 1,
      ...parseProcessIo(this.io?.text() ?? ''),
    });
  }

  peak(): Memory {
    return this.peakRssBytes === undefined ? {} : { rssBytes: this.peakRssBytes };
  }

  close(): void {
    for (const file of [this.stat, this.status, this.io, this.quota, this.maps]) file?.close();
    this.clock.close();
    this.linear?.close();
    this.resident?.close();
  }

  private isMeant({ startTicks }: ProcessStat): boolean {
    return this.options.startTicks === undefined || this.options.startTicks === startTicks;
  }

  private residentMemory(): Memory {
    const status = this.status?.text() ?? '';
    this.peakRssBytes = parsePeakRss(status) ?? this.peakRssBytes;
    // Not that of stat, which newer kernels do not add up over all cores.
    if (this.resident === undefined) return known<Memory>({ rssBytes: parseStatusRss(status) });
    return this.resident.read([this.options.pid]);
  }

  private linearMemory(): Memory {
    if (this.linear === undefined) return this.oneMemory();
    const linearBytes = this.linear.read();
    return known<Memory>({ linearBytes, linearMaxBytes: maximum(this.options, this.linear.count) });
  }

  /**
   * What the host reported last is older than what was read from outside before its process began to end. A linear
   * memory never shrinks (WebAssembly core specification, memory.grow): the most that was seen is its size.
   */
  private oneMemory(): Memory {
    const memory = linearMemory(this.options, this.maps);
    if (memory.linearBytes === undefined) return memory;
    this.mostLinearBytes = Math.max(memory.linearBytes, this.mostLinearBytes ?? 0);
    return { ...memory, linearBytes: this.mostLinearBytes };
  }

  /** Ticks include threads that came and went unseen but are cut to 10 ms; the clock is the other way round. */
  private cpuTimeMs(stat: ProcessStat): number {
    const coarseMs = stat.cpuTicks * this.msPerTick;
    return Math.max(coarseMs, this.clock.read(stat.threads) ?? 0);
  }
}

function linearMemory(options: ProcessMeterOptions, maps?: KeptFile): Memory {
  const address = options.linearAddress?.();
  const text = address === undefined ? undefined : maps?.text();
  const seen =
    address === undefined || text === undefined ? undefined : linearBytesAt(text, address);
  return known<Memory>({
    linearBytes: seen ?? options.linearReported?.(),
    linearMaxBytes: maximum(options, 1),
  });
}

function maximum({ linearMaxBytes }: ProcessMeterOptions, memories: number): number | undefined {
  return typeof linearMaxBytes === 'function' ? linearMaxBytes(memories) : linearMaxBytes;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: there, but another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
