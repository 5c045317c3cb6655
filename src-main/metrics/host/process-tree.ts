import { readdirSync } from 'node:fs';
import { readText, toCount } from '../files/kernel-text.js';

/**
 * A process and everything below it, from /proc/PID/task/TID/children (filesystems/proc.rst 3.7).
 * `excluded` processes are left out with all that is below them. Only the first thread's own children
 * and those of other threads that the kernel lists are found; empty where there is no /proc.
 */
export function processTree(
  root: number,
  procRoot: string,
  excluded: ReadonlySet<number> = new Set(),
): number[] {
  const found = excluded.has(root) ? [] : [root];
  for (const pid of found) {
    found.push(...childrenOf(pid, procRoot).filter((child) => !excluded.has(child)));
  }
  return found;
}

/** What `processTree` finds, looked for again only after a process or thread was made: in most seconds none was. */
export class KeptProcessTree {
  #found: readonly number[] = [];
  #foundAt = '';

  read(
    root: number,
    procRoot: string,
    excluded: ReadonlySet<number> = new Set(),
  ): readonly number[] {
    const newest = newestPid(procRoot);
    const at = `${String(newest)} ${String(root)} ${[...excluded].join()}`;
    if (newest === undefined || at !== this.#foundAt) {
      this.#found = processTree(root, procRoot, excluded);
      this.#foundAt = at;
    }
    return this.#found;
  }
}

/** The last field of /proc/loadavg (proc_loadavg(5)): what was made last, threads included. */
function newestPid(procRoot: string): string | undefined {
  return / (\d+)\n$/.exec(readText(`${procRoot}/loadavg`) ?? '')?.[1];
}

function childrenOf(pid: number, procRoot: string): number[] {
  const tasks = `${procRoot}/${String(pid)}/task`;
  return list(tasks).flatMap((tid) => parseChildren(readText(`${tasks}/${tid}/children`) ?? ''));
}

function parseChildren(text: string): number[] {
  return text
    .split(' ')
    .map(toCount)
    .filter((pid) => pid !== undefined);
}

function list(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
