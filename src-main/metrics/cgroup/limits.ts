import { known, numberAfter, readText, toCount } from '../files/kernel-text.js';
import { LimitInForce } from './limit-in-force.js';
import { locateCgroup } from './locate.js';
import type { CgroupLocation, CgroupQuery } from './locate.js';

/** The limits that a cgroup holds now; absent means not limited by it. */
export interface CgroupLimits {
  memoryBytes?: number;
  /** Cores: quota divided by period. */
  cpus?: number;
  pids?: number;
}

/** Undefined when the cgroup cannot be seen, which is not the same as `{}`: no limit. */
export function readCgroupLimits(query: CgroupQuery): CgroupLimits | undefined {
  const location = locateCgroup(query);
  if (location === undefined) return undefined;
  return location.version === 1 ? limitsV1(location) : limitsV2(location.directory);
}

/** memory.stat's hierarchical_memory_limit; cpu.cfs_quota_us is -1 for none (scheduler/sched-bwc.rst). */
function limitsV1({ directories }: CgroupLocation & { version: 1 }): CgroupLimits {
  const read = (controller: keyof typeof directories, file: string): string =>
    readText(`${directories[controller] ?? ''}/${file}`) ?? '';
  return known<CgroupLimits>({
    memoryBytes: numberAfter(read('memory', 'memory.stat'), 'hierarchical_memory_limit '),
    cpus: quota(read('cpu', 'cpu.cfs_quota_us'), read('cpu', 'cpu.cfs_period_us')),
    pids: toCount(read('pids', 'pids.max')),
  });
}

/** cpu.max is `$QUOTA $PERIOD` or `max $PERIOD` (admin-guide/cgroup-v2.rst, CPU). */
function limitsV2(directory: string): CgroupLimits {
  const [quotaUs, periodUs] = (readText(`${directory}/cpu.max`) ?? '').trim().split(' ');
  const memory = new LimitInForce(directory);
  const limits = known<CgroupLimits>({
    memoryBytes: memory.bytes(),
    cpus: quota(quotaUs, periodUs),
    pids: toCount(readText(`${directory}/pids.max`)),
  });
  memory.close();
  return limits;
}

function quota(quotaUs: string | undefined, periodUs: string | undefined): number | undefined {
  const [used, period] = [toCount(quotaUs), toCount(periodUs)];
  return used === undefined || period === undefined || period === 0 ? undefined : used / period;
}
