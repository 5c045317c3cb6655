/** What was recorded, in one file of this user. A thread of its own writes it; only the lab speaks to that. */
export { Store } from './client/store.js';
export type { StoreListener } from './client/store.js';
export { packSamples } from './columns.js';
export { unpackRange } from './packed-range.js';
export type { BareRecord, KeptTrial, Unfinished, WriteItem } from './protocol.js';
