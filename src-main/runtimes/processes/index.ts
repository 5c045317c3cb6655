/** What the lab uses of the machine's Wasm processes. */
export { createProcessSource } from './source.js';
export type { ProcessSourceOptions } from './source.js';
