import type { RunRecord } from '../../../contract/index.js';
import type { ConformanceCase, Verdict } from '../case.js';
import { describeOutcome, endedAs, quote, verdict } from '../judging.js';
import { probe } from './probe.js';

interface Trap {
  id: string;
  what: string;
  /** In the reason of a trap. */
  says: RegExp;
  /** What the processor makes of it: the first is that of x86-64. */
  signals: readonly string[];
  /** On arm64 the instruction is no fault. */
  onlyX64?: boolean;
}

const TRAPS: readonly Trap[] = [
  {
    id: 'unreachable',
    what: 'Code that must never be reached',
    says: /unreachable/i,
    signals: ['SIGILL', 'SIGTRAP'],
  },
  {
    id: 'bounds',
    what: 'Memory outside its bounds',
    says: /out of bounds|out-of-bounds|outside/i,
    signals: ['SIGSEGV'],
  },
  {
    id: 'division',
    what: 'An integer divided by zero',
    says: /divi\S* .*zero|remainder by zero/i,
    signals: ['SIGFPE'],
    onlyX64: true,
  },
];

export const FAULTS: readonly ConformanceCase[] = TRAPS.map((trap) => ({
  id: `trap-${trap.id}`,
  title: `${trap.what} is a trap with its reason; in a container the signal ${trap.signals[0] ?? ''}.`,
  ask: () => probe(['trap', trap.id]),
  judge: (record, { runtime }) =>
    runtime.kind === 'wasm' ? trapped(record, trap) : signalled(record, trap),
}));

function trapped(record: RunRecord, { says }: Trap): Verdict {
  const { reason } = record.outcome;
  return verdict(
    endedAs(record, 'trapped'),
    says.test(reason) ? undefined : `The reason of the trap is not named: ${quote(reason)}.`,
  );
}

/** Exit code 128 + the signal, as shells and engines say it. */
function signalled(record: RunRecord, { signals, onlyX64 }: Trap): Verdict {
  if (onlyX64 === true && record.environment.arch !== 'x64') {
    return { result: 'not-applicable', how: 'This processor has no such fault.' };
  }
  const { outcome } = record;
  return verdict(
    signals.includes(outcome.signal ?? '') && (outcome.code ?? 0) > 128
      ? undefined
      : `It ${describeOutcome(outcome)}; expected: ${signals.join(' or ')}.`,
  );
}
