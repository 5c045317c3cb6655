import type { Duplex, Readable } from 'node:stream';
import { LabError } from '../../contract/index.js';
import type { ProcessUsage } from '../../contract/index.js';
import type { RunObserver } from '../runtime.js';

/** Of each stream: an engine's last message, its backtrace included. */
const KEPT_BYTES = 16_384;

export interface GuestProcessStart {
  executable: string;
  args: string[];
  /** All of the environment of the process, but for the mark of its owner. */
  env: Record<string, string>;
  cwd: string;
  stdinPath?: string;
}

/** The process that hosts one guest; it can be killed at any time. */
export interface GuestProcess {
  pid: number;
  stdout: Readable;
  stderr: Readable;
  /** File descriptor 3, for a host of ours. */
  channel: Duplex | undefined;
  /** Right before the fork, where its launcher told it. */
  forkedAtMs?: number;
  /** When its program had taken its place (exec), where that was seen. */
  beganAtMs?: number;
  /** Resolves when the process is gone and its pipes are empty. */
  ended: Promise<ProcessEnd>;
  /** Ends the process at once. Safe at any time. */
  kill(): void;
}

/** How the process ended, as the operating system says. */
export interface ProcessEnd {
  code: number | null;
  signal: string | null;
  /** When it was gone, whether or not its pipes were empty then. */
  atMs: number;
  /** Where its launcher told it. */
  usage?: ProcessUsage;
}

/**
 * Hands on what the guest writes, chunk by chunk and without a buffer of ours: a guest that writes
 * faster than it is read waits. Returns the end of what was written to each stream.
 */
export function passOn(
  guest: GuestProcess,
  observer: Pick<RunObserver, 'output'>,
): () => { stdout: string; stderr: string } {
  const ends = { stdout: '', stderr: '' };
  const keep = (stream: 'stdout' | 'stderr', chunk: Buffer): void => {
    const text = chunk.subarray(-KEPT_BYTES).toString('utf8');
    ends[stream] = (ends[stream] + text).slice(-KEPT_BYTES);
    observer.output(stream, chunk);
  };
  guest.stdout.on('data', (chunk: Buffer) => keep('stdout', chunk));
  guest.stderr.on('data', (chunk: Buffer) => keep('stderr', chunk));
  return () => ends;
}

export function cannotStart(cause: Error): LabError {
  return new LabError(
    'host-failed',
    `The process for the guest could not be started: ${cause.message}.`,
    'Check how many processes and open files this user may have (ulimit -u, ulimit -n).',
    { cause },
  );
}
