import { readdirSync } from 'node:fs';
import { readText } from '../../metrics/files/kernel-text.js';
import { parseStat } from '../../metrics/proc/stat.js';

/** On the command line of every guest host: which lab it belongs to, by pid and start time (clock ticks). */
const MARK = /^--paralelo-owner=(\d+):(\d+)$/;

export function ownerMark(): string {
  return `--paralelo-owner=${process.pid}:${startTicks(process.pid) ?? 0}`;
}

/**
 * Ends the guest hosts whose lab is no more (kill -9 of the app leaves a guest that never ends).
 * Returns their pids. Linux only: elsewhere there is no /proc to find them in. Never throws.
 */
export function endOrphans(): number[] {
  const ended: number[] = [];
  for (const pid of processIds()) {
    const owner = ownerOf(pid);
    if (owner === undefined || startTicks(owner.pid) === owner.startTicks) continue;
    try {
      process.kill(pid, 'SIGKILL');
      ended.push(pid);
    } catch {
      // Ended meanwhile, or another user's.
    }
  }
  return ended;
}

function ownerOf(pid: number): { pid: number; startTicks: number } | undefined {
  const args = (readText(`/proc/${String(pid)}/cmdline`) ?? '').split('\0');
  const script = args.findIndex((argument) => argument.endsWith('v8-host.cjs'));
  const match = script < 0 ? null : MARK.exec(args[script + 1] ?? '');
  return match === null ? undefined : { pid: Number(match[1]), startTicks: Number(match[2]) };
}

function processIds(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function startTicks(pid: number): number | undefined {
  return parseStat(readText(`/proc/${String(pid)}/stat`) ?? '')?.startTicks;
}
