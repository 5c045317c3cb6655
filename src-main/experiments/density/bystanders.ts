import { readdirSync } from 'node:fs';
import { readText, toCount } from '../../metrics/files/kernel-text.js';
import { programOf, pssOfFile } from '../../metrics/proc/process-memory.js';

/**
 * What processes of others have of the programs that these run, by PSS, now. PSS divides the pages of a program among
 * all that run it, so each new instance takes a part of theirs, which is no memory more. The lab is one of them for
 * V8, for both are Node; other containers' shims are others.
 */
export function bystandersBytes(pids: readonly number[]): number {
  const own = new Set(pids);
  const programs = new Set(pids.flatMap((pid) => programOf(pid) ?? []));
  if (programs.size === 0) return 0;
  return allPids().reduce((sum, pid) => {
    const program = own.has(pid) ? undefined : programOf(pid);
    if (program === undefined || !programs.has(program)) return sum;
    return sum + pssOfFile(readText(`/proc/${String(pid)}/smaps`) ?? '', program);
  }, 0);
}

function allPids(): number[] {
  try {
    return readdirSync('/proc').flatMap((name) => toCount(name) ?? []);
  } catch {
    return [];
  }
}
