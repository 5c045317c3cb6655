export { tryAll } from './matrix.js';
export type { Cell } from './plan.js';
