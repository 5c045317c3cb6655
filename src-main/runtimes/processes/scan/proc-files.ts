import { closeSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs';
import { numberAfter, readText } from '../../../metrics/files/kernel-text.js';
import { kernelUnits } from '../../../metrics/proc/auxv.js';
import { parseStat } from '../../../metrics/proc/stat.js';

/** More of a command line or an environment is not looked at. */
const MOST_BYTES = 128 * 1024;
const DELETED = ' (deleted)';

/** Where the files of processes are; `bootMs` is the wall-clock time from which their start counts. */
export interface ProcPlace {
  procRoot: string;
  bootMs: number | undefined;
  ticksPerSecond: number;
}

/** Read once: the kernel's own boot time moves with every correction of the clock. */
export function procPlace(procRoot: string): ProcPlace {
  const bootSeconds = numberAfter(readText(`${procRoot}/stat`) ?? '', 'btime ');
  return {
    procRoot,
    bootMs: bootSeconds === undefined ? undefined : bootSeconds * 1000,
    ticksPerSecond: kernelUnits(procRoot).ticksPerSecond,
  };
}

/** When a process began, by field 22 of its stat. */
export function startedAtIso(place: ProcPlace, startTicks: number): string | undefined {
  if (place.bootMs === undefined) return undefined;
  return new Date(place.bootMs + (startTicks * 1000) / place.ticksPerSecond).toISOString();
}

/** Which life of a pid is there now; undefined when there is none, or only a zombie. */
export function startTicksOf(directory: string): number | undefined {
  const stat = parseStat(readText(`${directory}/stat`) ?? '');
  return stat === undefined || /[ZXx]/.test(stat.state) ? undefined : stat.startTicks;
}

/** The path of the executable; `none` for a kernel thread and a zombie, `forbidden` for another user's process. */
export function executableOf(directory: string): { path: string } | 'none' | 'forbidden' {
  try {
    const path = readlinkSync(`${directory}/exe`);
    return { path: path.endsWith(DELETED) ? path.slice(0, -DELETED.length) : path };
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    return code === 'EACCES' || code === 'EPERM' ? 'forbidden' : 'none';
  }
}

export function commOf(directory: string): string {
  return readText(`${directory}/comm`)?.trimEnd() ?? '';
}

export function argumentsOf(directory: string): string[] {
  return listIn(`${directory}/cmdline`) ?? [];
}

/** `NAME=VALUE`s at its start; undefined where they may not be read. */
export function environmentOf(directory: string): string[] | undefined {
  return listIn(`${directory}/environ`);
}

export function workingDirectoryOf(directory: string): string | undefined {
  return linkOf(`${directory}/cwd`);
}

export function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** The pids as they are named; undefined when there is no such folder. */
export function processNames(procRoot: string): string[] | undefined {
  try {
    return readdirSync(procRoot);
  } catch {
    return undefined;
  }
}

function listIn(path: string): string[] | undefined {
  const text = readBounded(path);
  if (text === undefined) return undefined;
  // A process that writes its title over its arguments may leave many NULs at the end.
  const trimmed = text.replace(/\0+$/, '');
  return trimmed === '' ? [] : trimmed.split('\0');
}

function readBounded(path: string): string | undefined {
  let fd: number | undefined;
  try {
    fd = openSync(path, 'r');
    const buffer = Buffer.allocUnsafe(MOST_BYTES);
    let length = 0;
    for (;;) {
      const bytes = readSync(fd, buffer, length, MOST_BYTES - length, length);
      length += bytes;
      if (bytes === 0 || length === MOST_BYTES) return buffer.toString('utf8', 0, length);
    }
  } catch {
    return undefined;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
