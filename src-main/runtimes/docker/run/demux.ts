export type OutputStream = 'stdout' | 'stderr';

/**
 * Splits the engine's multiplexed output (Engine API, "Attach to a container": 8 bytes of header,
 * the first says which stream, the last four the payload's length, big endian). Hands payload on as
 * it comes, piece by piece: nothing is kept but an unfinished header, however large a frame is.
 */
export class FrameSplitter {
  readonly #header = Buffer.alloc(8);
  #headerBytes = 0;
  #payloadBytesLeft = 0;
  #stream: OutputStream = 'stdout';

  #isBeginning = false;

  /** `isBeginning`: of a frame. */
  constructor(
    private readonly deliver: (
      stream: OutputStream,
      chunk: Uint8Array,
      isBeginning: boolean,
    ) => void,
  ) {}

  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      at = this.#payloadBytesLeft > 0 ? this.#takePayload(chunk, at) : this.#takeHeader(chunk, at);
    }
  }

  #takePayload(chunk: Buffer, at: number): number {
    const end = Math.min(at + this.#payloadBytesLeft, chunk.length);
    this.#payloadBytesLeft -= end - at;
    const isBeginning = this.#isBeginning;
    this.#isBeginning = false;
    this.deliver(this.#stream, chunk.subarray(at, end), isBeginning);
    return end;
  }

  #takeHeader(chunk: Buffer, at: number): number {
    const copied = chunk.copy(this.#header, this.#headerBytes, at);
    this.#headerBytes += copied;
    if (this.#headerBytes === this.#header.length) {
      this.#headerBytes = 0;
      this.#isBeginning = true;
      this.#stream = this.#header[0] === 2 ? 'stderr' : 'stdout';
      this.#payloadBytesLeft = this.#header.readUInt32BE(4);
    }
    return at + copied;
  }
}
