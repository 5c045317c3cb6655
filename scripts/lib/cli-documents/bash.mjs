import { valuesOf, withAllParts } from './commands.mjs';

/**
 * For /usr/share/bash-completion/completions, or to be sourced.
 * @param {import('./commands.mjs').Part} program
 * @param {import('./commands.mjs').Known} known
 */
export function bashCompletion(program, known) {
  const parts = withAllParts(program);
  return `# Generated from the commands themselves by \`npm run cli-documents\`.
_paralelo() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" at= each next
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [ "$each" = -- ] && { COMPREPLY=($(compgen -f -- "$word")); return; }
    case "$at$each" in
${parts
  .filter(({ path }) => path.length > 0)
  .map(stepCase)
  .join('\n')}
    esac
  done
  case "$at$before" in
${valueCases(parts, known)}
  esac
  case "$at" in
${parts.map(nextCase).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$next" -- "$word"))
  [ "\${#COMPREPLY[@]}" -gt 0 ] || COMPREPLY=($(compgen -f -- "$word"))
}
complete -o filenames -F _paralelo paralelo
`;
}

/** @param {import('./commands.mjs').Part} part */
function stepCase({ path }) {
  return `      "${path.join(' ')}") at="${path.join(' ')} " ;;`;
}

/** @param {import('./commands.mjs').Part} part */
function nextCase({ path, parts, flags }) {
  const words = [...parts.map(({ name }) => name), ...flags.map(({ long }) => long)];
  return `    "${path.map((name) => `${name} `).join('')}") next="${words.join(' ')}" ;;`;
}

/**
 * A flag of one name takes something else in another command.
 * @param {import('./commands.mjs').Part[]} parts
 * @param {import('./commands.mjs').Known} known
 */
function valueCases(parts, known) {
  /** @type {Map<string, string[]>} */
  const places = new Map();
  for (const { path, flags } of parts) {
    for (const flag of flags) {
      if (flag.value === undefined) continue;
      const values = valuesOf(flag, known);
      const generator = values === 'file' ? '-f' : `-W "${values.join(' ')}"`;
      const place = `"${[...path, flag.long].join(' ')}"`;
      places.set(generator, [...(places.get(generator) ?? []), place]);
    }
  }
  return [...places]
    .map(
      ([generator, names]) =>
        `    ${names.join(' | ')}) COMPREPLY=($(compgen ${generator} -- "$word")); return ;;`,
    )
    .join('\n');
}
