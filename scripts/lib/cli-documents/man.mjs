import { withAllParts } from './commands.mjs';

const EXITS = [
  ['the guest’s own', 'the guest ended by itself'],
  ['2', 'wrong usage'],
  ['124', 'timed out'],
  ['125', 'could not start: the lab or the engine refused'],
  ['126', 'not runnable: a bad format, a wrong architecture'],
  ['127', 'not found'],
  ['134', 'trapped'],
  ['137', 'out of memory'],
];
const FILES = [
  ['~/.config/paralelo', 'settings'],
  ['~/.cache/paralelo', 'runtimes that Paralelo installed and compiled modules; can be made again'],
  ['~/.config/Paralelo', 'what the window keeps for itself'],
];

/**
 * The manual page, in roff.
 * @param {import('./commands.mjs').Part} program
 */
export function manPage(program) {
  const commands = withAllParts(program).filter(
    ({ path, parts }) => path.length > 0 && parts.length === 0,
  );
  return [
    '.\\" Generated from the commands themselves by `npm run cli-documents`.',
    '.TH PARALELO 1 "" "Paralelo" "User Commands"',
    '.SH NAME',
    `paralelo \\- ${text('the same program as a container and as a WebAssembly module')}`,
    '.SH SYNOPSIS',
    '.B paralelo',
    '.I command',
    '[\\fIoptions\\fR]',
    '.SH DESCRIPTION',
    text(program.description),
    'It is the lab of the desktop app without a window: for SSH, scripts and tests.',
    'Messages go to stderr; \\fB\\-\\-json\\fR prints one document on stdout and nothing else there.',
    'Sizes take k, m, g, KiB, MiB and GiB; times take ms, s and m.',
    '.SH COMMANDS',
    ...commands.flatMap(commandSection),
    '.SH EXIT STATUS OF RUN',
    ...EXITS.flatMap(([term = '', what = '']) => item(text(term), text(what))),
    '.SH FILES',
    ...FILES.flatMap(([term = '', what = '']) => item(`\\fI${text(term)}\\fR`, text(what))),
    '.SH SEE ALSO',
    '.BR docker (1),',
    '.BR podman (1)',
    '',
  ].join('\n');
}

/** @param {import('./commands.mjs').Part} command */
function commandSection({ path, description, arguments: args, flags }) {
  const terms = args.map(({ term }) => `\\fI${text(term)}\\fR`);
  return [
    `.SS "paralelo ${[...path, ...args.map(({ term }) => term)].map(text).join(' ')}"`,
    text(description),
    ...args.flatMap(({ description: what }, at) =>
      what === '' ? [] : item(terms[at] ?? '', text(what)),
    ),
    ...flags
      .filter(({ long }) => long !== '--help')
      .flatMap(({ short, long, value, description: what }) => {
        const names = [short, long].filter((name) => name !== undefined);
        const shown = names.map((name) => `\\fB${text(name)}\\fR`).join(', ');
        return item(`${shown}${value === undefined ? '' : ` \\fI${text(value)}\\fR`}`, text(what));
      }),
  ];
}

/**
 * @param {string} term
 * @param {string} what
 */
function item(term, what) {
  return ['.TP', term, what];
}

/** @param {string} words a line that begins with a dot or an apostrophe would be a request */
function text(words) {
  return words
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replaceAll('’', "'")
    .replace(/^([.'])/, '\\&$1');
}
