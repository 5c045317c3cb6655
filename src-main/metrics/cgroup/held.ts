import type { LimitValue } from '../../contract/index.js';
import { known, numberAfter, readText, toCount } from '../files/kernel-text.js';
import { readCgroupLimits } from './limits.js';
import { locateCgroup } from './locate.js';
import type { CgroupLocation, CgroupQuery } from './locate.js';

/** One limit of a cgroup: its value, what is used of it now, and how often it was hit. */
export interface Held {
  limit?: LimitValue;
  now?: number;
  hits?: number;
}

/** Memory and swap in bytes; CPU in cores, hit once for each throttled period; pids in processes and threads. */
export interface CgroupHeld {
  memory: Held;
  swap: Held;
  cpu: Held;
  pids: Held;
}

/** What a cgroup holds at this moment; undefined when it cannot be seen. Absent: no such controller here. */
export function readCgroupHeld(query: CgroupQuery): CgroupHeld | undefined {
  const location = locateCgroup(query);
  const limits = readCgroupLimits(query);
  if (location === undefined || limits === undefined) return undefined;
  const files = filesOf(location);
  const swap = location.version === 1 ? swapV1(files) : swapV2(files);
  const { memory, cpu, pids } = FILES[location.version];
  return {
    memory: held(files, memory, limits.memoryBytes),
    swap,
    cpu: held(files, cpu, limits.cpus),
    pids: held(files, pids, limits.pids),
  };
}

interface HeldFiles {
  /** Where it is, the controller is in force, and no number in it means no limit. */
  limit: FileName;
  now?: FileName;
  hits: FileName;
  hitsKey: string;
}

/** Of v1 with its controller, which v2 has in one directory. */
type FileName = readonly ['memory' | 'cpu' | 'pids', string];

const PIDS = { limit: ['pids', 'pids.max'], now: ['pids', 'pids.current'] } as const;
const PIDS_HITS = { hits: ['pids', 'pids.events'], hitsKey: 'max ' } as const;
const CPU_HITS = { hits: ['cpu', 'cpu.stat'], hitsKey: 'nr_throttled ' } as const;

/** admin-guide/cgroup-v1/memory.rst, scheduler/sched-bwc.rst, admin-guide/cgroup-v2.rst. */
const FILES: Record<1 | 2, Record<'memory' | 'cpu' | 'pids', HeldFiles>> = {
  1: {
    memory: {
      limit: ['memory', 'memory.stat'],
      now: ['memory', 'memory.usage_in_bytes'],
      hits: ['memory', 'memory.oom_control'],
      hitsKey: 'oom_kill ',
    },
    cpu: { limit: ['cpu', 'cpu.cfs_quota_us'], ...CPU_HITS },
    pids: { ...PIDS, ...PIDS_HITS },
  },
  2: {
    memory: {
      limit: ['memory', 'memory.max'],
      now: ['memory', 'memory.current'],
      hits: ['memory', 'memory.events'],
      hitsKey: 'oom_kill ',
    },
    cpu: { limit: ['cpu', 'cpu.max'], ...CPU_HITS },
    pids: { ...PIDS, ...PIDS_HITS },
  },
};

type Files = (name: FileName) => string | undefined;

function filesOf(location: CgroupLocation): Files {
  return ([controller, file]) => {
    const directory =
      location.version === 2 ? location.directory : location.directories[controller];
    return directory === undefined ? undefined : readText(`${directory}/${file}`);
  };
}

function held(files: Files, names: HeldFiles, limit: number | undefined): Held {
  if (files(names.limit) === undefined) return {};
  return known<Held>({
    limit: limit ?? 'unlimited',
    now: names.now === undefined ? undefined : toCount(files(names.now)),
    hits: numberAfter(files(names.hits) ?? '', names.hitsKey),
  });
}

const TOGETHER = 'hierarchical_memsw_limit ';

/** v1 counts memory and swap together (memory.rst 2.4), and only where swap accounting is on. */
function swapV1(files: Files): Held {
  const stat = files(['memory', 'memory.stat']) ?? '';
  if (!stat.includes(`\n${TOGETHER}`)) return {};
  const together = numberAfter(stat, TOGETHER);
  const memory = numberAfter(stat, 'hierarchical_memory_limit ');
  const usedTogether = toCount(files(['memory', 'memory.memsw.usage_in_bytes']));
  const used = toCount(files(['memory', 'memory.usage_in_bytes']));
  return known<Pick<Held, 'limit' | 'now'>>({
    limit: together === undefined ? 'unlimited' : Math.max(0, together - (memory ?? together)),
    now: difference(usedTogether, used),
  });
}

function swapV2(files: Files): Held {
  const limit = files(['memory', 'memory.swap.max']);
  if (limit === undefined) return {};
  return known<Held>({
    limit: toCount(limit) ?? 'unlimited',
    now: toCount(files(['memory', 'memory.swap.current'])),
    hits: numberAfter(files(['memory', 'memory.swap.events']) ?? '', 'max '),
  });
}

/** Read one after the other, so that the second may be a little more. */
function difference(whole: number | undefined, part: number | undefined): number | undefined {
  return whole === undefined || part === undefined ? undefined : Math.max(0, whole - part);
}
