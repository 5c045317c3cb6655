import { valuesOf, withAllParts } from './commands.mjs';

/**
 * For /usr/share/fish/vendor_completions.d.
 * @param {import('./commands.mjs').Part} program
 * @param {import('./commands.mjs').Known} known
 */
export function fishCompletion(program, known) {
  const lines = withAllParts(program).flatMap((part) => [
    ...part.parts.map(
      ({ name, description }) =>
        `complete -c paralelo -f -n '${condition(part)}' -a ${name} -d ${quoted(description)}`,
    ),
    ...part.flags.map(
      (flag) =>
        `complete -c paralelo -n '${condition(part)}' ${names(flag)}${value(flag, known)} -d ${quoted(flag.description)}`,
    ),
  ]);
  return `# Generated from the commands themselves by \`npm run cli-documents\`.\n${lines.join('\n')}\n`;
}

/** @param {import('./commands.mjs').Part} part whether the words before the cursor have led to it, and not further */
function condition({ path, parts }) {
  if (path.length === 0) return '__fish_use_subcommand';
  const seen = path.map((name) => `__fish_seen_subcommand_from ${name}`);
  const further = parts.map(({ name }) => name).join(' ');
  return [...seen, ...(further === '' ? [] : [`not __fish_seen_subcommand_from ${further}`])].join(
    '; and ',
  );
}

/** @param {import('./commands.mjs').Flag} flag */
function names({ short, long }) {
  return `${short === undefined ? '' : `-s ${short.slice(1)} `}-l ${long.slice(2)}`;
}

/**
 * @param {import('./commands.mjs').Flag} flag
 * @param {import('./commands.mjs').Known} known
 */
function value(flag, known) {
  if (flag.value === undefined) return '';
  const values = valuesOf(flag, known);
  if (values === 'file') return ' -r -F';
  return values.length === 0 ? ' -x' : ` -x -a ${quoted(values.join(' '))}`;
}

/** @param {string} text */
function quoted(text) {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
