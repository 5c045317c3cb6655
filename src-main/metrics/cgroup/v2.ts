import type { Memory } from '../../contract/index.js';
import { KeptFile } from '../files/kept-file.js';
import { known, numberAfter, toCount } from '../files/kernel-text.js';
import { parseIoStat } from './block-io.js';
import { LimitInForce } from './limit-in-force.js';
import { KernelMarks } from './marks.js';
import { workingSet } from './reader.js';
import type { CgroupNumbers, CgroupReader } from './reader.js';
import { parseThrottling } from './throttling.js';

const MICROSECONDS_PER_MS = 1000;

/** memory.current and memory.stat of cgroup v2 (admin-guide/cgroup-v2.rst, Memory); both include the children. */
export function parseMemoryV2(
  currentText: string | undefined,
  statText: string | undefined,
  limitBytes: number | undefined,
): Memory {
  const cgroupBytes = toCount(currentText);
  const stat = statText ?? '';
  return known<Memory>({
    cgroupBytes,
    workingSetBytes: workingSet(cgroupBytes, numberAfter(stat, 'inactive_file ')),
    anonBytes: numberAfter(stat, 'anon '),
    limitBytes,
  });
}

/** Reads one cgroup of the unified hierarchy; a controller that is not enabled leaves its values absent. */
export class CgroupV2Reader implements CgroupReader {
  private readonly current: KeptFile | undefined;
  private readonly stat: KeptFile | undefined;
  private readonly cpu: KeptFile | undefined;
  private readonly tasks: KeptFile | undefined;
  private readonly io: KeptFile | undefined;
  private readonly limit: LimitInForce;

  constructor(
    directory: string,
    private readonly marks = new KernelMarks(),
  ) {
    const open = (file: string): KeptFile | undefined => KeptFile.open(`${directory}/${file}`);
    this.current = open('memory.current');
    this.stat = open('memory.stat');
    this.marks.open(open('memory.peak'), open('memory.events'));
    this.cpu = open('cpu.stat');
    this.tasks = open('pids.current');
    this.io = open('io.stat');
    this.limit = new LimitInForce(directory);
  }

  read(): CgroupNumbers | undefined {
    const cpuText = this.cpu?.text();
    const currentText = this.current?.text();
    if (cpuText === undefined && currentText === undefined) return undefined;
    const cpuUs = numberAfter(cpuText ?? '', 'usage_usec ');
    const ioText = this.io?.text();
    this.marks.read();
    return known<CgroupNumbers>({
      cpuTimeMs: cpuUs === undefined ? undefined : cpuUs / MICROSECONDS_PER_MS,
      ...parseThrottling(cpuText),
      memory: parseMemoryV2(currentText, this.stat?.text(), this.limit.bytes()),
      pids: toCount(this.tasks?.text()),
      ...(ioText === undefined ? {} : parseIoStat(ioText)),
    });
  }

  peakBytes(): number | undefined {
    return this.marks.peakBytes;
  }

  oomKills(): number | undefined {
    return this.marks.oomKills;
  }

  close(): void {
    const files = [this.current, this.stat, this.cpu, this.tasks];
    for (const file of [...files, this.io]) file?.close();
    this.marks.close();
    this.limit.close();
  }
}
