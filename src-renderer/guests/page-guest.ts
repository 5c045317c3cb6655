import type { Client, GuestAddress, GuestEvent } from '../../src-main/contract/index.js';
import { OutputQueue } from './output-queue.js';
import { SHARED } from './protocol.js';
import type { FromWorker, WorkerOrder } from './protocol.js';
import { startWorker } from './worker-url.js';
import { costOf } from './worker/pace.js';

/** One guest in this page: its worker, and what goes between that and the lab. */
export class PageGuest {
  /** Resolves when nothing of it is left here. */
  readonly gone: Promise<void>;
  readonly #worker: Worker;
  readonly #shared: Int32Array<SharedArrayBuffer> | undefined;
  readonly #output: OutputQueue;
  #finish!: () => void;

  constructor(
    private readonly client: Client,
    private readonly address: GuestAddress,
  ) {
    this.#shared = crossOriginIsolated
      ? new Int32Array(new SharedArrayBuffer(SHARED.count * Int32Array.BYTES_PER_ELEMENT))
      : undefined;
    this.#output = new OutputQueue({
      hand: (chunks) => client.request('guests.output', { ...address, chunks }),
      taken: (chunks) => this.#makeRoom(chunks.reduce((sum, each) => sum + costOf(each.base64), 0)),
      broken: (why) => this.#fail(why),
    });
    const finished = new Promise<void>((resolve) => (this.#finish = resolve));
    this.gone = finished.then(() => this.#conclude());
    this.#worker = startWorker(address.guestId);
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#receive(data);
    this.#worker.onerror = ({ message }) => this.#fail(message);
    void this.#take();
  }

  /** Ends it at once, wherever it is. */
  end(): void {
    if (this.#shared !== undefined) {
      Atomics.store(this.#shared, SHARED.stop, 1);
      for (const place of [SHARED.stop, SHARED.unsent]) Atomics.notify(this.#shared, place);
    }
    this.#worker.terminate();
    this.#finish();
  }

  async #take(): Promise<void> {
    try {
      const order: WorkerOrder = await this.client.request('guests.take', this.address);
      if (this.#shared !== undefined) order.shared = this.#shared.buffer;
      this.#worker.postMessage(order);
    } catch {
      // The lab knows why: it refused.
      this.end();
    }
  }

  #receive(message: FromWorker): void {
    if (message.event === 'output') {
      this.#output.add({ stream: message.stream, base64: message.base64 });
      return;
    }
    this.#tell(message);
    if (message.event === 'exited' || message.event === 'threw') this.#finish();
  }

  #fail(message: string): void {
    const told = message.slice(0, 1000) || 'The worker of the guest failed.';
    this.#tell({ event: 'threw', stage: 'load', error: 'Error', message: told });
    this.end();
  }

  #makeRoom(cost: number): void {
    if (this.#shared === undefined) return;
    Atomics.sub(this.#shared, SHARED.unsent, cost);
    Atomics.notify(this.#shared, SHARED.unsent);
  }

  async #conclude(): Promise<void> {
    await this.#output.empty();
    // A worker that has ended by itself; one that was terminated is gone when its lock is free.
    await navigator.locks.request(this.address.guestId, () => undefined);
    this.#worker.terminate();
    this.#tell({ event: 'gone' });
  }

  #tell(event: GuestEvent): void {
    this.client.send('guests.event', { ...this.address, event });
  }
}
