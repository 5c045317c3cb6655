import { common } from './core/common.js';
import { lab } from './core/lab.js';

/**
 * What the lab's core says in its answers, as the command line does: errors, reasons, questions, advice.
 * `{{name}}` stands for what changes in a sentence. A room of the core a file.
 */
export const core = {
  ...common,
  ...lab,
} as const satisfies Record<string, string>;
