/** One range of /proc/PID/maps (filesystems/proc.rst 1.1); `end` is the first address behind it. */
export interface MappedRange {
  start: bigint;
  end: bigint;
  permissions: string;
  /** No file, stack or heap behind it. */
  anonymous: boolean;
}

const WASM_PAGE_BYTES = 0x1_0000n;
/** What V8, WAMR and WasmEdge reserve for one 32-bit memory: every address that base + index + offset can form. */
const RESERVED_BYTES = 0x2_0000_0000;
const LINE = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) [0-9a-f]+ [0-9a-f]+:[0-9a-f]+ (\d+)(?: +(.*))?$/;

export function parseMaps(maps: string): MappedRange[] {
  const ranges: MappedRange[] = [];
  for (const line of maps.split('\n')) {
    const range = parseLine(line);
    if (range !== undefined) ranges.push(range);
  }
  return ranges;
}

function parseLine(line: string): MappedRange | undefined {
  const match = LINE.exec(line);
  if (match === null) return undefined;
  const [, start = '0', end = '0', permissions = '', inode = '0', name = ''] = match;
  const named = name !== '' && !name.startsWith('[anon:') && !isMemoryImage(name);
  return {
    start: BigInt(`0x${start}`),
    end: BigInt(`0x${end}`),
    permissions,
    anonymous: isMemoryImage(name) || (inode === '0' && !named),
  };
}

/**
 * The beginning of a linear memory in wasmtime: its initial data, mapped copy-on-write from a memfd, or from the
 * artefact where the module was compiled ahead of time.
 */
function isMemoryImage(name: string): boolean {
  return name.startsWith('/memfd:wasm-memory-image') || name.endsWith('.cwasm');
}

/**
 * The present size in bytes of the linear memory that begins at `start`: the accessible ranges from
 * there on, as long as they touch (the kernel may show one memory as several, for example after
 * madvise). 0 while the memory has no page yet; undefined when nothing is mapped there any more.
 */
export function linearBytesAt(maps: string, start: bigint): number | undefined {
  let end: bigint | undefined;
  for (const line of linesFrom(maps, start)) {
    const range = parseLine(line);
    if (range === undefined || range.end <= start) continue;
    if (range.start > (end ?? start)) break;
    end ??= start;
    if (!isAccessible(range)) break;
    end = range.end;
  }
  return end === undefined ? undefined : Number(end - start);
}

/**
 * The lines from the one that begins exactly at `start`, without looking at the hundreds before it;
 * all of them when the kernel has merged that range with the one before.
 */
function* linesFrom(maps: string, start: bigint): Generator<string> {
  const key = `${start.toString(16).padStart(8, '0')}-`;
  let at = maps.startsWith(key) ? 0 : maps.indexOf(`\n${key}`) + 1;
  while (at < maps.length) {
    const newline = maps.indexOf('\n', at);
    const end = newline < 0 ? maps.length : newline;
    yield maps.slice(at, end);
    at = end + 1;
  }
}

export interface LinearMemory {
  start: bigint;
  bytes: number;
}

/**
 * Linear memories by their shape, for a process that does not tell: accessible anonymous memory in
 * whole Wasm pages, followed by inaccessible memory, together exactly what the engine reserves: 8 GiB unless
 * said otherwise (several where its versions differ). Not more: V8's own heap has the same shape and another
 * size. The kernel may show what lies before a memory as one range with it. Misses runtimes that keep
 * theirs on the heap (wasm3, wabt, wazero) and V8 inside its sandbox.
 */
export function findLinearMemories(
  maps: string,
  reservedBytes: number | readonly number[] = RESERVED_BYTES,
): LinearMemory[] {
  const sizes = [reservedBytes].flat().map(BigInt);
  const found: LinearMemory[] = [];
  let candidate: MappedRange | undefined;
  for (const range of parseMaps(maps)) {
    if (candidate?.end === range.start && isGuard(range)) {
      const memory = memoryBefore(range, candidate, sizes);
      if (memory !== undefined) found.push(memory);
    }
    if (!isAccessible(range)) candidate = undefined;
    else if (candidate?.end === range.start) candidate = { ...candidate, end: range.end };
    else candidate = range;
  }
  return found;
}

/** A reservation of one of these sizes that ends with the guard and begins within the accessible range. */
function memoryBefore(
  guard: MappedRange,
  accessible: MappedRange,
  sizes: readonly bigint[],
): LinearMemory | undefined {
  for (const size of sizes) {
    const start = guard.end - size;
    const bytes = accessible.end - start;
    const isInside = start >= accessible.start && bytes > 0n;
    if (isInside && bytes % WASM_PAGE_BYTES === 0n) return { start, bytes: Number(bytes) };
  }
  return undefined;
}

function isAccessible(range: MappedRange): boolean {
  return range.anonymous && range.permissions === 'rw-p';
}

function isGuard(range: MappedRange): boolean {
  return range.anonymous && range.permissions === '---p';
}
