import type { RunRecord } from '../../../contract/index.js';
import type { Asked, ConformanceCase } from '../case.js';
import { describeOutcome, exitedWith, matches, verdict, wrote } from '../judging.js';
import type { Difference } from '../judging.js';
import { probe } from './probe.js';

const module = (ref: string): Asked => ({ workload: { kind: 'module', ref, args: [] } });

function refusedAs(record: RunRecord, errorCode: string): Difference {
  const { outcome } = record;
  return outcome.kind === 'failed-to-start' && outcome.errorCode === errorCode
    ? undefined
    : `It ${describeOutcome(outcome)}; expected: failed to start (${errorCode}).`;
}

/** What is not a program that it can run. */
export const MODULES: readonly ConformanceCase[] = [
  {
    id: 'missing-import',
    title: 'A module that needs what nobody gives is refused before it runs.',
    kind: 'wasm',
    ask: ({ missingImportPath }) => module(missingImportPath),
    judge: (record) => verdict(refusedAs(record, 'missing-import')),
  },
  {
    id: 'not-a-module',
    title: 'A file that is not a module is refused as such.',
    kind: 'wasm',
    ask: ({ notAModulePath }) => module(notAModulePath),
    judge: (record) => verdict(refusedAs(record, 'not-a-module')),
  },
  {
    id: 'component',
    title: 'A WASI 0.2 component runs, or is refused as what it is.',
    kind: 'wasm',
    ask: ({ componentPath }) => module(componentPath),
    judge: (record) =>
      refusedAs(record, 'is-a-component') === undefined
        ? { result: 'refused', how: record.outcome.reason }
        : verdict(exitedWith(record, 0), wrote(record, 'stdout', 'hello\n')),
  },
];

/** What a program takes from its host besides files. */
export const SERVICES: readonly ConformanceCase[] = [
  {
    id: 'clock',
    title: "It has the host's wall clock and a monotonic clock, and both go forward.",
    ask: () => probe(['clock']),
    judge: (record) =>
      verdict(
        exitedWith(record, 0),
        matches(record, /^realtime \d+\nrealtime goes forward\nmonotonic goes forward\n$/, 'so'),
        isNow(record),
      ),
  },
  {
    id: 'random',
    title: 'It has random numbers: two draws differ.',
    ask: () => probe(['random']),
    judge: (record) =>
      verdict(
        exitedWith(record, 0),
        matches(record, /^([0-9a-f]{16}\n){4}$/, 'four numbers'),
        new Set(record.stdout.trim().split('\n')).size === 4
          ? undefined
          : 'Numbers come again within one draw.',
      ),
  },
];

/** Within a second around the run. */
function isNow(record: RunRecord): Difference {
  const seenMs = Number(BigInt(/\d+/.exec(record.stdout)?.[0] ?? 0) / 1_000_000n);
  const requestedMs = Date.parse(record.requestedAt);
  const isNear = seenMs > requestedMs - 1000 && seenMs < requestedMs + record.durationMs + 1000;
  return isNear
    ? undefined
    : `Its wall clock says ${new Date(seenMs).toISOString()} at ${record.requestedAt}.`;
}
