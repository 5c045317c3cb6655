import type { ByteReader } from './byte-reader.js';
import { WASM_PAGE_BYTES } from './profile.js';
import type { ExternalKind, MemoryProfile, ModuleExport, ModuleImport } from './profile.js';

/** The binary format of the core specification, 5.5; kinds of 5.5.5, limits of 5.3.8 and its proposals. */
const KINDS: readonly ExternalKind[] = ['function', 'table', 'memory', 'global', 'tag'];
const HAS_MAXIMUM = 1;
const IS_SHARED = 2;
const IS_64_BIT = 4;
const HAS_PAGE_SIZE = 8;
/** `ref` and `ref null`: a heap type follows. */
const REFERENCE_WITH_TYPE = [0x63, 0x64];
/** In the table section: a table whose elements have an initial expression. */
const TABLE_WITH_INITIAL = 0x40;

interface Bounds {
  minimum: number;
  maximum?: number;
  flags: number;
  pageBytes: number;
}

export function readMemory(reader: ByteReader, isImported: boolean): MemoryProfile {
  const bounds = readBounds(reader);
  return {
    minPages: bounds.minimum,
    ...(bounds.maximum === undefined ? {} : { maxPages: bounds.maximum }),
    pageBytes: bounds.pageBytes,
    is64Bit: (bounds.flags & IS_64_BIT) !== 0,
    isShared: (bounds.flags & IS_SHARED) !== 0,
    isImported,
  };
}

export function readImports(reader: ByteReader): {
  imports: ModuleImport[];
  memories: MemoryProfile[];
} {
  const imports: ModuleImport[] = [];
  const memories: MemoryProfile[] = [];
  for (let left = reader.count(); left > 0; left -= 1) {
    const module = reader.name();
    const name = reader.name();
    const kind = readKind(reader);
    imports.push({ module, name, kind });
    if (kind === 'memory') memories.push(readMemory(reader, true));
    else skipImportType(reader, kind);
  }
  return { imports, memories };
}

export function readExports(reader: ByteReader): ModuleExport[] {
  const exports: ModuleExport[] = [];
  for (let left = reader.count(); left > 0; left -= 1) {
    const name = reader.name();
    exports.push({ name, kind: readKind(reader) });
    reader.u32();
  }
  return exports;
}

export function readMemories(reader: ByteReader): MemoryProfile[] {
  const memories: MemoryProfile[] = [];
  for (let left = reader.count(); left > 0; left -= 1) memories.push(readMemory(reader, false));
  return memories;
}

function readKind(reader: ByteReader): ExternalKind {
  const kind = KINDS[reader.byte()];
  if (kind === undefined) throw reader.malformed('something of an unknown kind goes in or out');
  return kind;
}

function skipImportType(reader: ByteReader, kind: ExternalKind): void {
  if (kind === 'function') reader.u32();
  else if (kind === 'table') {
    skipValueType(reader, reader.byte());
    readBounds(reader);
  } else if (kind === 'global') {
    skipValueType(reader, reader.byte());
    reader.byte();
  } else {
    reader.byte();
    reader.u32();
  }
}

function skipValueType(reader: ByteReader, first: number): void {
  if (first === TABLE_WITH_INITIAL) throw reader.malformed('an imported table is malformed');
  if (!REFERENCE_WITH_TYPE.includes(first)) return;
  // A heap type is a signed LEB128 of at most 33 bits: skip its continuation bytes.
  for (let index = 0; index < 5; index += 1) if (reader.byte() < 0x80) return;
  throw reader.malformed('a number is too long');
}

function readBounds(reader: ByteReader): Bounds {
  const flags = reader.u32();
  if (flags > 15) throw reader.malformed('the bounds of a memory or table are of an unknown form');
  const number = (): number => ((flags & IS_64_BIT) !== 0 ? reader.u64() : reader.u32());
  const minimum = number();
  const maximum = (flags & HAS_MAXIMUM) === 0 ? undefined : number();
  const pageBytes = (flags & HAS_PAGE_SIZE) === 0 ? WASM_PAGE_BYTES : readPageSize(reader);
  return { minimum, flags, pageBytes, ...(maximum === undefined ? {} : { maximum }) };
}

/** Custom page sizes: the size's base-2 logarithm. */
function readPageSize(reader: ByteReader): number {
  const exponent = reader.u32();
  if (exponent > 16) throw reader.malformed('a page size is larger than 64 KiB');
  return 2 ** exponent;
}
