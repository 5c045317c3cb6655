import { connection } from './core/connection.js';
import { samples } from './core/samples.js';

/**
 * What the lab's core says in its answers, as the command line does: errors, reasons, questions, advice.
 * `{{name}}` stands for what changes in a sentence.
 */
export const core = { ...connection, ...samples } as const satisfies Record<string, string>;
