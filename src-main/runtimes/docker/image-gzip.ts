import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Engine } from './engine/engine.js';

/** A larger image takes minutes to be compressed, and is not. */
const MOST_BYTES = 512 * 1024 ** 2;
const WITHIN_MS = 60_000;

/**
 * Of the archive of `docker save`, in which layers lie unpacked: about what a push to a registry sends, whose clients compress
 * each layer by gzip. Undefined for a large image. Rejects where the engine does not give it, or not in time.
 */
export async function gzipBytesOf(
  engine: Engine,
  ref: string,
  totalBytes: number | undefined,
): Promise<number | undefined> {
  if (totalBytes === undefined || totalBytes > MOST_BYTES) return undefined;
  const signal = AbortSignal.timeout(WITHIN_MS);
  const archive = await engine.client.stream({ method: 'GET', path: `/images/${ref}/get`, signal });
  let bytes = 0;
  const counter = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });
  await pipeline(archive, createGzip(), counter, { signal });
  return bytes;
}
