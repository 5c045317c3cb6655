import type { Rule } from '../claim.js';
import { P10, P11, P4, P5, P9 } from './attempts.js';
import { P15, P16, P17 } from './cost.js';
import { P1, P2, P3, P6 } from './portability.js';
import { P12, P13, P14 } from './resources.js';
import { P18, P19 } from './surroundings.js';
import { P7, P8 } from './walls.js';

export { judgeSummary } from './surroundings.js';

/** In the paper's order; P20 is judged of the others' verdicts. */
export const RULES: readonly Rule[] = [
  ...[P1, P2, P3, P4, P5, P6, P7, P8, P9, P10],
  ...[P11, P12, P13, P14, P15, P16, P17, P18, P19],
];
