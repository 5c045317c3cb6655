import type { Outcome, OutcomeKind, RunRecord } from '../../contract/index.js';
import type { Verdict } from './case.js';

const PASS: Verdict = { result: 'pass' };
const MOST_QUOTED = 120;

/** How something is not as it should be, as a sentence; undefined when it is. */
export type Difference = string | undefined;

/** The first difference decides. */
export function verdict(...differences: Difference[]): Verdict {
  const how = differences.find((one) => one !== undefined);
  return how === undefined ? PASS : { result: 'differs', how };
}

export function exitedWith(record: RunRecord, code: number): Difference {
  const { outcome } = record;
  return outcome.kind === 'exited' && outcome.code === code
    ? undefined
    : `It ${describeOutcome(outcome)} instead of exiting with ${code}.`;
}

export function endedAs(record: RunRecord, ...kinds: OutcomeKind[]): Difference {
  const { outcome } = record;
  return kinds.includes(outcome.kind)
    ? undefined
    : `It ${describeOutcome(outcome)}; expected: ${kinds.join(' or ')}.`;
}

export function wrote(record: RunRecord, stream: 'stdout' | 'stderr', text: string): Difference {
  const written = record[stream];
  return written === text
    ? undefined
    : `Its ${stream} was ${quote(written)} instead of ${quote(text)}.`;
}

export function matches(record: RunRecord, pattern: RegExp, what: string): Difference {
  return pattern.test(record.stdout)
    ? undefined
    : `It did not say ${what}, but ${quote(record.stdout)}.`;
}

export function quote(text: string): string {
  const shown = text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text;
  return JSON.stringify(shown);
}

/** Completes "it …". */
export function describeOutcome(outcome: Outcome): string {
  const { kind, code, signal } = outcome;
  if (kind === 'exited') return `exited with ${String(code ?? 'an unknown code')}`;
  if (kind === 'failed-to-start') {
    return `failed to start (${outcome.errorCode ?? 'for an unknown reason'}: ${brief(outcome.reason)})`;
  }
  const by = [signal, code].filter((part) => part !== undefined).join(', ');
  return `ended as ${kind}${by === '' ? '' : ` (${by})`}: ${brief(outcome.reason)}`;
}

function brief(reason: string): string {
  const line = reason.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return line.length > MOST_QUOTED ? `${line.slice(0, MOST_QUOTED)}…` : line;
}
