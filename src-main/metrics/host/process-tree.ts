import { readdirSync } from 'node:fs';
import { monotonicMs } from '../clock.js';
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

/** How late a process is found of a tree that has long been the same. */
const LONGEST_WAIT_MS = 10_000;
const SHORTEST_WAIT_MS = 1000;

/**
 * What `processTree` finds. It is looked for again only after a process or thread was made on the machine, and the
 * less often the longer it has been the same: each thread of a window's process is a file to read, and somebody makes
 * a thread all the time.
 */
export class KeptProcessTree {
  #found: readonly number[] = [];
  #of = '';
  #newest: string | undefined;
  #foundAtMs = 0;
  #waitMs = 0;

  constructor(private readonly nowMs = monotonicMs) {}

  read(
    root: number,
    procRoot: string,
    excluded: ReadonlySet<number> = new Set(),
  ): readonly number[] {
    const of = `${String(root)} ${[...excluded].join()}`;
    const newest = newestPid(procRoot);
    if (of !== this.#of || this.#isDue(newest)) {
      const found = processTree(root, procRoot, excluded);
      const isSame = of === this.#of && found.join() === this.#found.join();
      this.#waitMs = isSame ? longer(this.#waitMs) : 0;
      this.#found = found;
      this.#of = of;
      this.#newest = newest;
      this.#foundAtMs = this.nowMs();
    }
    return this.#found;
  }

  #isDue(newest: string | undefined): boolean {
    if (newest === undefined) return true;
    return newest !== this.#newest && this.nowMs() - this.#foundAtMs >= this.#waitMs;
  }
}

function longer(waitMs: number): number {
  return Math.min(Math.max(2 * waitMs, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
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
