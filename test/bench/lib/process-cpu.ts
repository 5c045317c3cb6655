import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { parseStat } from '../../../src-main/metrics/proc/stat.js';
import { kernelUnits } from '../../../src-main/metrics/proc/auxv.js';

/** User and system time of these processes so far, all their threads, ended ones included. */
export function cpuMs(pids: readonly number[]): number {
  const { ticksPerSecond } = kernelUnits('/proc');
  let ticks = 0;
  for (const pid of pids) {
    const stat = parseStat(readFileSync(`/proc/${String(pid)}/stat`, 'latin1'));
    if (stat === undefined) throw new Error(`no CPU time of process ${String(pid)}`);
    ticks += stat.cpuTicks;
  }
  return (ticks * 1000) / ticksPerSecond;
}

/** The process called `comm` that holds the listening socket at `path`. Throws when there is none. */
export function listenerOf(path: string, comm: string): number {
  const line = readFileSync('/proc/net/unix', 'latin1')
    .split('\n')
    .find((text) => text.endsWith(` ${path}`) && text.includes(' 00010000 '));
  const inode = line?.trim().split(/\s+/)[6];
  if (inode === undefined) throw new Error(`nobody listens at ${path}`);
  const pid = processes(comm).find((candidate) => holds(candidate, `socket:[${inode}]`));
  if (pid === undefined) throw new Error(`no ${comm} holds the socket ${path}`);
  return pid;
}

/** Pids by name (the kernel cuts it at 15 characters), and by a part of the command line. */
export function processes(comm: string, inCommand = ''): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => readOr(`/proc/${String(pid)}/comm`).trim() === comm.slice(0, 15))
    .filter((pid) => readOr(`/proc/${String(pid)}/cmdline`).includes(inCommand));
}

export function commandLine(pid: number): string[] {
  return readOr(`/proc/${String(pid)}/cmdline`).split('\0');
}

function holds(pid: number, link: string): boolean {
  const folder = `/proc/${String(pid)}/fd`;
  return readdirSync(folder).some((fd) => {
    try {
      return readlinkSync(`${folder}/${fd}`) === link;
    } catch {
      return false;
    }
  });
}

/** Empty for a process that has just ended. */
function readOr(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
