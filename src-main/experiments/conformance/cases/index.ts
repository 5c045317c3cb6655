import type { ConformanceCase } from '../case.js';
import { BASICS } from './basics.js';
import { GRANTS } from './grants.js';
import { LIMITS } from './limits.js';
import { MODULES, SERVICES } from './modules.js';
import { FAULTS } from './traps.js';

/** Every case, in the order in which they are shown. */
export const CASES: readonly ConformanceCase[] = [
  ...BASICS,
  ...GRANTS,
  ...LIMITS,
  ...FAULTS,
  ...MODULES,
  ...SERVICES,
];
