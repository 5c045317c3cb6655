import { readText } from '../../metrics/files/kernel-text.js';
import { parseMaps } from '../../metrics/proc/maps.js';
import type { MappedRange } from '../../metrics/proc/maps.js';

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
  const ranges = parseMaps(maps);
  const candidates = ranges.filter((range, index) => isLinearMemory(range, ranges[index + 1]));
  const exact = candidates.filter((range) => sizeOf(range) === BigInt(bytes));
  if (exact.length > 0) return exact.length === 1 ? exact[0]?.start : undefined;
  const grown = candidates.filter((range) => sizeOf(range) > BigInt(bytes));
  return grown.length === 1 ? grown[0]?.start : undefined;
}

function isLinearMemory(range: MappedRange, next: MappedRange | undefined): boolean {
  if (!range.anonymous || range.permissions !== 'rw-p') return false;
  if (range.start % WASM_PAGE_BYTES !== 0n || sizeOf(range) % WASM_PAGE_BYTES !== 0n) return false;
  if (next?.start !== range.end || next.permissions !== '---p') return false;
  return next.end - range.start >= RESERVED_BYTES;
}

function sizeOf(range: MappedRange): bigint {
  return range.end - range.start;
}
