import type { LogLine } from '../../../contract/index.js';
import { present } from './view.js';

const LONGEST_LINE_BYTES = 16 * 1024;
/** The time in front of a line, and a blank. */
const LONGEST_TIME_BYTES = 64;
const KEPT_BYTES = LONGEST_LINE_BYTES + LONGEST_TIME_BYTES;
const NEWLINE = 0x0a;
const BLANK = 0x20;

type Stream = LogLine['stream'];

/** Cuts what comes in pieces, cut anywhere, into lines: characters stay whole, and a line without an end fills no memory. */
export class LogLines {
  readonly #open: Record<Stream, OpenLine> = { stdout: new OpenLine(), stderr: new OpenLine() };
  #lines: LogLine[] = [];

  /** With a terminal each line ends with a carriage return that nobody wrote. */
  constructor(private readonly hasTerminal: boolean) {}

  /** `isBeginning`: of what the engine sent as one piece, with the time in front. */
  push(stream: Stream, chunk: Uint8Array, isBeginning = false): void {
    const open = this.#open[stream];
    if (isBeginning) open.expectTime();
    let from = 0;
    for (;;) {
      const at = chunk.indexOf(NEWLINE, from);
      if (at < 0) break;
      open.add(chunk.subarray(from, at));
      this.#finish(stream);
      from = at + 1;
    }
    open.add(chunk.subarray(from));
  }

  /** The whole lines since the last call. */
  take(): LogLine[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }

  /** At the end: also what no newline has ended. */
  takeRest(): LogLine[] {
    for (const stream of ['stdout', 'stderr'] as const) {
      if (!this.#open[stream].isEmpty) this.#finish(stream);
    }
    return this.take();
  }

  #finish(stream: Stream): void {
    this.#lines.push(toLine(stream, this.#open[stream].take(), this.hasTerminal));
  }
}

class OpenLine {
  #pieces: Buffer[] = [];
  #bytes = 0;
  /** The beginning of a further piece of the line, while it is not known whether it is a time. */
  #beginning: Buffer | undefined;

  get isEmpty(): boolean {
    return this.#bytes === 0;
  }

  /** An engine that keeps a long line in pieces puts a time in front of each. */
  expectTime(): void {
    if (!this.isEmpty) this.#beginning = Buffer.alloc(0);
  }

  add(piece: Uint8Array): void {
    if (this.#beginning === undefined) {
      this.#keep(piece);
      return;
    }
    const beginning = Buffer.concat([this.#beginning, piece]);
    const isWhole = beginning.length >= LONGEST_TIME_BYTES || beginning.includes(BLANK);
    this.#beginning = isWhole ? undefined : beginning;
    if (isWhole) this.#keep(beginning.subarray(timeBytesOf(beginning)));
  }

  /** Beyond the longest line, bytes are let go of. */
  #keep(piece: Uint8Array): void {
    const kept = piece.subarray(0, Math.max(0, KEPT_BYTES - this.#bytes));
    if (kept.length === 0) return;
    // A copy: the chunk behind it would stay in memory with it.
    this.#pieces.push(Buffer.from(kept));
    this.#bytes += kept.length;
  }

  take(): Buffer {
    if (this.#beginning !== undefined) this.#keep(this.#beginning);
    this.#beginning = undefined;
    const [only] = this.#pieces;
    const line =
      this.#pieces.length === 1 && only !== undefined ? only : Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#bytes = 0;
    return line;
  }
}

/** RFC 3339, with nanoseconds in Docker and in seconds in Podman. */
const TIME = /^(\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d)) /;

function timeBytesOf(bytes: Buffer): number {
  return TIME.exec(bytes.toString('latin1', 0, LONGEST_TIME_BYTES))?.[0].length ?? 0;
}

function toLine(stream: Stream, bytes: Buffer, hasTerminal: boolean): LogLine {
  const time = TIME.exec(bytes.toString('latin1', 0, LONGEST_TIME_BYTES));
  const text = wholeCharacters(bytes.subarray(time?.[0].length ?? 0)).toString('utf8');
  return {
    stream,
    ...present({ atIso: time?.[1] }),
    text: hasTerminal ? text.replace(/\r$/, '') : text,
  };
}

/** At most the longest line, not cut inside a character (UTF-8: bytes that go on begin with the bits 10). */
function wholeCharacters(bytes: Buffer): Buffer {
  if (bytes.length <= LONGEST_LINE_BYTES) return bytes;
  let end = LONGEST_LINE_BYTES;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}
