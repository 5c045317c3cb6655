import type { GuestEvent, GuestOrder } from '../../src-main/contract/index.js';

/** What the page gives to a worker, once. */
export interface WorkerOrder extends GuestOrder {
  /** Two numbers that both sides see (`SHARED`); absent where the page is not isolated. */
  shared?: SharedArrayBuffer;
}

/** Places in the shared numbers. */
export const SHARED = { unsent: 0, stop: 1, count: 2 } as const;

export type Stream = 'stdout' | 'stderr';

/** What a worker tells its page: events as they go to the lab, and output. */
export type FromWorker =
  Exclude<GuestEvent, { event: 'gone' }> | { event: 'output'; stream: Stream; base64: string };
