export { readProcessWalls } from './walls.js';
