import { Worker } from 'node:worker_threads';
import { LabError, fromWireError, toWireError } from '../../contract/index.js';
import type { StoreSettings, StoreState } from '../../contract/index.js';
import type {
  FileFacts,
  Order,
  QuestionName,
  Questions,
  Report,
  StoreAnswers,
  WorkerOptions,
  WriteItem,
} from '../protocol.js';
import { Waiting } from './waiting.js';

export interface StoreListener {
  /** Entries that are otherwise than before; without ids another process wrote. */
  changed(ids: string[]): void;
  state(state: StoreState): void;
}

export interface StoreOptions extends WorkerOptions {
  /** The built `store-worker.cjs`. */
  workerPath: string;
}

interface Asked {
  resolve(answer: never): void;
  reject(error: LabError): void;
}

/** The lab's side of the store: hands over what is to be kept and never waits for it. */
export class Store {
  readonly #worker: Worker;
  readonly #waiting = new Waiting();
  readonly #asked = new Map<number, Asked>();
  readonly #closed: Promise<void>;
  #facts: FileFacts = { condition: 'opening', notices: [] };
  #settings: StoreSettings;
  #lastId = 0;
  #isClosing = false;

  constructor(
    private readonly options: StoreOptions,
    private readonly listener: StoreListener,
  ) {
    this.#settings = options.settings;
    const { workerPath, ...workerData } = options;
    this.#worker = new Worker(workerPath, { workerData });
    // A program that has nothing else to do may end: `close` waits for what is to be written.
    this.#worker.unref();
    this.#worker.on('message', (report: Report) => this.#hear(report));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#closed = new Promise((resolve) => this.#worker.on('exit', () => resolve()));
    void this.#closed.then(() => this.#gone());
  }

  /** Returns at once. False when it did not fit: that is counted in `state().dropped`. */
  write(item: WriteItem): boolean {
    if (this.#facts.condition === 'refused' || this.#isClosing) return this.#waiting.refuse(item);
    if (!this.#waiting.take(item)) {
      this.#tell();
      return false;
    }
    this.#send({ kind: 'write', items: [item] });
    return true;
  }

  /** Throws LabError. */
  async ask<Name extends QuestionName>(
    name: Name,
    params: Questions[Name],
  ): Promise<StoreAnswers[Name]> {
    if (this.#isClosing) throw closing();
    this.#lastId += 1;
    const id = this.#lastId;
    return await new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#worker.ref();
      this.#send({ kind: 'ask', id, name, params });
    });
  }

  state(): StoreState {
    const { samples, records } = this.#waiting;
    return {
      ...this.#facts,
      path: this.options.path,
      isRecording: this.#settings.isRecording,
      budgetBytes: this.#settings.budgetBytes,
      dropped: { ...this.#waiting.dropped },
      waiting: { samples, records },
    };
  }

  /** From now on, what is kept how long. */
  configure(settings: StoreSettings): void {
    this.#settings = settings;
    this.#send({ kind: 'configure', settings });
    this.#tell();
  }

  /** Resolves when all that can be written is, and the file is closed. Safe more than once. */
  async close(): Promise<void> {
    if (!this.#isClosing) {
      this.#isClosing = true;
      this.#worker.ref();
      this.#send({ kind: 'close' });
    }
    await this.#closed;
  }

  #send(order: Order): void {
    this.#worker.postMessage(order);
  }

  #hear(report: Report): void {
    switch (report.kind) {
      case 'written':
        this.#waiting.written(report.items, report.lost);
        return;
      case 'changed':
        this.listener.changed(report.ids);
        return;
      case 'facts':
        this.#facts = report.facts;
        if (report.facts.condition === 'refused') this.#waiting.giveUp();
        this.#tell();
        return;
      case 'answer':
        this.#take(report.id)?.resolve(report.answer as never);
        return;
      case 'refusal':
        this.#take(report.id)?.reject(fromWireError(report.error));
        return;
      case 'closed':
        return;
    }
  }

  #take(id: number): Asked | undefined {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (this.#asked.size === 0 && !this.#isClosing) this.#worker.unref();
    return asked;
  }

  /** The thread is lost: the lab goes on, and says that it records no more. */
  #fail(thrown: unknown): void {
    const { message } = toWireError(thrown);
    this.#facts = {
      ...this.#facts,
      condition: 'refused',
      problem: {
        code: 'store-not-opened',
        message: `The part of Paralelo that records has failed: ${message}`,
        hint: 'What runs goes on and is not recorded. Start Paralelo anew.',
      },
    };
    this.#tell();
  }

  #gone(): void {
    this.#waiting.giveUp();
    const { problem } = this.#facts;
    for (const asked of this.#asked.values()) {
      asked.reject(problem === undefined ? closing() : fromWireError(problem));
    }
    this.#asked.clear();
  }

  #tell(): void {
    this.listener.state(this.state());
  }
}

function closing(): LabError {
  return new LabError('store-off', 'Paralelo is closing.', 'Open it again.');
}
