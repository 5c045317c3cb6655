/**
 * Memory by definition, in bytes. Each is what its source says and nothing else; absent where it
 * cannot be read. Sources: cgroup v1 Documentation/admin-guide/cgroup-v1/memory.rst, cgroup v2
 * Documentation/admin-guide/cgroup-v2.rst, Documentation/filesystems/proc.rst (smaps_rollup).
 */
export interface Memory {
  cgroupBytes?: number;
  workingSetBytes?: number;
  anonBytes?: number;
  rssBytes?: number;
  pssBytes?: number;
  privateDirtyBytes?: number;
  linearBytes?: number;
  linearMaxBytes?: number;
  limitBytes?: number;
}
export type MemoryName = keyof Memory;

/** One reading at one monotonic time, milliseconds from the run's request. */
export interface Sample {
  tMs: number;
  /** Percent of one core since the previous reading; absent in the first. */
  cpuPercent?: number;
  /** User and system time since the start of the guest (container: its cgroup; Wasm: its host process). */
  cpuTimeMs?: number;
  /** Of its CPU quota, since its start; absent without one. */
  periods?: number;
  /** Of these, those in which the quota ran out. */
  throttledPeriods?: number;
  /** For how long it was kept from running, summed over the cores. */
  throttledMs?: number;
  memory: Memory;
  pids?: number;
  readBytes?: number;
  writtenBytes?: number;
  rxBytes?: number;
  txBytes?: number;
}

export interface MemoryDefinition {
  name: MemoryName;
  label: string;
  /** What it counts, in one sentence, and where it is read. */
  meaning: string;
  kinds: readonly ('container' | 'wasm')[];
}

/** The memory lens: every definition, in the order in which it is shown. */
export const MEMORY_DEFINITIONS: readonly MemoryDefinition[] = [
  {
    name: 'workingSetBytes',
    label: 'Working set',
    meaning:
      'Cgroup memory without inactive page cache: what `docker stats` shows. usage minus inactive_file.',
    kinds: ['container'],
  },
  {
    name: 'cgroupBytes',
    label: 'Cgroup',
    meaning:
      'All memory charged to the cgroup, page cache and kernel memory included; the limit is held against this. memory.usage_in_bytes or memory.current.',
    kinds: ['container'],
  },
  {
    name: 'anonBytes',
    label: 'Anonymous',
    meaning:
      'Memory with no file behind it: heap and stack. total_rss (cgroup v1) or anon (v2) of memory.stat.',
    kinds: ['container'],
  },
  {
    name: 'linearBytes',
    label: 'Linear memory',
    meaning: "The size of the module's linear memory, whether it was touched or not. 64 KiB pages.",
    kinds: ['wasm'],
  },
  {
    name: 'rssBytes',
    label: 'RSS',
    meaning:
      'Resident pages of the processes, shared ones counted in full in each. Rss of smaps_rollup, or VmRSS of status where that may not be read.',
    kinds: ['container', 'wasm'],
  },
  {
    name: 'pssBytes',
    label: 'PSS',
    meaning:
      'Resident pages, shared ones divided by how many processes share them. Pss of smaps_rollup.',
    kinds: ['container', 'wasm'],
  },
  {
    name: 'privateDirtyBytes',
    label: 'Private dirty',
    meaning:
      'Pages that only this process has and that it has written: what ending it would give back at once. Private_Dirty of smaps_rollup.',
    kinds: ['container', 'wasm'],
  },
  {
    name: 'linearMaxBytes',
    label: 'Linear maximum',
    meaning: 'How far the linear memory may grow: the smaller of the module maximum and the limit.',
    kinds: ['wasm'],
  },
  {
    name: 'limitBytes',
    label: 'Limit',
    meaning: 'The memory limit in force as the kernel or the engine shows it.',
    kinds: ['container', 'wasm'],
  },
];

/** What a value may grow to: a linear memory to its maximum, everything else to the limit. */
export function ceilingOf(memory: Memory, name: MemoryName): number | undefined {
  return name === 'linearBytes' ? (memory.linearMaxBytes ?? memory.limitBytes) : memory.limitBytes;
}
