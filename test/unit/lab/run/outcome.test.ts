import { describe, expect, it } from 'vitest';
import { failedToStart, toOutcome } from '../../../../src-main/lab/run/outcome.js';
import { LabError } from '../../../../src-main/contract/index.js';

const killed = { kind: 'signalled', signal: 'SIGKILL', reason: 'killed', atMs: 1 } as const;
const limits = { limits: { timeoutMs: 250 } };

describe('the outcome of a run', () => {
  it('is timed-out when the lab ended it at its limit', () =>
    expect(toOutcome(killed, 'timed-out', {}, limits)).toMatchObject({
      kind: 'timed-out',
      reason: expect.stringContaining('250 ms') as string,
    }));

  it('is the guest’s own end when that came before the lab’s signal', () =>
    expect(
      toOutcome({ kind: 'exited', code: 3, reason: 'ended', atMs: 1 }, 'timed-out', {}, limits),
    ).toMatchObject({ kind: 'exited', code: 3 }));

  it('stays an OOM kill though the lab wanted to stop it as well', () =>
    expect(
      toOutcome({ ...killed, kind: 'oom-killed', reason: 'limit' }, 'stopped', {}, limits).kind,
    ).toBe('oom-killed'));

  it('takes a twin’s own meaning of an exit code', () => {
    const meanings = { '7': { kind: 'memory-refused', reason: 'A growth was refused.' } } as const;
    const ending = { kind: 'exited', code: 7, reason: 'ended', atMs: 1 } as const;
    expect(toOutcome(ending, undefined, meanings, limits)).toEqual({
      kind: 'memory-refused',
      code: 7,
      reason: 'A growth was refused.',
    });
    expect(toOutcome(ending, undefined, {}, limits).kind).toBe('exited');
  });

  it('names the signal when somebody else ended it', () =>
    expect(toOutcome(killed, undefined, {}, limits)).toMatchObject({
      kind: 'stopped',
      signal: 'SIGKILL',
    }));

  it('carries the error of a start that failed', () =>
    expect(failedToStart(new LabError('image-not-found', 'No image.', 'Pull it.'))).toEqual({
      kind: 'failed-to-start',
      reason: 'No image.',
      errorCode: 'image-not-found',
      hint: 'Pull it.',
    }));
});
