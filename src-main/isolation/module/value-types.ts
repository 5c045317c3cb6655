import type { ByteReader } from './byte-reader.js';

/** The binary format of the core specification, 5.3.1 to 5.3.5, and what proposals add to it. */
const NUMBERS: ReadonlySet<number> = new Set([0x7f, 0x7e, 0x7d, 0x7c, 0x7b]);
const HEAP_TYPES: ReadonlyMap<number, string> = new Map([
  [0x75, 'nocont'],
  [0x74, 'noexn'],
  [0x73, 'nofunc'],
  [0x72, 'noextern'],
  [0x71, 'none'],
  [0x70, 'func'],
  [0x6f, 'extern'],
  [0x6e, 'any'],
  [0x6d, 'eq'],
  [0x6c, 'i31'],
  [0x6b, 'struct'],
  [0x6a, 'array'],
  [0x69, 'exn'],
  [0x68, 'cont'],
  [0x67, 'string'],
]);
const REF = 0x64;
const REF_NULL = 0x63;
/** Of the proposals shared-everything-threads and custom-descriptors: before a heap type. */
const SHARED = 0x65;
const EXACT = 0x62;
const LEB33_BYTES = 5;

/** Such as `funcref`, `(ref null 3)`: what a table may hold. */
export function readReferenceType(reader: ByteReader): string {
  const first = reader.byte();
  if (first === REF) return `(ref ${readHeapType(reader)})`;
  if (first === REF_NULL) return `(ref null ${readHeapType(reader)})`;
  const name = first === SHARED ? HEAP_TYPES.get(reader.byte()) : HEAP_TYPES.get(first);
  if (name === undefined) throw unknownType(reader);
  return first === SHARED ? `(ref null (shared ${name}))` : shortName(name);
}

export function skipValueType(reader: ByteReader): void {
  if (NUMBERS.has(reader.peek())) reader.byte();
  else readReferenceType(reader);
}

/** The name of an abstract type, or the index of one that the module defines. */
export function readHeapType(reader: ByteReader): string {
  const first = reader.peek();
  const name = HEAP_TYPES.get(first);
  if (name !== undefined) {
    reader.byte();
    return name;
  }
  if (first === SHARED) {
    reader.byte();
    return `(shared ${readHeapType(reader)})`;
  }
  if (first === EXACT) reader.byte();
  const index = readTypeIndex(reader);
  return first === EXACT ? `(exact ${index})` : index;
}

/** A signed LEB128 of 33 bits that is not negative. */
function readTypeIndex(reader: ByteReader): string {
  let value = 0;
  for (let index = 0; index < LEB33_BYTES; index += 1) {
    const next = reader.byte();
    value += (next & 0x7f) * 2 ** (7 * index);
    if (next >= 0x80) continue;
    const isNegative = index === LEB33_BYTES - 1 ? next > 0x0f : (next & 0x40) !== 0;
    if (isNegative) throw unknownType(reader);
    return String(value);
  }
  throw reader.malformed('a number is too long');
}

/** The text format's: `nullref` for `none`, else the type with `ref` behind it. */
function shortName(heapType: string): string {
  if (heapType === 'none') return 'nullref';
  return heapType.startsWith('no') ? `null${heapType.slice(2)}ref` : `${heapType}ref`;
}

function unknownType(reader: ByteReader): Error {
  return reader.malformed('a type is of an unknown form');
}
