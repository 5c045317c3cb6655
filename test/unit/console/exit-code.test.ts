import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../src-main/console/exit-code.js';
import type { Outcome } from '../../../src-main/contract/index.js';

const cases: [Omit<Outcome, 'reason'>, number][] = [
  [{ kind: 'exited', code: 42 }, 42],
  [{ kind: 'memory-refused', code: 7 }, 7],
  [{ kind: 'timed-out', signal: 'SIGKILL' }, 124],
  [{ kind: 'trapped' }, 134],
  [{ kind: 'oom-killed' }, 137],
  [{ kind: 'stopped', signal: 'SIGTERM' }, 143],
  [{ kind: 'failed-to-start', errorCode: 'engine-unreachable' }, 125],
  [{ kind: 'failed-to-start', errorCode: 'wrong-architecture' }, 126],
  [{ kind: 'failed-to-start', errorCode: 'image-not-found' }, 127],
  [{ kind: 'failed-to-start', errorCode: 'limit-not-enforced' }, 2],
  [{ kind: 'failed-to-start' }, 125],
];

describe('the exit code of a run', () => {
  it.each(cases)('of %j is %i', (outcome, code) =>
    expect(exitCodeOf({ ...outcome, reason: '' })).toBe(code),
  );
});
