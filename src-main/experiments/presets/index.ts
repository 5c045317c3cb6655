export { comparePreset } from './compare.js';
export { PRESETS } from './published.js';
export type { Preset, Results } from './preset.js';
