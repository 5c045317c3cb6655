import { LabError } from '../../contract/index.js';

/** As the WebAssembly JavaScript Interface limits imports and exports; the other lists have lower limits still. */
const MOST_ENTRIES = 1_000_000;
/** A byte order mark is part of a name. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** The decoder takes longer to begin than a loop takes for so many letters. */
const SHORT_NAME_BYTES = 64;

/**
 * Reads forward through a part of a module. Every read is checked against the end of that part, so
 * work is bounded by the number of bytes; anything that does not fit is `not-a-module` with its offset.
 */
export class ByteReader {
  constructor(
    private readonly bytes: Uint8Array,
    private position = 0,
    private readonly end = bytes.length,
  ) {}

  get offset(): number {
    return this.position;
  }

  get isAtEnd(): boolean {
    return this.position >= this.end;
  }

  byte(): number {
    const value = this.position < this.end ? this.bytes[this.position] : undefined;
    if (value === undefined) throw this.malformed('it ends in the middle of something');
    this.position += 1;
    return value;
  }

  /** The next byte, which stays the next. Throws where there is none. */
  peek(): number {
    const value = this.byte();
    this.position -= 1;
    return value;
  }

  /** Unsigned LEB128 of at most 32 bits (WebAssembly core specification 5.2.2). */
  u32(): number {
    return this.unsigned(5, 0xffff_ffff);
  }

  /** Unsigned LEB128 of at most 64 bits; beyond 2^53 as near as JavaScript can hold it. */
  u64(): number {
    return this.unsigned(10, 2 ** 64);
  }

  /** Over a LEB128 number, signed or not, of at most so many bytes. */
  skipNumber(mostBytes: number): void {
    for (let index = 0; index < mostBytes; index += 1) if (this.byte() < 0x80) return;
    throw this.malformed('a number is too long');
  }

  /** The number of things that follow; each takes a byte at least, so more than the bytes left is a lie. */
  count(): number {
    const count = this.u32();
    if (count > MOST_ENTRIES) {
      throw this.malformed(`it announces ${count} entries, more than any engine takes`);
    }
    if (count > this.end - this.position) {
      throw this.malformed(`it announces ${count} entries where there is no room for them`);
    }
    return count;
  }

  name(): string {
    const bytes = this.part(this.u32()).rest();
    if (bytes.length <= SHORT_NAME_BYTES && bytes.every((byte) => byte < 0x80)) {
      return String.fromCharCode(...bytes);
    }
    try {
      return UTF8.decode(bytes);
    } catch {
      throw this.malformed('a name is not UTF-8');
    }
  }

  /** Nothing may be left: a part that is longer than what is in it is as wrong as one that is shorter. */
  mustEnd(): void {
    if (!this.isAtEnd) throw this.malformed('a section is longer than what is in it');
  }

  /** A reader of the next `length` bytes; this one goes on behind them. */
  part(length: number): ByteReader {
    const start = this.position;
    if (length > this.end - start) {
      throw this.malformed(`a part of ${length} bytes goes beyond the end`);
    }
    this.position = start + length;
    return new ByteReader(this.bytes, start, this.position);
  }

  rest(): Uint8Array {
    return this.bytes.subarray(this.position, this.end);
  }

  malformed(what: string): LabError {
    return new LabError(
      'not-a-module',
      `The file starts like a WebAssembly module, but ${what} (at byte ${this.position}).`,
      'The file is damaged or cut off: build or download it again.',
    );
  }

  private unsigned(mostBytes: number, highest: number): number {
    let value = 0;
    for (let index = 0; index < mostBytes; index += 1) {
      const next = this.byte();
      value += (next & 0x7f) * 2 ** (7 * index);
      if (next < 0x80) {
        if (value > highest || (index === 9 && next > 1)) break;
        return value;
      }
    }
    throw this.malformed('a number is too long');
  }
}
