import { PACKED_WIDTH } from '../columns.js';
import type { WriteItem } from '../protocol.js';

/** Of one transaction: others that write wait no longer than this takes. */
const MOST_ITEMS_AT_ONCE = 2000;
const MOST_SAMPLES_AT_ONCE = 20_000;

/** The first of them, as many as one transaction takes. */
export function batchOf(queue: readonly WriteItem[]): WriteItem[] {
  let samples = 0;
  const end = queue.findIndex((item, at) => {
    samples += item.kind === 'samples' ? item.packed.length / PACKED_WIDTH : 0;
    return at > 0 && (at === MOST_ITEMS_AT_ONCE || samples > MOST_SAMPLES_AT_ONCE);
  });
  return queue.slice(0, end < 0 ? queue.length : end);
}
