import { createReadStream } from 'node:fs';
import type { Duplex } from 'node:stream';
import { monotonicMs } from '../../../metrics/clock.js';
import type { RunObserver } from '../../runtime.js';
import type { Engine } from '../engine/engine.js';
import { FrameSplitter } from './demux.js';

export interface Attached {
  /** When the first byte came; never resolves for a silent guest. */
  readonly firstOutput: Promise<number>;
  /** When the engine has delivered all output, or the connection is lost. Never rejects. */
  readonly closed: Promise<void>;
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
  const splitter = new FrameSplitter((stream, chunk) => {
    sawFirst(monotonicMs());
    observer.output(stream, chunk);
  });
  connection.on('data', (chunk: Buffer) => splitter.push(chunk));
  return {
    firstOutput,
    closed: closeOf(connection),
    feed: () => {
      if (stdinPath !== undefined) feed(connection, stdinPath);
    },
    close: () => connection.destroy(),
  };
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
