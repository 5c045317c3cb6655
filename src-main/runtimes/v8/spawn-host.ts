import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Duplex, Readable } from 'node:stream';
import { LabError } from '../../contract/index.js';
import type { HostRequest } from './host/protocol.js';
import { ownerMark } from './orphans.js';
import { workingDirectory } from './program.js';
import type { HostProgram } from './program.js';

export interface HostProcess {
  child: ChildProcess;
  pid: number;
  stdout: Readable;
  stderr: Readable;
  channel: Duplex;
}

export interface HostStart {
  program: HostProgram;
  hostPath: string;
  /** V8 flags of this run. */
  flags: string[];
  request: HostRequest;
  stdinPath?: string;
}

/** Starts a guest host and hands it its request. Throws LabError `host-failed` when it cannot be started. */
export async function spawnHost(start: HostStart): Promise<HostProcess> {
  const { program } = start;
  const stdin = start.stdinPath === undefined ? 'ignore' : openSync(start.stdinPath, 'r');
  try {
    const child = spawn(
      program.execPath,
      [...program.flags, ...start.flags, start.hostPath, ownerMark()],
      {
        stdio: [stdin, 'pipe', 'pipe', 'pipe'],
        env: program.env,
        cwd: workingDirectory(program),
        // A Ctrl+C in the terminal is for the lab, which then ends its guests in order.
        detached: process.platform !== 'win32',
        windowsHide: true,
      },
    );
    return await started(child, start.request);
  } finally {
    if (stdin !== 'ignore') closeSync(stdin);
  }
}

async function started(child: ChildProcess, request: HostRequest): Promise<HostProcess> {
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) => reject(cannotStart(cause)));
  });
  const [, stdout, stderr, channel] = child.stdio;
  if (child.pid === undefined || stdout == null || stderr == null || channel == null) {
    throw cannotStart(new Error('its pipes are missing'));
  }
  // Whatever breaks from now on (a pipe, a signal that cannot be sent) is told by the end of the process.
  for (const source of [child, stdout, stderr, channel]) source.on('error', () => undefined);
  const duplex = channel as Duplex;
  duplex.write(`${JSON.stringify(request)}\n`);
  return {
    child,
    pid: child.pid,
    stdout: stdout,
    stderr: stderr,
    channel: duplex,
  };
}

function cannotStart(cause: Error): LabError {
  return new LabError(
    'host-failed',
    `The process for the guest could not be started: ${cause.message}.`,
    'Check how many processes and open files this user may have (ulimit -u, ulimit -n).',
    { cause },
  );
}
