import { createHash } from 'node:crypto';
import type { RunRecord } from '../../contract/index.js';
import type { Specification } from './specification.js';

const TRAP_EXIT_CODE = 134;
const MOST_SHOWN = 60;

/** The first difference between what was expected and what happened, in one line; undefined when there is none. */
export function firstDifference(record: RunRecord, expected: Specification): string | undefined {
  return (
    exitDifference(record, expected.exit_code) ??
    textDifference('stdout', expected.stdout, record.stdout, stdoutIsWhole(record, expected)) ??
    textDifference('stderr', expected.stderr, record.stderr, undefined)
  );
}

function exitDifference({ outcome, stderr }: RunRecord, expected: number): string | undefined {
  const { kind, reason } = outcome;
  if (kind === 'trapped' && expected === TRAP_EXIT_CODE) return undefined;
  if (kind !== 'exited') return `expected exit code ${expected}, but ${kind}: ${oneLine(reason)}`;
  if (outcome.code === expected) return undefined;
  const said = stderr.trim() === '' ? '' : `; stderr: ${show(stderr)}`;
  return `expected exit code ${expected}, got ${outcome.code ?? 'none'}${said}`;
}

/** Where a record keeps only the ends of a long output, its hash still speaks for all of it. */
function stdoutIsWhole(record: RunRecord, { stdout }: Specification): boolean | undefined {
  if (!record.truncated || stdout === undefined) return undefined;
  return createHash('sha256').update(stdout).digest('hex') === record.stdoutSha256;
}

function textDifference(
  stream: string,
  expected: string | undefined,
  got: string,
  isSame: boolean | undefined,
): string | undefined {
  if (expected === undefined || (isSame ?? expected === got)) return undefined;
  const at = firstDifferentAt(expected, got);
  return `${stream} differs at character ${at}: expected ${show(expected, at)}, got ${show(got, at)}`;
}

function firstDifferentAt(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function show(text: string, from = 0): string {
  if (from >= text.length) return 'the end';
  const start = Math.max(0, from - 10);
  const part = text.slice(start, start + MOST_SHOWN);
  const before = start > 0 ? '…' : '';
  const after = start + MOST_SHOWN < text.length ? '…' : '';
  return `${before}${JSON.stringify(part)}${after}`;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
