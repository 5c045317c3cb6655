import { KeptFile } from '../../../metrics/files/kept-file.js';
import { linkOf } from './proc-files.js';

/** Also without a sign of new processes the list is read once in so many scans. */
const LIST_EVERY = 4;

/**
 * Whether processes may have begun since the last scan, from the last pid that the kernel gave out (sysctl
 * kernel.ns_last_pid): reading that is a hundred times cheaper than listing a thousand processes. It counts
 * for our own pid namespace only.
 */
export class NewPids {
  private readonly file: KeptFile | undefined;
  private last: string | undefined;
  private scans = 0;

  constructor(procRoot: string) {
    const isOurs = linkOf(`${procRoot}/self`) === String(process.pid);
    if (isOurs) this.file = KeptFile.open(`${procRoot}/sys/kernel/ns_last_pid`);
  }

  mayBeThere(): boolean {
    const last = this.file?.text();
    const isSame = last !== undefined && last === this.last;
    this.last = last;
    this.scans += 1;
    return !isSame || this.scans % LIST_EVERY === 0;
  }

  close(): void {
    this.file?.close();
  }
}
