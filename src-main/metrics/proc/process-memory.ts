import { readlinkSync } from 'node:fs';
import { numberAfter, readText } from '../files/kernel-text.js';
import { parseSmapsRollup } from './smaps-rollup.js';
import type { ResidentMemory } from './smaps-rollup.js';

const BYTES_PER_KB = 1024;

/** One process now, at the full cost of a walk through its pages. Undefined when it is gone or may not be read. */
export function readProcessMemory(pid: number, procRoot = '/proc'): ResidentMemory | undefined {
  const text = readText(`${procRoot}/${String(pid)}/smaps_rollup`);
  const resident = text === undefined ? {} : parseSmapsRollup(text);
  return resident.rssBytes === undefined ? undefined : resident;
}

/** `7f0000000000-7f0000001000 r-xp 00000000 fe:00 1234   /usr/bin/node` */
const MAPPING = /^[0-9a-f]+-[0-9a-f]+ \S{4} \S+ \S+ \d+ *(.*)$/;

/** PSS of the mappings of one file in /proc/PID/smaps (filesystems/proc.rst), in bytes. */
export function pssOfFile(smaps: string, path: string): number {
  let isMeant = false;
  let kilobytes = 0;
  for (const line of smaps.split('\n')) {
    const mapping = MAPPING.exec(line);
    if (mapping !== null) isMeant = mapping[1] === path;
    else if (isMeant) kilobytes += numberAfter(line, 'Pss:') ?? 0;
  }
  return kilobytes * BYTES_PER_KB;
}

/** The path of the program that a process runs, as the kernel shows it; undefined where it may not be read. */
export function programOf(pid: number, procRoot = '/proc'): string | undefined {
  try {
    return readlinkSync(`${procRoot}/${String(pid)}/exe`);
  } catch {
    return undefined;
  }
}
