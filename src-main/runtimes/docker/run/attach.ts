import { createReadStream } from 'node:fs';
import type { Duplex } from 'node:stream';
import { monotonicMs } from '../../../metrics/clock.js';
import type { RunObserver } from '../../runtime.js';
import type { Engine } from '../engine/engine.js';
import { FrameSplitter } from './demux.js';
import type { OutputStream } from './demux.js';

/** More than the longest path and the words around it. */
const MESSAGE_BYTES = 8192;

export interface Attached {
  /** When the first byte came; never resolves for a silent guest. */
  readonly firstOutput: Promise<number>;
  /** When the engine has delivered all output, or the connection is lost. Never rejects. */
  readonly closed: Promise<void>;
  /** What was written first, while it was short: stdout and stderr as text. Undefined for more. */
  shortOutput(): { stdout: string; stderr: string } | undefined;
  /** Lets the guest read its standard input; before this it is not read from disk. */
  feed(): void;
  close(): void;
}

/**
 * Connects to a container's streams before it is started, so that its first byte is not lost. The
 * connection is read only as fast as the observer takes it: behind it the engine, and then the
 * guest, wait.
 */
export async function attach(
  engine: Engine,
  containerId: string,
  stdinPath: string | undefined,
  observer: Pick<RunObserver, 'output'>,
): Promise<Attached> {
  const withStdin = stdinPath !== undefined;
  const connection = await engine.client.hijack({
    method: 'POST',
    path: `/containers/${containerId}/attach`,
    query: { stream: 1, stdout: 1, stderr: 1, stdin: withStdin ? 1 : 0 },
  });
  let sawFirst: (atMs: number) => void;
  const firstOutput = new Promise<number>((resolve) => (sawFirst = resolve));
  const beginning = new ShortOutput();
  const splitter = new FrameSplitter((stream, chunk) => {
    sawFirst(monotonicMs());
    beginning.add(stream, chunk);
    observer.output(stream, chunk);
  });
  connection.on('data', (chunk: Buffer) => splitter.push(chunk));
  return {
    firstOutput,
    closed: closeOf(connection),
    shortOutput: () => beginning.all,
    feed: () => {
      if (stdinPath !== undefined) feed(connection, stdinPath);
    },
    close: () => connection.destroy(),
  };
}

/** Keeps output for as long as it is no longer than a message. */
class ShortOutput {
  all: { stdout: string; stderr: string } | undefined = { stdout: '', stderr: '' };

  add(stream: OutputStream, chunk: Uint8Array): void {
    if (this.all === undefined) return;
    const isShort = this.all[stream].length + chunk.byteLength <= MESSAGE_BYTES;
    if (isShort) this.all[stream] += Buffer.from(chunk).toString('utf8');
    else this.all = undefined;
  }
}

/** A guest that ends without reading all of it closes its side: no error worth a word. */
function feed(connection: Duplex, stdinPath: string): void {
  const file = createReadStream(stdinPath);
  file.on('error', () => connection.end());
  file.pipe(connection);
}

function closeOf(connection: Duplex): Promise<void> {
  return new Promise((resolve) => {
    connection.on('end', resolve);
    connection.on('close', resolve);
    connection.on('error', () => resolve());
  });
}
