/** What the other rooms use of the V8 runtime. */
export { createV8Runtime } from './runtime.js';
export type { V8RuntimeOptions } from './runtime.js';
export { openSharedHost } from './shared-host.js';
export type { SharedHost } from './shared-host.js';
export { createV8Source } from './source.js';
export { measureWarmRounds } from './warm.js';
export type { WarmRound } from './warm.js';
