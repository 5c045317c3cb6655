import { readdirSync, statSync } from 'node:fs';
import { readText } from '../../../metrics/files/kernel-text.js';
import { processTree } from '../../../metrics/host/process-tree.js';
import { parseStat } from '../../../metrics/proc/stat.js';
import { commOf, linkOf } from '../scan/proc-files.js';
import type { Subject } from '../subject.js';

/** Where a stream of a process goes. */
export interface Output {
  kind: 'file' | 'terminal' | 'pipe' | 'socket' | 'nowhere' | 'closed' | 'unknown';
  /** For people, as the end of a sentence: `a terminal (/dev/pts/3)`. */
  words: string;
}

export function outputOf(subject: Subject, fd: 1 | 2): Output {
  const target = linkOf(`${subject.directory}/fd/${fd}`);
  if (target === undefined) return withoutLink(subject);
  if (target === '/dev/null') return { kind: 'nowhere', words: 'nowhere (/dev/null)' };
  if (/^\/dev\/(pts\/|tty|console)/.test(target)) {
    return { kind: 'terminal', words: `a terminal (${target})` };
  }
  if (target.startsWith('pipe:')) {
    return { kind: 'pipe', words: `a pipe${otherEnd(subject, target)}` };
  }
  if (target.startsWith('socket:')) return { kind: 'socket', words: 'a socket' };
  if (target.startsWith('/dev/')) return { kind: 'unknown', words: `the device ${target}` };
  return target.startsWith('/') ? named(subject, fd, target) : { kind: 'unknown', words: target };
}

function named({ directory }: Subject, fd: number, path: string): Output {
  try {
    const stats = statSync(`${directory}/fd/${fd}`);
    if (stats.isFIFO()) return { kind: 'pipe', words: `the named pipe ${path}` };
    if (!stats.isFile()) return { kind: 'unknown', words: path };
  } catch {
    // Ended meanwhile: what its link said is all that is known.
  }
  return { kind: 'file', words: path };
}

function withoutLink({ directory }: Subject): Output {
  try {
    readdirSync(`${directory}/fd`);
    return { kind: 'closed', words: 'nowhere: it is closed' };
  } catch {
    return { kind: 'unknown', words: 'where only its owner and root can see' };
  }
}

/** The reader is most often the parent, or another child of it (a shell's pipeline). */
function otherEnd({ place, directory, pid }: Subject, pipe: string): string {
  const parent = parseStat(readText(`${directory}/stat`) ?? '')?.parentPid;
  if (parent === undefined || parent === 0) return '';
  const { procRoot } = place;
  for (const other of processTree(parent, procRoot).slice(0, 64)) {
    if (other !== pid && holds(`${procRoot}/${String(other)}`, pipe)) {
      return ` to ${commOf(`${procRoot}/${String(other)}`)} (pid ${other})`;
    }
  }
  return '';
}

function holds(directory: string, pipe: string): boolean {
  try {
    return readdirSync(`${directory}/fd`).some((fd) => {
      return fd !== '1' && fd !== '2' && linkOf(`${directory}/fd/${fd}`) === pipe;
    });
  } catch {
    return false;
  }
}
