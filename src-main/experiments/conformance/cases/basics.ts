import type { ConformanceCase } from '../case.js';
import { exitedWith, quote, verdict, wrote } from '../judging.js';
import { STDIN_TEXT } from '../materials.js';
import { probe } from './probe.js';

const ARGUMENTS = [
  'plain',
  'two words',
  '"quoted" \'twice\'',
  'ü 漢字 🦀',
  '$HOME `id` \\n',
  '',
  '--env',
];
const ENVIRONMENT = { NAME: 'value', EMPTY: '', SPACED: 'two words', UNICODE: 'ü=漢' };
/** Set in the lab's own process while a case runs: a guest that sees it sees the host's environment. */
export const CANARY = 'PARALELO_CONFORMANCE_CANARY';

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');
const sorted = (text: string): string[] => text.split('\n').filter(Boolean).sort();

function exit(code: number): ConformanceCase {
  return {
    id: `exit-${code}`,
    title: `Its exit code ${code} comes through.`,
    ask: () => probe(['exit', String(code)]),
    judge: (record) => verdict(exitedWith(record, code)),
  };
}

/** What goes in, and what comes out. */
export const BASICS: readonly ConformanceCase[] = [
  {
    id: 'hello',
    title: 'It runs, prints one line and ends with 0.',
    ask: () => ({ workload: { kind: 'twin', ref: 'hello', args: [] } }),
    judge: (record) =>
      verdict(
        exitedWith(record, 0),
        wrote(record, 'stdout', 'hello\n'),
        wrote(record, 'stderr', ''),
      ),
  },
  {
    id: 'arguments',
    title: 'Arguments arrive as given: spaces, quotes, Unicode, an empty one.',
    ask: () => probe(['args', ...ARGUMENTS]),
    judge: (record) =>
      verdict(
        exitedWith(record, 0),
        wrote(record, 'stdout', lines(ARGUMENTS.map((argument) => `[${argument}]`))),
      ),
  },
  {
    id: 'environment',
    title: 'The environment is exactly what was given.',
    ask: () => probe(['env'], { env: ENVIRONMENT }),
    judge: (record) => verdict(exitedWith(record, 0), sameEnvironment(record.stdout)),
  },
  {
    id: 'no-host-environment',
    title: "Nothing of the host's environment is visible by default.",
    ask: () => probe(['env']),
    judge: (record) =>
      verdict(
        exitedWith(record, 0),
        record.stdout.includes(CANARY) ? "It sees the variables of the lab's process." : undefined,
      ),
  },
  {
    id: 'stdin',
    title: 'A file becomes its standard input, byte for byte, with an end.',
    ask: ({ stdinPath }) => probe(['cat'], { stdinPath }),
    judge: (record) => verdict(exitedWith(record, 0), wrote(record, 'stdout', STDIN_TEXT)),
  },
  {
    id: 'streams',
    title: 'Standard output and standard error stay apart.',
    ask: () => probe(['streams']),
    judge: (record) =>
      verdict(
        exitedWith(record, 0),
        wrote(record, 'stdout', 'to stdout\n'),
        wrote(record, 'stderr', 'to stderr\n'),
      ),
  },
  ...[0, 1, 42, 255].map(exit),
];

function sameEnvironment(printed: string): string | undefined {
  const given = sorted(
    lines(Object.entries(ENVIRONMENT).map(([name, value]) => `${name}=${value}`)),
  );
  const seen = sorted(printed);
  const missing = given.filter((entry) => !seen.includes(entry));
  if (missing.length > 0) return `It does not see ${missing.map(quote).join(', ')}.`;
  const names = seen.filter((entry) => !given.includes(entry)).map((entry) => entry.split('=')[0]);
  return names.length === 0 ? undefined : `It also sees ${names.join(', ')}.`;
}
