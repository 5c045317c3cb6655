import { monotonicMs } from '../clock.js';
import { KeptFile } from '../files/kept-file.js';
import { findLinearMemories, linearBytesAt } from './maps.js';
import { parseStatm } from './statm.js';
import type { ProcessPages } from './statm.js';

/** A new memory takes gigabytes of addresses. */
const NEW_MEMORY_PAGES = 0x4_0000;
/** Also without a sign of change the sizes are no older than this. */
const OLDEST_MS = 900;

/**
 * The linear memories of a process whose engine reserves so many bytes for each: found by their shape, then
 * read where they are. Their maps cost up to a millisecond, so they are read only when statm says
 * that something was mapped or opened since, and looked through for new memories only when gigabytes were.
 */
export class LinearMemories {
  private readonly statm: KeptFile | undefined;
  private readonly maps: KeptFile | undefined;
  private starts: readonly bigint[] = [];
  private lookedAt: ProcessPages | undefined;
  private readAt: (ProcessPages & { atMs: number }) | undefined;
  private bytes: number | undefined;

  constructor(
    directory: string,
    private readonly reservedBytes: readonly number[],
    private readonly nowMs = monotonicMs,
  ) {
    this.statm = KeptFile.open(`${directory}/statm`);
    this.maps = KeptFile.open(`${directory}/maps`, 'sequence');
  }

  get count(): number {
    return this.starts.length;
  }

  /** All of them together; undefined when there is none, or the maps may not be read. */
  read(): number | undefined {
    const pages = parseStatm(this.statm?.text() ?? '');
    if (pages === undefined) return undefined;
    const { readAt } = this;
    const atMs = this.nowMs();
    const isSame = readAt?.size === pages.size && readAt.data === pages.data;
    if (!isSame || atMs - readAt.atMs > OLDEST_MS) {
      this.readAt = { ...pages, atMs };
      this.bytes = this.measure(pages);
    }
    return this.bytes;
  }

  close(): void {
    this.statm?.close();
    this.maps?.close();
  }

  private measure(pages: ProcessPages): number | undefined {
    const maps = this.maps?.text();
    if (maps === undefined) return undefined;
    const movedPages = Math.abs(pages.size - (this.lookedAt?.size ?? 0));
    // Until the first is found, any change may be it: a memory without a page cannot be seen yet.
    if (movedPages < NEW_MEMORY_PAGES && this.starts.length > 0) {
      const sum = sumAt(maps, this.starts);
      if (sum !== undefined) return sum;
    }
    const found = findLinearMemories(maps, this.reservedBytes);
    this.starts = found.map(({ start }) => start);
    this.lookedAt = pages;
    if (found.length === 0) return undefined;
    return found.reduce((total, memory) => total + memory.bytes, 0);
  }
}

/** Undefined when one of them is gone. */
function sumAt(maps: string, starts: readonly bigint[]): number | undefined {
  let sum = 0;
  for (const start of starts) {
    const bytes = linearBytesAt(maps, start);
    if (bytes === undefined || bytes === 0) return undefined;
    sum += bytes;
  }
  return sum;
}
