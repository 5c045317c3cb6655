import { writeSync } from 'node:fs';
import type { WireError } from '../contract/index.js';

const STDOUT = 1;
const STDERR = 2;

/**
 * Writes all of it before returning, so that a guest that prints faster than the reader reads is
 * held back instead of filling memory. A reader that has gone ends the program quietly.
 */
function writeAll(fd: number, bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.byteLength) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(141);
      if (code !== 'EAGAIN') throw thrown;
      pause();
    }
  }
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

/** One line for people on stderr, or the error document on stdout with `--json`. */
export function printError(error: WireError, json: boolean): void {
  if (json) printJson({ error });
  else writeErr(`paralelo: ${oneLine(error.message)} ${oneLine(error.hint)}\n`);
}

function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim());
}

/** Control characters and marks of direction as visible text: what a guest is called or says must not drive the terminal. */
export function printable(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- control characters are what this looks for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
