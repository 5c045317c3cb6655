import type { Words } from '../i18n/index.js';

/** What a chart of time hears while it has the focus (TimeChart.svelte), as WINDOW_ACTIONS writes keys. */
export const CHART_KEYS: readonly { title: Words; keys: readonly string[] }[] = [
  { title: 'Move the crosshair', keys: ['ArrowLeft', 'ArrowRight'] },
  { title: 'Move it in larger steps', keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'] },
  { title: 'To the beginning, to the end', keys: ['Home', 'End'] },
  { title: 'Zoom in, zoom out', keys: ['Plus', '-'] },
  { title: 'Show all of the time', keys: ['0'] },
];
