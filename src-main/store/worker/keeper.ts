import { LabError, fromWireError, toWireError } from '../../contract/index.js';
import type { WireError } from '../../contract/index.js';
import { monotonicMs } from '../../metrics/index.js';
import { StoreFault } from '../database.js';
import { storeError } from '../errors.js';
import { openStore } from '../open/open-store.js';
import type { OpenedStore } from '../open/open-store.js';
import { endSession } from '../open/sessions.js';
import type { FileFacts, Order, Report, WorkerOptions, WriteItem } from '../protocol.js';
import { changedBy, putItems } from '../write/index.js';
import { ANSWERS, changedByAsking } from './answers.js';
import { batchOf } from './batch.js';
import { Compaction } from './compaction.js';
import { ElsewhereWatch } from './elsewhere.js';
import { sizeOf } from './size.js';
import { SCHEMA_VERSION } from '../migrations/index.js';

const TRY_AGAIN_MS = 1000;
/** The size is told no more often than this, for itself. */
const SIZE_EVERY_MS = 5000;

/** Keeps the file: writes what comes, in its order, and answers questions. One a process, in a thread of its own. */
export class Keeper {
  #store: OpenedStore | undefined;
  #queue: WriteItem[] = [];
  #facts: FileFacts = { condition: 'opening', notices: [] };
  #sizedAtMs = 0;
  #timer: NodeJS.Timeout | undefined;
  #soon: NodeJS.Immediate | undefined;
  readonly #elsewhere = new ElsewhereWatch();
  readonly #compaction = new Compaction();

  constructor(
    private readonly options: WorkerOptions,
    private readonly report: (report: Report) => void,
  ) {}

  start(): void {
    try {
      this.#store = openStore(this.options.path, this.options.labVersion, this.options);
    } catch (thrown) {
      this.#notOpened(thrown);
      return;
    }
    const { database, notices, interrupted } = this.#store;
    this.#tell({ condition: 'ready', schemaVersion: SCHEMA_VERSION, notices });
    if (interrupted.length > 0) this.report({ kind: 'changed', ids: interrupted });
    this.#elsewhere.start(database, () => this.report({ kind: 'changed', ids: [] }));
    this.#compaction.start(database, this.options.settings);
    this.#drain();
  }

  take(order: Order): void {
    switch (order.kind) {
      case 'write':
        this.#queue.push(...order.items);
        this.#drainSoon();
        return;
      case 'ask':
        this.#answer(order);
        return;
      case 'configure':
        this.#compaction.configure(order.settings);
        return;
      case 'close':
        this.#close();
    }
  }

  /** What has been handed over by then goes into one transaction: each costs as much as a hundred samples. */
  #drainSoon(): void {
    this.#soon ??= setImmediate(() => this.#drain());
  }

  #drain(): void {
    clearImmediate(this.#soon);
    this.#soon = undefined;
    while (this.#store !== undefined && this.#queue.length > 0 && this.#timer === undefined) {
      const items = batchOf(this.#queue);
      if (!this.#write(this.#store, items)) return;
    }
  }

  /** False when they wait for a better time. */
  #write(store: OpenedStore, items: WriteItem[]): boolean {
    try {
      this.#put(store, items);
    } catch (thrown) {
      if (isPassing(thrown)) {
        this.#wait(thrown, 'store-not-written', () => this.#drain());
        return false;
      }
      // One of them cannot be written, whenever: it alone is lost.
      if (items.length > 1) return items.every((item) => this.#write(store, [item]));
      this.#queue.shift();
      this.report({ kind: 'written', items: 1, lost: 1 });
      this.#tell({ ...this.#facts, problem: this.#problem(thrown, 'store-not-written') });
      return true;
    }
    return true;
  }

  #put({ database, session }: OpenedStore, items: WriteItem[]): void {
    database.transaction(() => putItems(database, session, items));
    this.#queue.splice(0, items.length);
    this.report({ kind: 'written', items: items.length, lost: 0 });
    const ids = new Set(items.map(changedBy).filter((id) => id !== undefined));
    if (ids.size > 0) this.report({ kind: 'changed', ids: [...ids] });
    const { schemaVersion, notices } = this.#facts;
    if (this.#facts.condition !== 'ready')
      this.#tell({ condition: 'ready', schemaVersion, notices });
    else if (monotonicMs() - this.#sizedAtMs >= SIZE_EVERY_MS) this.#tell(this.#facts);
  }

  #answer({ id, name, params }: Extract<Order, { kind: 'ask' }>): void {
    try {
      // What came before the question is there when it is answered.
      this.#drain();
      if (this.#store === undefined) throw notOpen(this.#facts);
      const { database, session } = this.#store;
      const work = ANSWERS[name] as (...given: unknown[]) => unknown;
      const answer = work(database, params, session);
      this.report({ kind: 'answer', id, answer });
      const ids = changedByAsking(name, params, answer);
      if (ids.length > 0) this.report({ kind: 'changed', ids });
    } catch (thrown) {
      this.report({ kind: 'refusal', id, error: this.#problem(thrown, 'store-not-written') });
    }
  }

  #notOpened(thrown: unknown): void {
    if (thrown instanceof StoreFault) this.#wait(thrown, 'store-not-opened', () => this.start());
    else this.#tell({ ...this.#facts, condition: 'refused', problem: toWireError(thrown) });
  }

  #wait(thrown: unknown, code: 'store-not-written' | 'store-not-opened', then: () => void): void {
    this.#tell({ ...this.#facts, condition: 'waiting', problem: this.#problem(thrown, code) });
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      then();
    }, TRY_AGAIN_MS);
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#elsewhere.stop();
    this.#compaction.stop();
    this.#drain();
    clearTimeout(this.#timer);
    if (this.#store !== undefined) end(this.#store);
    this.report({ kind: 'closed' });
  }

  #problem(thrown: unknown, code: 'store-not-written' | 'store-not-opened'): WireError {
    return toWireError(storeError(thrown, this.options.path, code));
  }

  #tell(facts: FileFacts): void {
    this.#facts = { ...facts, ...sizeOf(this.options.path) };
    this.#sizedAtMs = monotonicMs();
    this.report({ kind: 'facts', facts: this.#facts });
  }
}

/** What may be over in a moment. */
function isPassing(thrown: unknown): boolean {
  return thrown instanceof StoreFault && !['other', 'damaged'].includes(thrown.kind);
}

/** Before it is open nobody can be answered; why it is not is told. */
function notOpen({ problem }: FileFacts): LabError {
  if (problem !== undefined) return fromWireError(problem);
  return new LabError('store-not-opened', 'The store is being opened.', 'Ask again in a moment.');
}

/** A disk that is full keeps nobody from closing: the next start does it. */
function end({ database, session }: OpenedStore): void {
  try {
    endSession(database, session);
  } catch {
    // The next one that opens it finds a session without its end.
  }
  database.close();
}
