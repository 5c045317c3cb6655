export { dockerRuntimes } from './docker-runtime.js';
export { discoverEngines } from './engine/discover.js';
export type { Engine } from './engine/engine.js';
export { listImages, removeTwinImages } from './images.js';
export { cleanUpOrphans } from './orphans.js';
export { createDockerSource } from './source.js';
export { watchEngine } from './watch.js';
