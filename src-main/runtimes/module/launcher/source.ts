import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { ownerEnvironment } from '../orphans.js';

/** The sockets of one program, in the order that launcher.c has them. */
export type SocketSet = Record<'control' | 'stdout' | 'stderr' | 'channel', Socket>;

/** A fork of the lab with so many sockets took 7.6 ms of it (CPU profile, Node 20): half a millisecond by program. */
const SETS = 16;
const SET_SIZE = 4;
const FIRST_OF_SETS = 3;
const LONGEST_END_MS = 1000;

/** A small process that forks a launcher for each set of sockets that the lab has with it. */
export interface LauncherSource {
  /** A set that nobody has had; undefined when all are used up, or the process is gone. */
  take(): SocketSet | undefined;
  /** Ends it once the programs that it started have ended. Resolves when it has, or after a second. */
  close(): Promise<void>;
}

/** Undefined where the launcher `path` cannot run. It keeps neither the lab nor itself alive. */
export async function startSource(path: string): Promise<LauncherSource | undefined> {
  const child = spawn(path, [String(SETS)], {
    stdio: ['ignore', 'ignore', 'ignore', ...Array<'pipe'>(SETS * SET_SIZE).fill('pipe')],
    env: ownerEnvironment(),
    cwd: '/',
    detached: true,
  });
  const isThere = await new Promise<boolean>((resolve) => {
    child.once('spawn', () => resolve(true));
    child.once('error', () => resolve(false));
  });
  return isThere ? new Source(child) : undefined;
}

class Source implements LauncherSource {
  #left: SocketSet[];
  readonly #ended: Promise<void>;

  constructor(private readonly child: ChildProcess) {
    // Whatever breaks from now on is told by its end.
    child.on('error', () => undefined);
    this.#ended = new Promise((resolve) => child.once('exit', () => resolve()));
    void this.#ended.then(() => this.#letGo());
    child.unref();
    const sockets = child.stdio.slice(FIRST_OF_SETS) as Socket[];
    for (const socket of sockets) {
      socket.on('error', () => undefined);
      socket.unref();
    }
    this.#left = Array.from({ length: SETS }, (_, set) => setAt(sockets, set * SET_SIZE));
  }

  take(): SocketSet | undefined {
    const set = this.#left.shift();
    if (set !== undefined) for (const socket of Object.values(set)) socket.ref();
    return set;
  }

  /** What its programs used counts as used by the lab (getrusage(2), RUSAGE_CHILDREN) once it is reaped. */
  async close(): Promise<void> {
    this.#letGo();
    this.child.ref();
    const late = new AbortController();
    await Promise.race([this.#ended, delay(LONGEST_END_MS, undefined, { signal: late.signal })]);
    late.abort();
    this.child.unref();
  }

  #letGo(): void {
    for (const set of this.#left.splice(0)) {
      for (const socket of Object.values(set)) socket.destroy();
    }
  }
}

function setAt(sockets: readonly Socket[], first: number): SocketSet {
  const [control, stdout, stderr, channel] = sockets.slice(first, first + SET_SIZE);
  if (control && stdout && stderr && channel) return { control, stdout, stderr, channel };
  throw new RangeError(`no socket ${String(first)} of ${String(sockets.length)}`);
}
