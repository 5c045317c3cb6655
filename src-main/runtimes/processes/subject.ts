import { resolve } from 'node:path';
import type { GuestLine } from './command-line/guest-line.js';
import type { KnownRuntime } from './known-runtimes.js';
import { environmentOf, workingDirectoryOf } from './scan/proc-files.js';
import type { ProcPlace } from './scan/proc-files.js';
import type { Sighting } from './scan/scanner.js';

/** One process of Wasm, as all that describes it needs it. */
export interface Subject {
  place: ProcPlace;
  pid: number;
  startTicks: number;
  id: string;
  /** `/proc/PID` */
  directory: string;
  runtimeId: string;
  runtime: KnownRuntime;
  line: GuestLine;
  /** Undefined where it may not be read. */
  workingDirectory: string | undefined;
  /** The module's absolute path, as the process sees it. */
  modulePath: string | undefined;
  isOfLab: boolean;
}

/** In the environment of every guest of a lab, see runtimes/module/orphans.ts. */
const OWNER_MARK = 'PARALELO_OWNER=';
const MODULE_FILE = /\.(wasm|wat|wast|wasmu|cwasm|aot|so|webc|wjit)$/i;

/** A pid is given out again, with its start it never is. */
export function idOf({ pid, startTicks }: Pick<Sighting, 'pid' | 'startTicks'>): string {
  return `${pid}-${startTicks}`;
}

export function subjectOf(place: ProcPlace, sighting: Sighting): Subject {
  const { pid, startTicks, parentPid, tracked } = sighting;
  const { id: runtimeId, runtime, line } = tracked.recognised;
  const directory = `${place.procRoot}/${String(pid)}`;
  const workingDirectory = workingDirectoryOf(directory);
  return {
    place,
    pid,
    startTicks,
    id: idOf(sighting),
    directory,
    runtimeId,
    runtime,
    line,
    workingDirectory,
    modulePath: modulePath(line.module, workingDirectory),
    isOfLab: parentPid === process.pid || hasOwner(directory),
  };
}

/** A registry's `owner/package` is no path. */
function modulePath(module: string | undefined, directory: string | undefined): string | undefined {
  if (module === undefined || module === '') return undefined;
  if (module.startsWith('/')) return resolve(module);
  const isPath = module.startsWith('.') || MODULE_FILE.test(module);
  return isPath && directory !== undefined ? resolve(directory, module) : undefined;
}

function hasOwner(directory: string): boolean {
  return environmentOf(directory)?.some((entry) => entry.startsWith(OWNER_MARK)) === true;
}
