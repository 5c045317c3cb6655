import type { Socket } from 'node:net';
import { getSystemErrorName } from 'node:util';
import { monotonicMs } from '../../../metrics/clock.js';
import { cannotStart } from '../guest-process.js';
import type { GuestProcess, GuestProcessStart, ProcessEnd } from '../guest-process.js';
import { encodeOrder, parseReport } from './protocol.js';
import type { Report } from './protocol.js';
import type { SocketSet } from './source.js';

/** A small process that waits for the word to start a guest's: what it starts is not forked from the lab. */
export interface ReadyLauncher {
  /** False once it was used, discarded, or ended by somebody. */
  isWaiting(): boolean;
  /** Starts the guest's process, once. Throws LabError `host-failed` when it cannot be started. */
  start(start: GuestProcessStart): Promise<GuestProcess>;
  /** Ends it when it is not needed after all. Safe at any time: what it has started is left alone. */
  discard(): void;
}

/** Asks for a launcher of the set. Undefined when there came none. */
export async function launcherOf(
  set: SocketSet,
  withChannel: boolean,
): Promise<ReadyLauncher | undefined> {
  const launcher = new Launcher(set, withChannel);
  return (await launcher.hears('ready')) === undefined ? undefined : launcher;
}

class Launcher implements ReadyLauncher {
  readonly #reports: Report[] = [];
  readonly #closed: Promise<unknown>;
  #hasClosed = false;
  #isUsed = false;
  #wake: () => void = () => undefined;

  constructor(
    private readonly set: SocketSet,
    private readonly withChannel: boolean,
  ) {
    const { control, channel } = set;
    let unfinished = '';
    control.setEncoding('utf8').on('data', (text: string) => {
      const lines = (unfinished + text).split('\n');
      unfinished = lines.pop() ?? '';
      for (const line of lines) this.#hear(parseReport(line));
    });
    control.once('close', () => this.#hasGone());
    this.#closed = allClosed(Object.values(set));
    if (!withChannel) channel.destroy();
    control.write(withChannel ? 'c' : 'r');
  }

  isWaiting(): boolean {
    return !this.#isUsed && !this.#hasClosed;
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
    this.set.control.write(order);
    const answer = await this.hears('started', 'failed');
    if (answer === undefined) throw cannotStart(new Error('its launcher has ended'));
    if (answer.report === 'failed') throw cannotStart(new Error(failureOf(answer, start)));
    // Until then it is not reaped: whoever waits for this start finds it in /proc, however short it lives.
    setImmediate(() => this.set.control.write('a'));
    const { stdout, stderr, channel } = this.set;
    return {
      pid: answer.pid,
      stdout,
      stderr,
      channel: this.withChannel ? channel : undefined,
      forkedAtMs: answer.beforeForkMs,
      beganAtMs: answer.afterExecMs,
      ended: this.#end(),
      kill: () => void this.set.control.write('k'),
    };
  }

  discard(): void {
    if (this.isWaiting()) for (const socket of Object.values(this.set)) socket.destroy();
    this.#isUsed = true;
  }

  #hear(report: Report | undefined): void {
    if (report === undefined) return;
    this.#reports.push(report);
    this.#wake();
  }

  /** It has told all that it will. What nobody reads of the program is read away, so that its end is seen. */
  #hasGone(): void {
    this.#hasClosed = true;
    for (const stream of [this.set.stdout, this.set.stderr, this.set.channel]) {
      if (stream.readableFlowing === null) stream.resume();
    }
    this.#wake();
  }

  /** As it says, once all is closed; a launcher that somebody has killed took the guest's process with it. */
  async #end(): Promise<ProcessEnd> {
    await this.#closed;
    const told = this.#reports.find(({ report }) => report === 'ended');
    if (told?.report === 'ended') return told.end;
    return { code: null, signal: 'SIGKILL', atMs: monotonicMs() };
  }
}

function allClosed(sockets: readonly Socket[]): Promise<unknown> {
  return Promise.all(
    sockets.map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))),
  );
}

/** In the words that Node has for the same. */
function failureOf(
  { step, errorNumber }: { step: string; errorNumber: number },
  { executable, stdinPath }: GuestProcessStart,
): string {
  const what = step === 'stdin' ? `open ${stdinPath ?? 'stdin'}` : `spawn ${executable}`;
  return `${what} ${getSystemErrorName(-errorNumber)}`;
}
