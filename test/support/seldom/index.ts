import { densitySeldom } from './density.js';
import { memorySeldom } from './memory.js';
import { commonSeldom, speedSeldom, startupSeldom } from './others.js';
import { portabilitySeldom } from './portability.js';

/** What experiments say of small data in which much goes wrong. */
export const SELDOM: Record<string, () => string[] | Promise<string[]>> = {
  density: densitySeldom,
  memory: memorySeldom,
  portability: portabilitySeldom,
  speed: speedSeldom,
  startup: startupSeldom,
  'any experiment': commonSeldom,
};
