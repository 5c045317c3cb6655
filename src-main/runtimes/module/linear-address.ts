import { readText } from '../../metrics/files/kernel-text.js';

const WASM_PAGE_BYTES = 0x1_0000n;
/**
 * V8 reserves 8 GiB for a 32-bit memory. In an Electron the memory lies in V8's sandbox, where the
 * inaccessible rest runs on to the sandbox's end, so it is this or more.
 */
const RESERVED_BYTES = 0x2_0000_0000n;

/**
 * Where the linear memory of a V8 process begins, once its host has said its size: accessible
 * anonymous memory of that size (or more, if it has grown since), then inaccessible memory to at least
 * 8 GiB. Undefined when it cannot be told (no /proc, no page yet, several alike). Costs about 0.3 ms.
 */
export function findLinearAddress(pid: number, bytes: number): bigint | undefined {
  if (process.platform !== 'linux' || bytes === 0) return undefined;
  const maps = readText(`/proc/${String(pid)}/maps`);
  return maps === undefined ? undefined : linearAddressIn(maps, bytes);
}

export function linearAddressIn(maps: string, bytes: number): bigint | undefined {
  const memories = linearMemories(maps);
  const exact = memories.filter((memory) => memory.bytes === BigInt(bytes));
  if (exact.length > 0) return exact.length === 1 ? exact[0]?.start : undefined;
  const grown = memories.filter((memory) => memory.bytes > BigInt(bytes));
  return grown.length === 1 ? grown[0]?.start : undefined;
}

/**
 * An accessible anonymous range and, right behind it, an inaccessible one: filesystems/proc.rst 1.1. One pass
 * over the text, since an Electron has hundreds of ranges and only a few look like this.
 */
const MEMORY_AND_GUARD =
  /^([0-9a-f]+)-([0-9a-f]+) rw-p 0+ 00:00 0 *\n\2-([0-9a-f]+) ---p 0+ 00:00 0 *$/gm;

function linearMemories(maps: string): { start: bigint; bytes: bigint }[] {
  const memories: { start: bigint; bytes: bigint }[] = [];
  for (const [, first = '', middle = '', last = ''] of maps.matchAll(MEMORY_AND_GUARD)) {
    const [start, end, guardEnd] = [first, middle, last].map((hex) => BigInt(`0x${hex}`));
    if (start === undefined || end === undefined || guardEnd === undefined) continue;
    const bytes = end - start;
    const isWhole = start % WASM_PAGE_BYTES === 0n && bytes % WASM_PAGE_BYTES === 0n;
    if (isWhole && guardEnd - start >= RESERVED_BYTES) memories.push({ start, bytes });
  }
  return memories;
}
