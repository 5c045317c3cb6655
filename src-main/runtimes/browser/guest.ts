import { LabError, formatBytes } from '../../contract/index.js';
import type { GuestEvent, GuestOrder, GuestOutputChunk, GuestStage } from '../../contract/index.js';
import { monotonicMs } from '../../metrics/clock.js';
import type { ReportedMeter } from '../../metrics/reported-meter.js';
import type { Ending, RunObserver } from '../runtime.js';
import { describeEnding } from '../v8/ending.js';
import type { HostedGuest } from './pages.js';

const HEARD = ', as the lab hears of it from the page';
export const BOUNDS: Record<'spawn' | GuestStage | 'exit', string> = {
  spawn: `until the first line of the new worker runs${HEARD}`,
  load: `until the worker holds the bytes of the module, which the page has asked the lab for${HEARD}`,
  compile: `until the engine has compiled the module; functions may be compiled at their first call${HEARD}`,
  instantiate: `until the WASI shim is set up and the instance with its memory is there${HEARD}`,
  main: `until _start returns, exits or traps${HEARD}`,
  exit: `until the worker is gone and its output handed over${HEARD}`,
};

const KILLED_BOUND = `until the worker that was terminated is gone: a browser lets one that computes go on for up to two seconds${HEARD}`;

type GuestEnd = Extract<GuestEvent, { event: 'exited' | 'threw' }>;

/** One guest in a page, as the lab sees it: what the page says becomes what the run observes. */
export class BrowserGuest implements HostedGuest {
  readonly ended: Promise<Ending>;
  #resolve!: (ending: Ending) => void;
  #end: GuestEnd | undefined;
  #reachedMain = false;
  #killed = false;

  constructor(
    private readonly observer: RunObserver,
    private readonly meter: ReportedMeter,
    private readonly readOrder: () => Promise<GuestOrder>,
  ) {
    this.ended = new Promise((resolve) => (this.#resolve = resolve));
  }

  async order(): Promise<GuestOrder> {
    try {
      return await this.readOrder();
    } catch (thrown) {
      this.#fail(thrown);
      throw thrown;
    }
  }

  event(event: GuestEvent): void {
    switch (event.event) {
      case 'stage':
        this.#reachedMain ||= event.stage === 'main';
        this.observer.phase(event.stage, BOUNDS[event.stage]);
        break;
      case 'memory':
        this.meter.report(event.bytes);
        break;
      case 'gone':
        this.#resolve(this.#ending());
        break;
      default:
        this.#end = event;
        if (event.memoryBytes !== undefined) this.meter.report(event.memoryBytes);
        this.observer.phase('exit', BOUNDS.exit);
    }
  }

  output(chunks: readonly GuestOutputChunk[]): void {
    for (const { stream, base64 } of chunks) {
      this.observer.output(stream, Buffer.from(base64, 'base64'));
    }
  }

  lost(): void {
    const reason = 'The page that hosted the guest was closed, loaded again or has crashed.';
    if (this.#killed || this.#reachedMain) this.#resolve(this.#signalled(reason));
    else this.#fail(new LabError('connection-lost', reason, 'Keep the window open and run again.'));
  }

  /** The lab ends it: what the page says next is the end of that. */
  killing(): void {
    if (this.#killed || this.#end !== undefined) return;
    this.#killed = true;
    this.observer.phase('exit', KILLED_BOUND);
  }

  unanswered(): void {
    this.#resolve(this.#signalled('The page did not answer when the guest was to be ended.'));
  }

  #ending(): Ending {
    const atMs = monotonicMs();
    if (this.#end === undefined) return this.#signalled('The page ended the worker of the guest.');
    return describeEnding({ ...this.#end, atMs }, { code: 0, signal: null, atMs }, '');
  }

  #signalled(reason: string): Ending {
    const signal = this.#killed ? { signal: 'SIGKILL' } : {};
    return { kind: 'signalled', ...signal, reason, atMs: monotonicMs() };
  }

  #fail(thrown: unknown): void {
    const known = thrown instanceof LabError ? thrown : undefined;
    this.#resolve({
      kind: 'failed-to-start',
      errorCode: known?.code ?? 'host-failed',
      reason: known?.message ?? `The guest could not be handed to the page: ${String(thrown)}`,
      hint: known?.hint ?? 'Run it again; if it repeats, report it with this message.',
      atMs: monotonicMs(),
    });
  }
}

/** Throws for what is more than one message to the page may hold. */
export function checkSize(what: string, bytes: number, mostBytes: number): void {
  if (bytes <= mostBytes) return;
  throw new LabError(
    'not-supported-here',
    `${what} has ${formatBytes(bytes)}; a page is handed ${formatBytes(mostBytes)} at most.`,
    'Choose another Wasm runtime for it, such as v8.',
  );
}
