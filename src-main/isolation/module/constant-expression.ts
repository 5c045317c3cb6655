import type { ByteReader } from './byte-reader.js';
import { readHeapType } from './value-types.js';

const END = 0x0b;
const PREFIX_GC = 0xfb;
const PREFIX_VECTOR = 0xfd;
const V128_CONST = 12;

/** Constant instructions (core specification 3.3.13, extended const, GC), with what follows each. */
const INSTRUCTIONS: ReadonlyMap<number, (reader: ByteReader) => void> = new Map([
  [0x23, (reader) => reader.u32()],
  [0x41, (reader) => reader.skipNumber(5)],
  [0x42, (reader) => reader.skipNumber(10)],
  [0x43, (reader) => void reader.part(4)],
  [0x44, (reader) => void reader.part(8)],
  ...[0x6a, 0x6b, 0x6c, 0x7c, 0x7d, 0x7e].map((code): [number, () => void] => [code, nothing]),
  [0xd0, (reader) => void readHeapType(reader)],
  [0xd2, (reader) => reader.u32()],
] as [number, (reader: ByteReader) => void][]);

/** How many indices follow: struct.new(_default), array.new(_default), array.new_fixed, conversions, ref.i31. */
const GC_INDICES: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [1, 1],
  [6, 1],
  [7, 1],
  [8, 2],
  [26, 0],
  [27, 0],
  [28, 0],
]);

/** Over the initial value of a table, to the end of it. */
export function skipConstantExpression(reader: ByteReader): void {
  for (;;) {
    const code = reader.byte();
    if (code === END) return;
    if (code === PREFIX_GC) skipGc(reader);
    else if (code === PREFIX_VECTOR) skipVector(reader);
    else {
      const skip = INSTRUCTIONS.get(code);
      if (skip === undefined) throw unknown(reader);
      skip(reader);
    }
  }
}

function skipGc(reader: ByteReader): void {
  const indices = GC_INDICES.get(reader.u32());
  if (indices === undefined) throw unknown(reader);
  for (let left = indices; left > 0; left -= 1) reader.u32();
}

function skipVector(reader: ByteReader): void {
  if (reader.u32() !== V128_CONST) throw unknown(reader);
  reader.part(16);
}

function nothing(): void {
  // Nothing follows an arithmetic instruction.
}

function unknown(reader: ByteReader): Error {
  return reader.malformed('an initial value is of an unknown form');
}
