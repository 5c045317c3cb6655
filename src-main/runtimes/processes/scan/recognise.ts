import { basename } from 'node:path';
import type { GuestLine } from '../command-line/guest-line.js';
import { javascript } from '../command-line/hosts.js';
import { KNOWN_RUNTIMES } from '../known-runtimes.js';
import type { KnownRuntime } from '../known-runtimes.js';

export interface Recognised {
  id: string;
  runtime: KnownRuntime;
  line: GuestLine;
}

/** What is known of a process when it is looked at. */
export interface Looks {
  /** Where /proc/PID/exe leads; undefined where it may not be read. */
  executable: string | undefined;
  /** /proc/PID/comm */
  comm: string;
  argv: readonly string[];
}

/** The dynamic loader, started by hand with the program as its argument. */
const LOADER = /^ld(-linux|-musl|\.so|64\.so)/;
const LOADER_VALUED = /^--(library-path|preload|audit|argv0|inhibit-rpath|glibc-hwcaps-\w+)$/;
const COMM_LENGTH = 15;

/** Whether a process with this executable may be one: only then its command line is worth reading. */
export function mayBeRuntime(executable: string, ownHost: OwnHost | undefined): boolean {
  const name = basename(executable);
  return (
    LOADER.test(name) ||
    executable === ownHost?.execPath ||
    KNOWN_RUNTIMES.some((known) => known.executable.test(name))
  );
}

/** The lab's own host of V8 guests: a script that the lab's own executable runs. */
export interface OwnHost {
  execPath: string;
  scriptPath: string;
}

/** Undefined: no Wasm runtime, or one that runs no guest. */
export function recognise(looks: Looks, ownHost?: OwnHost): Recognised | undefined {
  const { program, args } = programOf(looks);
  if (ownHost !== undefined && args.includes(ownHost.scriptPath)) return own(args);
  const name = basename(program);
  // Where the executable may not be read, anybody can call himself anything: the kernel's name has to agree.
  if (looks.executable === undefined && looks.comm !== name.slice(0, COMM_LENGTH)) return undefined;
  for (const runtime of KNOWN_RUNTIMES) {
    const match = runtime.executable.exec(name);
    if (match === null) continue;
    const line = runtime.read(args);
    const id = runtime.id.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
    return line === undefined ? undefined : { id, runtime, line };
  }
  return undefined;
}

function programOf({ executable, argv }: Looks): { program: string; args: readonly string[] } {
  const program = executable ?? argv[0] ?? '';
  if (!LOADER.test(basename(program))) return { program, args: argv.slice(1) };
  let at = 1;
  while (argv[at]?.startsWith('--') === true) at += LOADER_VALUED.test(argv[at] ?? '') ? 2 : 1;
  return { program: argv[at] ?? '', args: argv.slice(at + 1) };
}

/** It is there for one guest, whose module it is told over a pipe. */
function own(args: readonly string[]): Recognised | undefined {
  const runtime = KNOWN_RUNTIMES.find(({ id }) => id === 'v8');
  const line = javascript(args);
  if (runtime === undefined || line === undefined) return undefined;
  return { id: 'v8', runtime: { ...runtime, needsMemory: false }, line };
}
