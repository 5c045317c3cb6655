import { bashCompletion } from './bash.mjs';
import { describe } from './commands.mjs';
import { fishCompletion } from './fish.mjs';
import { manPage } from './man.mjs';
import { reference } from './markdown.mjs';
import { zshCompletion } from './zsh.mjs';

/**
 * The manual page, the completions and the guide's reference, by their paths in the checkout.
 * @param {import('commander').Command} command the whole program
 * @param {import('./commands.mjs').Known} known
 * @returns {Record<string, string>}
 */
export function cliDocuments(command, known) {
  const program = describe(command);
  return {
    'resources/cli/paralelo.1': manPage(program),
    'resources/cli/paralelo.bash': bashCompletion(program, known),
    'resources/cli/_paralelo': zshCompletion(program, known),
    'resources/cli/paralelo.fish': fishCompletion(program, known),
    'docs/guide/command-line.md': reference(program),
  };
}
