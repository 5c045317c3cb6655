import { randomBytes } from 'node:crypto';
import { LabError, toWireError } from '../../contract/index.js';
import type { PushListener } from '../../contract/index.js';
import type { FoundInstance } from '../../runtimes/instances.js';
import { LogBatch } from './log-batch.js';

/** A client shows one at a time; what it forgot to close is closed for it. */
const MOST_OF_A_CLIENT = 4;

interface Follower {
  clientId: string;
  stop: AbortController;
  batch: LogBatch;
}

/** The logs that clients read now, each under an id of its own. */
export class LogFollowers {
  readonly #followers = new Map<string, Follower>();

  constructor(private readonly push: PushListener) {}

  /** Returns its id; lines follow as pushes. */
  open(clientId: string, instance: FoundInstance, tail: number): string {
    const own = [...this.#followers].filter(([, one]) => one.clientId === clientId);
    const [oldest] = own;
    if (own.length >= MOST_OF_A_CLIENT && oldest !== undefined) this.close(oldest[0]);
    const logId = `l-${randomBytes(9).toString('hex')}`;
    const batch = new LogBatch(tail, (lines, skippedLines) =>
      this.push('instances.logs', { logId, lines, skippedLines }),
    );
    const follower: Follower = { clientId, stop: new AbortController(), batch };
    this.#followers.set(logId, follower);
    // Who asked knows the id before the first line comes.
    setImmediate(() => void this.#follow(logId, follower, instance, tail));
    return logId;
  }

  /** Nothing of it is pushed any more. Closed already: nothing happens. */
  close(logId: string): void {
    const follower = this.#followers.get(logId);
    this.#followers.delete(logId);
    follower?.stop.abort();
    follower?.batch.close();
  }

  leave(clientId: string): void {
    for (const [logId, follower] of this.#followers) {
      if (follower.clientId === clientId) this.close(logId);
    }
  }

  closeAll(): void {
    for (const logId of [...this.#followers.keys()]) this.close(logId);
  }

  async #follow(
    logId: string,
    { stop: { signal }, batch }: Follower,
    instance: FoundInstance,
    tail: number,
  ): Promise<void> {
    const problem = await asProblem(() =>
      instance.logs({ tail, signal }, (lines) => batch.add(lines)),
    );
    if (signal.aborted) return;
    const { lines, skippedLines } = batch.take();
    const end = problem === undefined ? { ended: true } : { problem: toWireError(problem) };
    this.push('instances.logs', { logId, lines, skippedLines, ...end });
    this.close(logId);
  }
}

async function asProblem(follow: () => Promise<void>): Promise<LabError | undefined> {
  try {
    await follow();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof LabError) return thrown;
    const words = thrown instanceof Error ? thrown.message : String(thrown);
    return new LabError('no-logs', `The logs broke off: ${words}.`, 'Open them again.', {
      cause: thrown,
    });
  }
}
