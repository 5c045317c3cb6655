import { writeErr } from './streams.js';

const EVERY_MS = 200;
/** Where nobody watches a line change, one is written now and then. */
const SELDOM_MS = 10_000;

/** Writes to stderr how far it is: one line that changes on a terminal, else a line every ten seconds. */
export function progressLine(isTerminal = process.stderr.isTTY): (text: string) => void {
  let lastMs = Number.NEGATIVE_INFINITY;
  return (text) => {
    const nowMs = performance.now();
    if (nowMs - lastMs < (isTerminal ? EVERY_MS : SELDOM_MS)) return;
    lastMs = nowMs;
    writeErr(isTerminal ? `\r\u001B[K${text}` : `${text}\n`);
  };
}

/** Takes the line away, so that what follows begins at the left. */
export function endProgressLine(isTerminal = process.stderr.isTTY): void {
  if (isTerminal) writeErr('\r\u001B[K');
}
