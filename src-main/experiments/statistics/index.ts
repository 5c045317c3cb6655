export { LEAST_FOR_INTERVAL, medianWithInterval, ratioOfMedians } from './bootstrap.js';
export type { Estimate } from './bootstrap.js';
export { median, quantile } from './order.js';
export { theilSen } from './theil-sen.js';
export type { Line } from './theil-sen.js';
