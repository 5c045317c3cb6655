import { readSync, writeSync } from 'node:fs';
import type { HostEvent, HostRequest } from './protocol.js';

/** The guest cannot reach it: WASI numbers its own files, and only 0 to 2 are handed through. */
const CONTROL_FD = 3;
const NEWLINE = 0x0a;
const CHUNK_BYTES = 65_536;

export interface Control {
  request: HostRequest;
  report: (event: HostEvent) => void;
  /** Sleeps until the lab writes another line; false when it never will. */
  waitForLine: () => boolean;
}

/** The request is the first line of the control channel, or (started by hand, nobody listens) the first argument. */
export function openControl(argument: string | undefined): Control {
  if (argument?.startsWith('{') === true) {
    const report = (): void => undefined;
    return { request: JSON.parse(argument) as HostRequest, report, waitForLine: () => false };
  }
  return {
    request: JSON.parse(readLine() ?? '') as HostRequest,
    report: reportEvent,
    waitForLine: () => readLine() !== undefined,
  };
}

function reportEvent(event: HostEvent): void {
  try {
    writeSync(CONTROL_FD, `${JSON.stringify(event)}\n`);
  } catch {
    // The lab is gone: nobody is left who could end the guest, so it ends here.
    process.exit(1);
  }
}

/** What came with an earlier line: the lab may have written several before one was read. */
let ahead: Buffer = Buffer.alloc(0);

/** Without its end; undefined when the lab has closed its side. */
function readLine(): string | undefined {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (;;) {
    const end = ahead.indexOf(NEWLINE);
    if (end >= 0) {
      const line = ahead.toString('utf8', 0, end);
      ahead = ahead.subarray(end + 1);
      return line;
    }
    const length = readSync(CONTROL_FD, chunk, 0, CHUNK_BYTES, null);
    if (length === 0) return undefined;
    ahead = Buffer.concat([ahead, chunk.subarray(0, length)]);
  }
}
