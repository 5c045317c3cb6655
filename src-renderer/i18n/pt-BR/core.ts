import { common } from './core/common.js';
import { contract } from './core/contract.js';
import { electron } from './core/electron.js';
import { exported } from './core/export.js';
import { lab } from './core/lab.js';
import { store } from './core/store.js';

/**
 * What the lab's core says in its answers, as the command line does: errors, reasons, questions, advice.
 * `{{name}}` stands for what changes in a sentence, `{{Name}}` for what the core said as well. A room of the core a file.
 */
export const core = {
  ...common,
  ...contract,
  ...electron,
  ...exported,
  ...lab,
  ...store,
} as const satisfies Record<string, string>;
