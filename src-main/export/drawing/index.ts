/** Pictures of numbers as SVG: text in, text out; no page and no canvas. */
export { colorOf } from './frame.js';
export { lineChart } from './line-chart.js';
export type { LineChart, LineSeries } from './line-chart.js';
export { stripChart } from './strip-chart.js';
