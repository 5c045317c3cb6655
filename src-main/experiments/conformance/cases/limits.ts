import type { RunRecord } from '../../../contract/index.js';
import { guestEndedMs } from '../../guests/guest-ended.js';
import type { ConformanceCase } from '../case.js';
import { endedAs, exitedWith, matches, verdict } from '../judging.js';
import type { Difference } from '../judging.js';
import { FLOOD_BYTES, floodSha256 } from './flood.js';
import { probe } from './probe.js';

const MIB = 1024 ** 2;
/** Long enough for a container to have been started. */
const TIMEOUT_MS = 2000;
const LATE_MS = 250;

/** What stops a guest: a limit, or the lab. */
export const LIMITS: readonly ConformanceCase[] = [
  {
    id: 'memory-limit',
    title: 'Beyond its memory limit growth is refused and it goes on, or the kernel ends it.',
    ask: () => probe(['grow', '128m'], {}, { memoryBytes: 32 * MIB }),
    judge: (record, { runtime }) =>
      runtime.kind === 'container' && record.outcome.kind === 'oom-killed'
        ? verdict()
        : verdict(
            endedAs(record, 'memory-refused'),
            matches(record, /refused at \d+ bytes\n$/, 'that it was refused more'),
          ),
  },
  {
    id: 'wall-time',
    title: `What spins for ever ends at its wall-time limit, at most ${LATE_MS} ms late.`,
    ask: () => probe(['spin'], {}, { timeoutMs: TIMEOUT_MS }),
    tries: 3,
    judge: (record) => verdict(endedAs(record, 'timed-out'), inTime(record)),
  },
  {
    id: 'fuel',
    title: 'What spins for ever ends when its fuel is used up.',
    ask: () => probe(['spin'], {}, { fuel: 1_000_000, timeoutMs: 20_000 }),
    judge: (record) => verdict(endedAs(record, 'fuel-exhausted')),
  },
  {
    id: 'output-100-mb',
    title: '100 MB of output arrive whole, counted and byte for byte.',
    ask: () => probe(['flood', String(FLOOD_BYTES)]),
    judge: (record) =>
      verdict(
        exitedWith(record, 0),
        record.stdoutBytes === FLOOD_BYTES
          ? undefined
          : `${record.stdoutBytes} bytes arrived instead of ${FLOOD_BYTES}.`,
        record.stdoutSha256 === floodSha256() ? undefined : 'The bytes are not those it wrote.',
      ),
  },
  {
    id: 'stopped',
    title: 'The lab stops it while it spins, and nothing of it is left.',
    ask: () => probe(['spin'], {}, { timeoutMs: 60_000 }),
    stopAt: 'spinning',
    judge: (record, { left }) =>
      verdict(endedAs(record, 'stopped'), left === undefined ? undefined : `Left over: ${left}.`),
  },
];

function inTime(record: RunRecord): Difference {
  const lateMs = guestEndedMs(record) - TIMEOUT_MS;
  if (lateMs < 0)
    return `It ended ${(-lateMs).toFixed(0)} ms before its limit of ${TIMEOUT_MS} ms.`;
  return lateMs <= LATE_MS
    ? undefined
    : `It ended ${lateMs.toFixed(0)} ms after its limit of ${TIMEOUT_MS} ms.`;
}
