import { readSync, writeSync } from 'node:fs';
import type { HostEvent, HostRequest } from './protocol.js';

/** The guest cannot reach it: WASI numbers its own files, and only 0 to 2 are handed through. */
const CONTROL_FD = 3;
const NEWLINE = 0x0a;
const CHUNK_BYTES = 65_536;

export interface Control {
  request: HostRequest;
  report: (event: HostEvent) => void;
}

/** The request is the first line of the control channel, or (started by hand, nobody listens) the first argument. */
export function openControl(argument: string | undefined): Control {
  if (argument?.startsWith('{') === true) {
    const report = (): void => undefined;
    return { request: JSON.parse(argument) as HostRequest, report };
  }
  return { request: JSON.parse(readLine()) as HostRequest, report: reportEvent };
}

function reportEvent(event: HostEvent): void {
  try {
    writeSync(CONTROL_FD, `${JSON.stringify(event)}\n`);
  } catch {
    // The lab is gone: nobody is left who could end the guest, so it ends here.
    process.exit(1);
  }
}

function readLine(): string {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const length = readSync(CONTROL_FD, chunk, 0, CHUNK_BYTES, null);
    const isLast = length === 0 || chunk[length - 1] === NEWLINE;
    chunks.push(chunk.subarray(0, length));
    if (isLast) return Buffer.concat(chunks).toString('utf8');
  }
}
