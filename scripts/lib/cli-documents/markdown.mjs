import { withAllParts } from './commands.mjs';

/**
 * The reference of the guide.
 * @param {import('./commands.mjs').Part} program
 */
export function reference(program) {
  const commands = withAllParts(program).filter(
    ({ path, parts }) => path.length > 0 && parts.length === 0,
  );
  return [
    '# Commands',
    '',
    'Generated from the commands themselves by `npm run cli-documents`; do not edit.',
    'Sizes take k, m, g, KiB, MiB and GiB; times take ms, s and m. Messages go to stderr; with `--json`',
    'stdout has one document and nothing else. What the documents hold: [record.md](record.md).',
    '',
    ...commands.flatMap(section),
  ].join('\n');
}

/** @param {import('./commands.mjs').Part} command */
function section({ path, description, arguments: args, flags }) {
  const rows = [
    ...args.map(({ term, description: what }) => [term, what]),
    ...flags
      .filter(({ long }) => long !== '--help')
      .map(({ short, long, value, description: what }) => [
        [short, [long, value].filter(Boolean).join(' ')].filter(Boolean).join(', '),
        what,
      ]),
  ].filter(([, what]) => what !== '');
  return [
    `## paralelo ${[...path, ...args.map(({ term }) => escaped(term))].join(' ')}`,
    '',
    `${escaped(description.charAt(0).toUpperCase() + description.slice(1))}.`,
    '',
    ...(rows.length === 0 ? [] : ['|  |  |', '| --- | --- |']),
    ...rows.map(([term = '', what = '']) => `| \`${term}\` | ${escaped(what)} |`),
    ...(rows.length === 0 ? [] : ['']),
  ];
}

/** @param {string} words */
function escaped(words) {
  return words.replace(/[<>|*_[\]]/g, '\\$&');
}
