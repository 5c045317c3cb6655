import { readdirSync } from 'node:fs';
import { readText } from '../../metrics/files/kernel-text.js';
import { isOwnerAlive, thisOwner } from '../owner.js';

/** On the command line of every guest host, behind its script: the lab that it belongs to. */
const MARK = '--paralelo-owner=';
const HOST_SCRIPT = 'v8-host.cjs';

export function ownerMark(): string {
  return `${MARK}${thisOwner()}`;
}

/**
 * Ends the guest hosts whose lab is gone: after a kill -9 of the app a guest that never ends has nobody
 * left to end it. Returns their pids. Linux only: elsewhere there is no /proc to find them in. Never throws.
 */
export function endOrphans(): number[] {
  return processIds().filter((pid) => {
    const owner = ownerOf(pid);
    return owner !== undefined && !isOwnerAlive(owner) && end(pid);
  });
}

function end(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    // Ended meanwhile, or another user's.
    return false;
  }
}

function ownerOf(pid: number): string | undefined {
  const args = (readText(`/proc/${String(pid)}/cmdline`) ?? '').split('\0');
  const script = args.findIndex((argument) => argument.endsWith(HOST_SCRIPT));
  const mark = script < 0 ? undefined : args[script + 1];
  return mark?.startsWith(MARK) === true ? mark.slice(MARK.length) : undefined;
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
