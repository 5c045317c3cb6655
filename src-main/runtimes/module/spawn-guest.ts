import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import { monotonicMs } from '../../metrics/clock.js';
import { cannotStart } from './guest-process.js';
import type { GuestProcess, GuestProcessStart, ProcessEnd } from './guest-process.js';
import type { ReadyLauncher } from './launcher/ready-launcher.js';
import { ownerEnvironment } from './orphans.js';

interface SpawnOptions {
  /** A pipe both ways as its file descriptor 3; a launcher must have been readied with one too. */
  withChannel?: boolean;
  /** Starts it; without one, or with one that has ended meanwhile, this process forks. */
  launcher?: ReadyLauncher | undefined;
}

/** Starts the process. Throws LabError `host-failed` when it cannot be started. */
export async function spawnGuest(
  start: GuestProcessStart,
  { withChannel = false, launcher }: SpawnOptions = {},
): Promise<GuestProcess> {
  const marked = { ...start, env: { ...start.env, ...ownerEnvironment() } };
  if (launcher?.isWaiting() === true) return await launcher.start(marked);
  return await forkGuest(marked, withChannel);
}

async function forkGuest(start: GuestProcessStart, withChannel: boolean): Promise<GuestProcess> {
  const stdin = start.stdinPath === undefined ? 'ignore' : openSync(start.stdinPath, 'r');
  try {
    const child = spawn(start.executable, start.args, {
      stdio: [stdin, 'pipe', 'pipe', ...(withChannel ? (['pipe'] as const) : [])],
      env: start.env,
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
    pid: child.pid,
    stdout: stdout,
    stderr: stderr,
    channel: (channel ?? undefined) as Duplex | undefined,
    ended: processEnd(child),
    kill: () => void child.kill('SIGKILL'),
  };
}

function processEnd(child: ChildProcess): Promise<ProcessEnd> {
  let atMs: number | undefined;
  child.once('exit', () => (atMs = monotonicMs()));
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, atMs: atMs ?? monotonicMs() }));
  });
}
