/**
 * @typedef {object} Flag
 * @property {string} [short]
 * @property {string} long
 * @property {string} [value] as `<file>`; absent for a switch
 * @property {string} description
 * @property {readonly string[]} choices
 *
 * @typedef {object} Part a command with what is below it
 * @property {string} name
 * @property {string[]} path `['bench', 'startup']`; empty for the program
 * @property {string} description
 * @property {{ term: string, description: string }[]} arguments
 * @property {Flag[]} flags
 * @property {Part[]} parts
 */

const HELP = { long: '--help', short: '-h', description: 'display help for command', choices: [] };

/**
 * A commander's command as plain data, in its own order.
 * @param {import('commander').Command} command
 * @param {string[]} path
 * @returns {Part}
 */
export function describe(command, path = []) {
  return {
    name: command.name(),
    path,
    description: command.description(),
    arguments: command.registeredArguments.map((argument) => ({
      term: argumentTerm(argument),
      description: argument.description,
    })),
    flags: [
      ...command.options.filter(({ hidden, long }) => !hidden && long !== undefined).map(flagOf),
      HELP,
    ],
    parts: command.commands.map((each) => describe(each, [...path, each.name()])),
  };
}

/**
 * @param {Part} part
 * @returns {Part[]} it and all below it
 */
export function withAllParts(part) {
  return [part, ...part.parts.flatMap(withAllParts)];
}

/** @param {import('commander').Argument} argument */
function argumentTerm(argument) {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/**
 * @param {import('commander').Option} option
 * @returns {Flag}
 */
function flagOf({ short, long, flags, description, argChoices }) {
  const value = /[<[][^>\]]+[>\]]/.exec(flags)?.[0];
  return {
    ...(short === undefined ? {} : { short }),
    long: String(long),
    ...(value === undefined ? {} : { value }),
    description,
    choices: argChoices ?? [],
  };
}

/** @typedef {{ twins: readonly string[] }} Known what a value may be, beside files */

/**
 * @param {Flag} flag
 * @param {Known} known
 * @returns {'file' | readonly string[]} what its value may be; empty for anything
 */
export function valuesOf({ value = '', choices }, { twins }) {
  if (choices.length > 0) return choices;
  if (/twin/.test(value)) return twins;
  return /file|path|folder|dir/.test(value) ? 'file' : [];
}
