export { ATTEMPTS, CANARY_WORD } from './attempts.js';
export { meaningOf } from './meaning.js';
export type { Meaning, ProbeRun } from './meaning.js';
