import { constants } from 'node:os';
import { ERROR_EXIT_CODES } from '../contract/index.js';
import type { Outcome } from '../contract/index.js';

const NOT_STARTED = 125;

/** The exit code of `paralelo run`: the guest's own, or what CLI.md lists for how it ended. */
export function exitCodeOf(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'exited':
    case 'memory-refused':
      return outcome.code ?? 0;
    case 'timed-out':
      return 124;
    case 'trapped':
    case 'fuel-exhausted':
      return 134;
    case 'oom-killed':
      return 137;
    case 'stopped':
    case 'interrupted':
      return 128 + signalNumber(outcome.signal);
    case 'failed-to-start':
      return failureCode(outcome.errorCode);
  }
}

function failureCode(code: string | undefined): number {
  const known: Record<string, number> = ERROR_EXIT_CODES;
  return (code === undefined ? undefined : known[code]) ?? NOT_STARTED;
}

function signalNumber(name: string | undefined): number {
  const signals: Record<string, number> = constants.signals;
  return (name === undefined ? undefined : signals[name]) ?? constants.signals.SIGKILL;
}
