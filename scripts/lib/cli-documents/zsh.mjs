import { valuesOf, withAllParts } from './commands.mjs';

/**
 * For a folder of $fpath, as `_paralelo`.
 * @param {import('./commands.mjs').Part} program
 * @param {import('./commands.mjs').Known} known
 */
export function zshCompletion(program, known) {
  const functions = withAllParts(program).reverse();
  return `#compdef paralelo
# Generated from the commands themselves by \`npm run cli-documents\`.
${functions.map((part) => body(part, known)).join('\n')}
_paralelo "$@"
`;
}

/** @param {readonly string[]} path */
const nameOf = (path) => ['_paralelo', ...path].join('_');

/**
 * @param {import('./commands.mjs').Part} part
 * @param {import('./commands.mjs').Known} known
 */
function body({ path, parts, flags }, known) {
  const specs = flags.flatMap((flag) => spec(flag, known));
  if (parts.length === 0) {
    return `${nameOf(path)}() {\n  _arguments -s \\\n    ${[...specs, "'*:file:_files'"].join(' \\\n    ')}\n}`;
  }
  const names = parts.map(
    ({ name, description }) => `    ${quoted(`${name}:${description.replaceAll(':', '\\:')}`)}`,
  );
  const cases = parts.map(({ name, path: below }) => `        ${name}) ${nameOf(below)} ;;`);
  return `${nameOf(path)}() {
  local curcontext="$curcontext" state line
  local -a names
  names=(
${names.join('\n')}
  )
  _arguments -C -s \\
    ${specs.join(' \\\n    ')} \\
    '1: :->command' '*:: :->rest'
  case "$state" in
    command) _describe command names ;;
    rest)
      case "\${line[1]}" in
${cases.join('\n')}
      esac ;;
  esac
}`;
}

/**
 * @param {import('./commands.mjs').Flag} flag
 * @param {import('./commands.mjs').Known} known
 */
function spec(flag, known) {
  const what = flag.description.replace(/[[\]:\\]/g, '\\$&');
  const names = [flag.short, flag.long].filter((name) => name !== undefined);
  return names.map((name) => quoted(`*${name}[${what}]${value(flag, known)}`));
}

/**
 * @param {import('./commands.mjs').Flag} flag
 * @param {import('./commands.mjs').Known} known
 */
function value(flag, known) {
  if (flag.value === undefined) return '';
  const values = valuesOf(flag, known);
  const name = flag.value.replace(/[<>[\]:]/g, '');
  if (values === 'file') return `:${name}:_files`;
  return `:${name}:${values.length === 0 ? ' ' : `(${values.join(' ')})`}`;
}

/** @param {string} text */
function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
