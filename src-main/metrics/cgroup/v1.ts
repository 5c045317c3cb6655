import type { Memory } from '../../contract/index.js';
import { KeptFile } from '../files/kept-file.js';
import { known, numberAfter, toCount, toCounter } from '../files/kernel-text.js';
import { parseBlkio } from './block-io.js';
import type { V1Controller } from './locate.js';
import { KernelMarks } from './marks.js';
import { workingSet } from './reader.js';
import type { CgroupNumbers, CgroupReader } from './reader.js';
import { parseThrottling } from './throttling.js';

const NANOSECONDS_PER_MS = 1e6;

/**
 * memory.stat of cgroup v1 (admin-guide/cgroup-v1/memory.rst, 5.2) with memory.usage_in_bytes.
 * `total_*` include the children; hierarchical_memory_limit is the smallest limit up to the root.
 */
export function parseMemoryV1(usageText: string | undefined, statText: string | undefined): Memory {
  const cgroupBytes = toCount(usageText);
  const stat = statText ?? '';
  return known<Memory>({
    cgroupBytes,
    workingSetBytes: workingSet(cgroupBytes, numberAfter(stat, 'total_inactive_file ')),
    anonBytes: numberAfter(stat, 'total_rss '),
    limitBytes: numberAfter(stat, 'hierarchical_memory_limit '),
  });
}

/** Reads the controllers of one container in cgroup v1. */
export class CgroupV1Reader implements CgroupReader {
  private readonly usage: KeptFile | undefined;
  private readonly stat: KeptFile | undefined;
  private readonly cpu: KeptFile | undefined;
  private readonly quota: KeptFile | undefined;
  private readonly tasks: KeptFile | undefined;
  private readonly blockIo: KeptFile | undefined;

  constructor(
    directories: Partial<Record<V1Controller, string>>,
    private readonly marks = new KernelMarks(),
  ) {
    const open = (controller: V1Controller, file: string): KeptFile | undefined => {
      const directory = directories[controller];
      return directory === undefined ? undefined : KeptFile.open(`${directory}/${file}`);
    };
    this.usage = open('memory', 'memory.usage_in_bytes');
    this.stat = open('memory', 'memory.stat');
    this.marks.open(
      open('memory', 'memory.max_usage_in_bytes'),
      open('memory', 'memory.oom_control'),
    );
    this.cpu = open('cpuacct', 'cpuacct.usage');
    this.quota = open('cpu', 'cpu.stat');
    this.tasks = open('pids', 'pids.current');
    this.blockIo =
      open('blkio', 'blkio.throttle.io_service_bytes_recursive') ??
      open('blkio', 'blkio.throttle.io_service_bytes');
  }

  read(): CgroupNumbers | undefined {
    const cpuNs = toCounter(this.cpu?.text());
    const usageText = this.usage?.text();
    if (cpuNs === undefined && usageText === undefined) return undefined;
    const blkioText = this.blockIo?.text();
    this.marks.read();
    return known<CgroupNumbers>({
      cpuTimeMs: cpuNs === undefined ? undefined : cpuNs / NANOSECONDS_PER_MS,
      ...parseThrottling(this.quota?.text()),
      memory: parseMemoryV1(usageText, this.stat?.text()),
      pids: toCount(this.tasks?.text()),
      ...(blkioText === undefined ? {} : parseBlkio(blkioText)),
    });
  }

  peakBytes(): number | undefined {
    return this.marks.peakBytes;
  }

  oomKills(): number | undefined {
    return this.marks.oomKills;
  }

  close(): void {
    const files = [this.usage, this.stat, this.cpu, this.quota, this.tasks];
    for (const file of [...files, this.blockIo]) file?.close();
    this.marks.close();
  }
}
