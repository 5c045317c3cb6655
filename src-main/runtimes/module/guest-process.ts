import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Duplex, Readable } from 'node:stream';
import { LabError } from '../../contract/index.js';
import { monotonicMs } from '../../metrics/clock.js';
import type { RunObserver } from '../runtime.js';
import { ownerEnvironment } from './orphans.js';

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
  child: ChildProcess;
  pid: number;
  stdout: Readable;
  stderr: Readable;
  /** File descriptor 3, for a host of ours. */
  channel: Duplex | undefined;
}

/** Starts the process. Throws LabError `host-failed` when it cannot be started. */
export async function spawnGuest(
  start: GuestProcessStart,
  withChannel = false,
): Promise<GuestProcess> {
  const stdin = start.stdinPath === undefined ? 'ignore' : openSync(start.stdinPath, 'r');
  try {
    const child = spawn(start.executable, start.args, {
      stdio: [stdin, 'pipe', 'pipe', ...(withChannel ? (['pipe'] as const) : [])],
      env: { ...start.env, ...ownerEnvironment() },
      cwd: start.cwd,
      // A Ctrl+C in the terminal is for the lab, which then ends its guests in order.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    return await started(child);
  } finally {
    if (stdin !== 'ignore') closeSync(stdin);
  }
}

async function started(child: ChildProcess): Promise<GuestProcess> {
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) => reject(cannotStart(cause)));
  });
  const [, stdout, stderr, channel] = child.stdio;
  if (child.pid === undefined || stdout == null || stderr == null) {
    throw cannotStart(new Error('its pipes are missing'));
  }
  // Whatever breaks from now on (a pipe, a signal that cannot be sent) is told by the end of the process.
  for (const source of [child, stdout, stderr, channel]) source?.on('error', () => undefined);
  return {
    child,
    pid: child.pid,
    stdout: stdout,
    stderr: stderr,
    channel: (channel ?? undefined) as Duplex | undefined,
  };
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

/** How the process ended, as the operating system says. */
export interface ProcessEnd {
  code: number | null;
  signal: string | null;
  atMs: number;
}

/** Resolves when the process is gone and its pipes are empty; the time is that of the first. */
export function processEnd({ child }: GuestProcess): Promise<ProcessEnd> {
  let atMs: number | undefined;
  child.once('exit', () => (atMs = monotonicMs()));
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, atMs: atMs ?? monotonicMs() }));
  });
}

/** Ends the process, and every process that it made, at once. */
export function killGuest({ child }: GuestProcess): void {
  child.kill('SIGKILL');
}

function cannotStart(cause: Error): LabError {
  return new LabError(
    'host-failed',
    `The process for the guest could not be started: ${cause.message}.`,
    'Check how many processes and open files this user may have (ulimit -u, ulimit -n).',
    { cause },
  );
}
