import { createHash } from 'node:crypto';

const HEAD_BYTES = 256 * 1024;
const TAIL_BYTES = 768 * 1024;

/**
 * What a guest wrote to one stream: all of it counted and hashed, its beginning and its end kept.
 * A guest that prints for ever costs at most about two megabytes.
 */
export class OutputBuffer {
  readonly #hash = createHash('sha256');
  #head: Buffer[] = [];
  #headBytes = 0;
  #tail: Buffer[] = [];
  #tailBytes = 0;
  #totalBytes = 0;

  add(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    this.#totalBytes += chunk.byteLength;
    const room = HEAD_BYTES - this.#headBytes;
    if (room > 0) this.#addHead(Buffer.from(chunk.subarray(0, room)));
    if (chunk.byteLength > room) this.#addTail(Buffer.from(chunk.subarray(Math.max(room, 0))));
  }

  get totalBytes(): number {
    return this.#totalBytes;
  }

  get truncated(): boolean {
    return this.#totalBytes > this.#headBytes + this.#tailBytes;
  }

  /** Hex SHA-256 of everything written so far. */
  sha256(): string {
    return this.#hash.copy().digest('hex');
  }

  text(): string {
    const head = Buffer.concat(this.#head);
    const tail = Buffer.concat(this.#tail);
    if (!this.truncated) return Buffer.concat([head, tail]).toString('utf8');
    const lost = this.#totalBytes - head.byteLength - tail.byteLength;
    return `${head.toString('utf8')}\n[${String(lost)} bytes not kept]\n${tail.toString('utf8')}`;
  }

  #addHead(chunk: Buffer): void {
    this.#head.push(chunk);
    this.#headBytes += chunk.byteLength;
  }

  #addTail(chunk: Buffer): void {
    this.#tail.push(chunk);
    this.#tailBytes += chunk.byteLength;
    if (this.#tailBytes < 2 * TAIL_BYTES) return;
    // Cut rarely: joining at every chunk would copy the tail each time.
    const kept = Buffer.concat(this.#tail).subarray(-TAIL_BYTES);
    this.#tail = [Buffer.from(kept)];
    this.#tailBytes = kept.byteLength;
  }
}
