import type { ByteReader } from './byte-reader.js';
import { WASM_PAGE_BYTES } from './profile.js';
import type { MemoryProfile, TableProfile } from './profile.js';
import { readReferenceType } from './value-types.js';

/** Limits of the core specification, 5.3.8, and of the proposals threads, memory64 and custom-page-sizes. */
const HAS_MAXIMUM = 1;
const IS_SHARED = 2;
const IS_64_BIT = 4;
const HAS_PAGE_SIZE = 8;

interface Bounds {
  minimum: number;
  maximum?: number;
  is64Bit: boolean;
  isShared: boolean;
  pageBytes: number;
}

export function readMemory(reader: ByteReader, isImported: boolean): MemoryProfile {
  const { minimum, maximum, is64Bit, isShared, pageBytes } = readBounds(reader, 15);
  const addressable = is64Bit ? 2 ** 64 : 2 ** 32;
  if ((maximum ?? minimum) * pageBytes > addressable) {
    throw reader.malformed('a memory is larger than its addresses go');
  }
  if (isShared && maximum === undefined) {
    throw reader.malformed('a shared memory has no maximum');
  }
  return {
    minPages: minimum,
    ...(maximum === undefined ? {} : { maxPages: maximum }),
    pageBytes,
    is64Bit,
    isShared,
    isImported,
  };
}

/** A table's type: of its elements, and how many. */
export function readTable(reader: ByteReader, isImported: boolean): TableProfile {
  const elementType = readReferenceType(reader);
  const { minimum, maximum } = readBounds(reader, 7);
  return { elementType, minimum, ...(maximum === undefined ? {} : { maximum }), isImported };
}

function readBounds(reader: ByteReader, knownFlags: number): Bounds {
  const flags = reader.byte();
  if (flags > knownFlags) {
    throw reader.malformed('the bounds of a memory or table are of an unknown form');
  }
  const is64Bit = (flags & IS_64_BIT) !== 0;
  const number = (): number => (is64Bit ? reader.u64() : reader.u32());
  const minimum = number();
  const maximum = (flags & HAS_MAXIMUM) === 0 ? undefined : number();
  if (maximum !== undefined && maximum < minimum) {
    throw reader.malformed('the maximum of a memory or table is below its minimum');
  }
  return {
    minimum,
    ...(maximum === undefined ? {} : { maximum }),
    is64Bit,
    isShared: (flags & IS_SHARED) !== 0,
    pageBytes: (flags & HAS_PAGE_SIZE) === 0 ? WASM_PAGE_BYTES : readPageSize(reader),
  };
}

/** Custom page sizes: the size's base-2 logarithm. */
function readPageSize(reader: ByteReader): number {
  const exponent = reader.u32();
  if (exponent > 16) throw reader.malformed('a page size is larger than 64 KiB');
  return 2 ** exponent;
}
