/** What the other rooms use of the module reader. */
export { checkCommand, checkImports, checkMemoryLimit } from './checks.js';
export { isComponent, readComponent } from './component.js';
export { componentFacts } from './component-facts.js';
export type { ComponentProfile } from './component.js';
export { directoriesFact, environmentFact, moduleFacts } from './facts.js';
export { withCalls } from './called.js';
export { withGrants } from './granted.js';
export { maximumMemoryBytes, wholePages } from './profile.js';
export type { MemoryProfile, ModuleExport, ModuleImport, ModuleProfile } from './profile.js';
export { readModule } from './read-module.js';
export { stripCustomSections } from './strip-custom.js';
export { WASI_MODULE } from './wasi.js';
export { moduleWalls, ofModule } from './walls.js';
