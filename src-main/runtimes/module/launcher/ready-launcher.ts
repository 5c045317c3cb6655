import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Duplex, Readable } from 'node:stream';
import { getSystemErrorName } from 'node:util';
import { monotonicMs } from '../../../metrics/clock.js';
import { cannotStart } from '../guest-process.js';
import type { GuestProcess, GuestProcessStart, ProcessEnd } from '../guest-process.js';
import { ownerEnvironment } from '../orphans.js';
import { encodeOrder, parseReport } from './protocol.js';
import type { Report } from './protocol.js';

/** A small process that waits for the word to start a guest's: what it starts is not forked from the lab. */
export interface ReadyLauncher {
  /** False once it was used, discarded, or ended by somebody. */
  isWaiting(): boolean;
  /** Starts the guest's process, once. Throws LabError `host-failed` when it cannot be started. */
  start(start: GuestProcessStart): Promise<GuestProcess>;
  /** Ends it when it is not needed after all. Safe at any time: what it has started is left alone. */
  discard(): void;
}

/**
 * Starts the launcher `path` and waits until it is ready. Undefined where there is none, or it cannot run here:
 * then the lab forks.
 */
export async function readyLauncher(
  path: string | undefined,
  { withChannel = false } = {},
): Promise<ReadyLauncher | undefined> {
  if (path === undefined) return undefined;
  const child = spawn(path, withChannel ? ['channel'] : [], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', ...(withChannel ? (['pipe'] as const) : [])],
    env: ownerEnvironment(),
    cwd: '/',
    detached: true,
  });
  const isThere = await new Promise<boolean>((resolve) => {
    child.once('spawn', () => resolve(true));
    child.once('error', () => resolve(false));
  });
  if (!isThere) return undefined;
  // Whatever breaks from now on is told by its end.
  for (const source of [child, ...child.stdio]) source?.on('error', () => undefined);
  const launcher = new Launcher(child);
  return (await launcher.hears('ready')) === undefined ? undefined : launcher;
}

class Launcher implements ReadyLauncher {
  readonly #control: Duplex | undefined;
  readonly #reports: Report[] = [];
  readonly #closed: Promise<ProcessEnd>;
  #hasClosed = false;
  #isUsed = false;
  #wake: () => void = () => undefined;

  constructor(private readonly child: ChildProcess) {
    this.#control = (child.stdio[3] ?? undefined) as Duplex | undefined;
    let unfinished = '';
    this.#control?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (unfinished + text).split('\n');
      unfinished = lines.pop() ?? '';
      for (const line of lines) this.#hear(parseReport(line));
    });
    this.#closed = new Promise((resolve) => {
      child.once('close', (_code, signal) => resolve({ code: null, signal, atMs: monotonicMs() }));
    });
    void this.#closed.then(() => {
      this.#hasClosed = true;
      this.#wake();
    });
  }

  isWaiting(): boolean {
    const { exitCode, signalCode } = this.child;
    return !this.#isUsed && !this.#hasClosed && exitCode === null && signalCode === null;
  }

  /** The first report of these kinds; undefined when it is gone without one. One question at a time. */
  async hears<Kind extends Report['report']>(
    ...kinds: Kind[]
  ): Promise<Extract<Report, { report: Kind }> | undefined> {
    for (;;) {
      const found = this.#reports.find(({ report }) => (kinds as string[]).includes(report));
      if (found !== undefined) return found as Extract<Report, { report: Kind }>;
      if (this.#hasClosed) return undefined;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async start(start: GuestProcessStart): Promise<GuestProcess> {
    const order = encodeOrder(start);
    this.#isUsed = true;
    this.#control?.write(order);
    const answer = await this.hears('started', 'failed');
    if (answer === undefined) throw cannotStart(new Error('its launcher has ended'));
    if (answer.report === 'failed') throw cannotStart(new Error(failureOf(answer, start)));
    // Until then it is not reaped: whoever waits for this start finds it in /proc, however short it lives.
    setImmediate(() => this.#control?.write('a'));
    const [, stdout, stderr, , channel] = this.child.stdio;
    return {
      pid: answer.pid,
      stdout: stdout as Readable,
      stderr: stderr as Readable,
      channel: (channel ?? undefined) as Duplex | undefined,
      forkedAtMs: answer.beforeForkMs,
      beganAtMs: answer.afterExecMs,
      ended: this.#end(),
      kill: () => void this.#control?.write('k'),
    };
  }

  discard(): void {
    if (this.isWaiting()) this.child.kill('SIGKILL');
    this.#isUsed = true;
  }

  #hear(report: Report | undefined): void {
    if (report === undefined) return;
    this.#reports.push(report);
    this.#wake();
  }

  /** As it says, once all is closed; a launcher that somebody has killed took the guest's process with it. */
  async #end(): Promise<ProcessEnd> {
    const gone = await this.#closed;
    const told = this.#reports.find(({ report }) => report === 'ended');
    return told?.report === 'ended' ? told.end : gone;
  }
}

/** In the words that Node has for the same. */
function failureOf(
  { step, errorNumber }: { step: string; errorNumber: number },
  { executable, stdinPath }: GuestProcessStart,
): string {
  const what = step === 'stdin' ? `open ${stdinPath ?? 'stdin'}` : `spawn ${executable}`;
  return `${what} ${getSystemErrorName(-errorNumber)}`;
}
