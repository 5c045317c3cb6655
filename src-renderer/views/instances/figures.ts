import { ceilingOf } from '../../../src-main/contract/index.js';
import type { Instance, SampleRates } from '../../../src-main/contract/index.js';
import type { InstanceTrack } from '../../state/instance-track.js';
import { definitionFor } from './memory-choice.js';
import type { MemoryChoice } from './memory-choice.js';

/** The numbers of one row, as they are now. */
export interface Figures {
  /** Of one core. */
  cpuPercent?: number;
  memoryBytes?: number;
  /** What `memoryBytes` is held against. */
  ceilingBytes?: number;
  rates: SampleRates;
  pids?: number;
}

const NONE: Figures = { rates: {} };

export function figuresOf(
  instance: Instance,
  track: InstanceTrack | undefined,
  choice: MemoryChoice,
): Figures {
  const sample = track?.latest;
  if (track === undefined || sample === undefined) return NONE;
  const figures: Figures = { rates: track.rates };
  const name = definitionFor(instance.kind, choice);
  const memoryBytes = name && sample.memory[name];
  const ceilingBytes = name && ceilingOf(sample.memory, name);
  if (sample.cpuPercent !== undefined) figures.cpuPercent = sample.cpuPercent;
  if (memoryBytes !== undefined) figures.memoryBytes = memoryBytes;
  if (ceilingBytes !== undefined) figures.ceilingBytes = ceilingBytes;
  if (sample.pids !== undefined) figures.pids = sample.pids;
  return figures;
}

/** Of those that are known; undefined where none is. */
export function sum(values: readonly (number | undefined)[]): number | undefined {
  let total: number | undefined;
  for (const value of values) if (value !== undefined) total = (total ?? 0) + value;
  return total;
}

export interface Sums {
  cpuPercent?: number | undefined;
  memoryBytes?: number | undefined;
  rates: SampleRates;
  pids?: number | undefined;
}

const RATES = [
  'rxBytesPerSecond',
  'txBytesPerSecond',
  'readBytesPerSecond',
  'writtenBytesPerSecond',
] as const;

/** Of a group. What nobody in it has is absent. */
export function sumsOf(all: readonly Figures[]): Sums {
  const rates: SampleRates = {};
  for (const name of RATES) {
    const total = sum(all.map((figures) => figures.rates[name]));
    if (total !== undefined) rates[name] = total;
  }
  return {
    cpuPercent: sum(all.map(({ cpuPercent }) => cpuPercent)),
    memoryBytes: sum(all.map(({ memoryBytes }) => memoryBytes)),
    pids: sum(all.map(({ pids }) => pids)),
    rates,
  };
}
