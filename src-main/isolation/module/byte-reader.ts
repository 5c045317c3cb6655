import { LabError } from '../../contract/index.js';

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

  /** Unsigned LEB128 of at most 32 bits (WebAssembly core specification 5.2.2). */
  u32(): number {
    return this.unsigned(5, 0xffff_ffff);
  }

  /** Unsigned LEB128 of at most 64 bits that JavaScript can hold exactly. */
  u64(): number {
    return this.unsigned(10, Number.MAX_SAFE_INTEGER);
  }

  /** The number of things that follow; each takes a byte at least, so more than the bytes left is a lie. */
  count(): number {
    const count = this.u32();
    if (count > this.end - this.position) {
      throw this.malformed(`it announces ${count} entries where there is no room for them`);
    }
    return count;
  }

  name(): string {
    const part = this.part(this.u32());
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(part.rest());
    } catch {
      throw this.malformed('a name is not UTF-8');
    }
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
        if (value > highest) break;
        return value;
      }
    }
    throw this.malformed('a number is too long');
  }
}
