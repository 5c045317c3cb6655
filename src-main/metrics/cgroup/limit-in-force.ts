import { dirname } from 'node:path';
import { KeptFile } from '../files/kept-file.js';
import { toCount } from '../files/kernel-text.js';

/**
 * The memory limit that holds a cgroup v2: the smallest memory.max from it up to the root that can
 * be seen (a slice above may be tighter than the container's own). Absent when all say `max`.
 */
export class LimitInForce {
  private readonly files: KeptFile[] = [];

  constructor(directory: string) {
    // The root cgroup has no memory.max, so the first miss is the end of the hierarchy.
    for (let at = directory; ; at = dirname(at)) {
      const file = KeptFile.open(`${at}/memory.max`);
      if (file === undefined) break;
      this.files.push(file);
    }
  }

  bytes(): number | undefined {
    const limits = this.files.map((file) => toCount(file.text()));
    const set = limits.filter((limit) => limit !== undefined);
    return set.length === 0 ? undefined : Math.min(...set);
  }

  close(): void {
    for (const file of this.files) file.close();
  }
}
