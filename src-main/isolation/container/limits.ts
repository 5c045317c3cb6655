import type { LimitValue, LimitWall } from '../../contract/index.js';
import type { CgroupHeld, Held } from '../../metrics/cgroup/held.js';
import { known } from '../../metrics/files/kernel-text.js';
import type { HostConfig } from '../inspect.js';

/** sched-bwc.rst: the period is 100 ms unless said otherwise. */
const DEFAULT_CPU_PERIOD_US = 100_000;

/** What was asked of the engine beside what the cgroup holds. Swap is what may be used beyond the memory. */
export function limitsOf(
  config: HostConfig | undefined,
  held: CgroupHeld | undefined,
): LimitWall[] {
  const wall = (
    name: 'memory' | 'swap' | 'cpu' | 'pids',
    unit: LimitWall['unit'],
    declared: LimitValue | undefined,
  ) => limitWall({ name, unit }, declared, held?.[name]);
  return [
    wall('memory', 'bytes', positive(config?.Memory)),
    wall('swap', 'bytes', swap(config)),
    wall('cpu', 'cores', cpus(config)),
    wall('pids', 'processes', positive(config?.PidsLimit)),
  ].filter(({ declared, effective }) => declared !== undefined || effective !== undefined);
}

function limitWall(
  base: Pick<LimitWall, 'name' | 'unit'>,
  declared: LimitValue | undefined,
  held: Held | undefined,
): LimitWall {
  const isHeld = held?.limit !== undefined && held.limit !== 'unlimited';
  return known<LimitWall>({
    ...base,
    declared,
    effective: held?.limit,
    now: held?.now,
    hits: held?.hits,
    heldBy: isHeld ? 'cgroup' : undefined,
  });
}

/** 0, -1 and null all mean "not limited"; absent is not told. */
function positive(value: number | null | undefined): LimitValue | undefined {
  if (value === undefined) return undefined;
  return value !== null && value > 0 ? value : 'unlimited';
}

/** MemorySwap is memory and swap together; -1 without a limit, and 0 as the engine and the kernel like. */
function swap(config: HostConfig | undefined): LimitValue | undefined {
  const { Memory: memory = 0, MemorySwap: together } = config ?? {};
  if (together === undefined || (together === 0 && memory > 0)) return undefined;
  return together <= 0 ? 'unlimited' : Math.max(0, together - memory);
}

function cpus(config: HostConfig | undefined): LimitValue | undefined {
  if (config?.NanoCpus === undefined && config?.CpuQuota === undefined) return undefined;
  const { NanoCpus = 0, CpuQuota = 0, CpuPeriod = 0 } = config;
  if (NanoCpus > 0) return NanoCpus / 1e9;
  return CpuQuota > 0 ? CpuQuota / (CpuPeriod || DEFAULT_CPU_PERIOD_US) : 'unlimited';
}
