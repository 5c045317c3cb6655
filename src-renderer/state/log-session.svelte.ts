import { toWireError } from '../../src-main/contract/index.js';
import type { Client, InstanceLogs, WireError } from '../../src-main/contract/index.js';
import { EarlyPushes } from './early.js';

type Take = (logs: InstanceLogs) => void;

/**
 * One log that is followed. It may be closed at any time, also while the lab's answer with its id is on
 * its way: then it is closed when the id arrives.
 */
export class LogSession {
  isOpen = $state(false);
  hasEnded = $state(false);
  problem = $state.raw<WireError>();
  #logId: string | undefined;
  #isClosed = false;
  readonly #early = new EarlyPushes<Take>();
  readonly #stop: () => void;

  constructor(
    private readonly client: Client,
    instanceId: string,
    tail: number,
    private readonly take: Take,
  ) {
    this.#stop = client.on('instances.logs', (logs) => this.#onLogs(logs));
    void this.#open(instanceId, tail);
  }

  /** Does nothing the second time. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#stop();
    this.#early.clear();
    if (this.#logId !== undefined) this.#tellLab(this.#logId);
  }

  async #open(id: string, tail: number): Promise<void> {
    try {
      const { logId } = await this.client.request('instances.openLogs', { id, tail });
      if (this.#isClosed) {
        this.#tellLab(logId);
        return;
      }
      this.#logId = logId;
      this.isOpen = true;
      this.#early.applyTo(logId, (logs) => this.#apply(logs));
      this.#early.clear();
    } catch (thrown) {
      if (!this.#isClosed) this.problem = toWireError(thrown);
    }
  }

  #onLogs(logs: InstanceLogs): void {
    if (logs.logId === this.#logId) this.#apply(logs);
    else if (this.#logId === undefined) this.#early.keep(logs.logId, (apply) => apply(logs));
  }

  #apply(logs: InstanceLogs): void {
    if (logs.problem !== undefined) this.problem = logs.problem;
    if (logs.ended === true) this.hasEnded = true;
    this.take(logs);
  }

  #tellLab(logId: string): void {
    // A lab that is not reached, or knows the log no more, has closed it already.
    this.client.request('instances.closeLogs', { logId }).catch(() => undefined);
  }
}
