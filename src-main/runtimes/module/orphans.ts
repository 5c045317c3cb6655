import { readdirSync } from 'node:fs';
import { readText } from '../../metrics/files/kernel-text.js';
import { isOwnerAlive, thisOwner } from '../owner.js';

/** In the environment of every process that hosts a guest (which no guest sees): the lab that it belongs to. */
const MARK = 'PARALELO_OWNER';

export function ownerEnvironment(owner = thisOwner()): Record<string, string> {
  return { [MARK]: owner };
}

/**
 * Ends the guests whose lab is gone: after a kill -9 of the app a guest that never ends has nobody
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
  const entries = (readText(`/proc/${String(pid)}/environ`) ?? '').split('\0');
  return entries.find((entry) => entry.startsWith(`${MARK}=`))?.slice(MARK.length + 1);
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
