import { readText } from '../../metrics/files/kernel-text.js';
import { parseStat } from '../../metrics/proc/stat.js';

/**
 * What `read` reads of a process while it is that process: a pid is given to another one once the first has ended, and
 * what was read then would be a mixture. Undefined when it is not there, has ended (a zombie too), or ended meanwhile.
 */
export function whileItLives<T>(pid: number, procRoot: string, read: () => T): T | undefined {
  const before = startTicks(pid, procRoot);
  if (before === undefined) return undefined;
  const value = read();
  return startTicks(pid, procRoot) === before ? value : undefined;
}

function startTicks(pid: number, procRoot: string): number | undefined {
  const stat = parseStat(readText(`${procRoot}/${pid}/stat`) ?? '');
  return stat === undefined || stat.state === 'Z' || stat.state === 'X'
    ? undefined
    : stat.startTicks;
}
