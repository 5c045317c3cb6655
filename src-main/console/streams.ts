import { writeSync } from 'node:fs';
import { LabError } from '../contract/index.js';
import type { ErrorCode, WireError } from '../contract/index.js';
import { printable } from '../export/text/printable.js';

export { printable };

const STDOUT = 1;
const STDERR = 2;

/**
 * Writes all of it before returning, so that a guest that prints faster than the reader reads is
 * held back instead of filling memory. A reader that has gone ends the program quietly. Throws LabError
 * `output-not-written`, as on a full disk.
 */
function writeAll(fd: number, bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.byteLength) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(141);
      if (code !== 'EAGAIN') throw notWritten(thrown as Error);
      pause();
    }
  }
}

function notWritten(cause: Error): LabError {
  return new LabError(
    'output-not-written',
    `The output could not be written: ${cause.message}. What was written of it is not the whole.`,
    'Make room, or write it to another place, and run it again.',
    { cause },
  );
}

/** A full pipe set to non-blocking: wait a millisecond without spinning. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
}

export function writeOut(content: string | Uint8Array): void {
  writeAll(STDOUT, typeof content === 'string' ? Buffer.from(content) : content);
}

export function writeErr(content: string | Uint8Array): void {
  writeAll(STDERR, typeof content === 'string' ? Buffer.from(content) : content);
}

export function printJson(document: unknown): void {
  writeOut(`${JSON.stringify(document, null, 2)}\n`);
}

export function printLine(event: unknown): void {
  writeOut(`${JSON.stringify(event)}\n`);
}

/** Stdout has its document already, or cannot be written to. */
const ONLY_ON_STDERR: readonly ErrorCode[] = ['output-not-written', 'result-not-written'];

/** One line for people on stderr, or with `--json` the error document on stdout, of which there is one at most. */
export function printError(error: WireError, json: boolean): void {
  if (json && !ONLY_ON_STDERR.includes(error.code)) printJson({ error });
  else writeErr(`paralelo: ${oneLine(error.message)} ${oneLine(error.hint)}\n`);
}

function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim());
}
