import type { ClaimInfo } from '../../../contract/index.js';
import { ISOLATION } from './isolation.js';
import { PORTABILITY } from './portability.js';
import { RESOURCES } from './resources.js';
import { SURROUNDINGS } from './surroundings.js';

/** The paper's claims in our own words, P1 to P20; each rule is that of the function of its name in ../rules/. */
export const CLAIMS: readonly ClaimInfo[] = [
  ...PORTABILITY,
  ...ISOLATION,
  ...RESOURCES,
  ...SURROUNDINGS,
];
