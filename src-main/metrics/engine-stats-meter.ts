import * as v from 'valibot';
import type { Memory } from '../contract/index.js';
import { workingSet } from './cgroup/reader.js';
import { monotonicMs } from './clock.js';
import { EngineClock } from './engine/engine-clock.js';
import { StatsMessageSchema } from './engine/stats-message.js';
import type { StatsMessage } from './engine/stats-message.js';
import { known } from './files/kernel-text.js';
import type { Meter, Reading } from './meter.js';

const NANOSECONDS_PER_MS = 1e6;

export interface EngineStatsMeter extends Meter {
  /** One parsed message of the engine's stats stream. Anything that is not one is ignored. */
  accept(message: unknown): void;
}

export interface EngineStatsOptions {
  /** The engine's own memory: it reports this as the limit of a container that has none. */
  engineMemoryBytes?: number;
}

/**
 * The numbers of a container on an engine whose files cannot be read from here. An engine sends one
 * message a second, so most reads find nothing new and give undefined.
 */
export function createEngineStatsMeter(options: EngineStatsOptions = {}): EngineStatsMeter {
  return new StreamedMeter(options);
}

class StreamedMeter implements EngineStatsMeter {
  private readonly clock = new EngineClock();
  private latest: Reading | undefined;
  private highest: number | undefined;

  constructor(private readonly options: EngineStatsOptions) {}

  accept(message: unknown): void {
    const parsed = v.safeParse(StatsMessageSchema, message);
    if (!parsed.success) return;
    const reading = toReading(parsed.output, this.options, this.clock);
    if (reading === undefined) return;
    this.latest = reading;
    this.highest = highestOf(parsed.output) ?? this.highest;
  }

  read(): Reading | undefined {
    const reading = this.latest;
    this.latest = undefined;
    return reading;
  }

  peak(): Memory {
    return this.highest === undefined ? {} : { cgroupBytes: this.highest };
  }

  close(): void {
    this.latest = undefined;
  }
}

function toReading(
  message: StatsMessage,
  options: EngineStatsOptions,
  clock: EngineClock,
): Reading | undefined {
  const usageNs = message.cpu_stats?.cpu_usage?.total_usage;
  const memory = memoryOf(message, options);
  // After the end an engine sends a last message with the year 1 and nothing measured.
  const isEmpty = memory.cgroupBytes === undefined && (usageNs ?? 0) === 0;
  if (isEmpty) return undefined;
  return known<Reading>({
    atMs: clock.toLocalMs(message.read, monotonicMs()),
    cpuTimeMs: usageNs === undefined ? undefined : usageNs / NANOSECONDS_PER_MS,
    memory,
    pids: message.pids_stats?.current,
    ...blockIoOf(message),
    ...trafficOf(message),
  });
}

/** cgroup v1 has `total_*` and its unlimited value in hierarchical_memory_limit; v2 has neither; Podman 4 has no `stats`. */
function memoryOf(message: StatsMessage, options: EngineStatsOptions): Memory {
  const { usage, limit, stats } = message.memory_stats ?? {};
  const inForce = stats?.hierarchical_memory_limit ?? limit;
  const isLimited =
    inForce !== undefined &&
    inForce > 0 &&
    Number.isSafeInteger(inForce) &&
    inForce !== options.engineMemoryBytes;
  return known<Memory>({
    cgroupBytes: usage,
    workingSetBytes: workingSet(usage, stats?.total_inactive_file ?? stats?.inactive_file),
    anonBytes: stats?.total_rss ?? stats?.anon,
    limitBytes: isLimited ? inForce : undefined,
  });
}

/** Only cgroup v1 has it; Podman 4 puts the limit there. */
function highestOf(message: StatsMessage): number | undefined {
  const { max_usage: highest, limit } = message.memory_stats ?? {};
  return highest === 0 || highest === limit ? undefined : highest;
}

/** No list is "not known"; an empty one is "no device used yet". The operation is `Read` in v1, `read` in v2. */
function blockIoOf(message: StatsMessage): { readBytes?: number; writtenBytes?: number } {
  const entries = message.blkio_stats?.io_service_bytes_recursive;
  if (entries === undefined || entries === null) return {};
  const total = (operation: string): number =>
    entries
      .filter((entry) => entry.op.toLowerCase() === operation)
      .reduce((sum, entry) => sum + entry.value, 0);
  return { readBytes: total('read'), writtenBytes: total('write') };
}

function trafficOf(message: StatsMessage): { rxBytes?: number; txBytes?: number } {
  if (message.networks === undefined || message.networks === null) return {};
  const all = Object.values(message.networks);
  return {
    rxBytes: all.reduce((sum, one) => sum + one.rx_bytes, 0),
    txBytes: all.reduce((sum, one) => sum + one.tx_bytes, 0),
  };
}
