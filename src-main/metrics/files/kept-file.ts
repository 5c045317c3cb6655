import { closeSync, openSync, readSync } from 'node:fs';

/** Every file is read into this one buffer and turned into text before the next read; the lab reads on one thread. */
let shared = Buffer.allocUnsafeSlow(64 * 1024);
const LARGEST_BYTES = 16 * 1024 * 1024;

/**
 * `record`: the kernel makes the whole file in one go (single_open, cgroup files), so one read is
 * all of it. `sequence`: it comes in pieces of about a page (maps, cgroup.procs), read to the end.
 */
export type FileShape = 'record' | 'sequence';

/**
 * A kernel file that stays open: reading it again from position 0 makes the kernel produce it anew,
 * without the cost of a path look-up, and it can never silently become another process's file after
 * a pid is reused.
 */
export class KeptFile {
  private constructor(
    private readonly fd: number,
    private readonly shape: FileShape,
  ) {}

  /** Undefined when it is not there or may not be read. */
  static open(path: string, shape: FileShape = 'record'): KeptFile | undefined {
    try {
      return new KeptFile(openSync(path, 'r'), shape);
    } catch {
      return undefined;
    }
  }

  /** The present content, or undefined when what it described is gone (ENODEV, ESRCH) or forbidden. */
  text(): string | undefined {
    try {
      // Filling may replace the buffer, so it has to come first.
      const length = this.fill();
      return shared.toString('latin1', 0, length);
    } catch {
      return undefined;
    }
  }

  close(): void {
    try {
      closeSync(this.fd);
    } catch {
      // Closed twice: nothing is left to release.
    }
  }

  private fill(): number {
    let length = 0;
    for (;;) {
      const bytes = readSync(this.fd, shared, length, shared.length - length, length);
      length += bytes;
      const full = length === shared.length;
      if (full && length < LARGEST_BYTES) grow();
      else if (bytes === 0 || full || this.shape === 'record') return length;
    }
  }
}

function grow(): void {
  const larger = Buffer.allocUnsafeSlow(shared.length * 4);
  shared.copy(larger);
  shared = larger;
}
