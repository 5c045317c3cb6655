import { describe, expect, it } from 'vitest';
import type { OutcomeKind, RunRecord } from '../../../../../src-main/contract/index.js';
import { outcomeWords } from '../../../../../src-renderer/views/lab/outcome-words.js';
import { compareOutputs } from '../../../../../src-renderer/views/lab/same-output.js';

describe('how a run ended, in words', () => {
  it.each<[OutcomeKind, string, string]>([
    ['oom-killed', 'OOM-killed', 'harm'],
    ['trapped', 'trapped', 'harm'],
    ['failed-to-start', 'did not start', 'harm'],
    ['memory-refused', 'memory refused, exit 7', 'good'],
    ['timed-out', 'stopped by the time limit', 'limit'],
    ['fuel-exhausted', 'out of fuel', 'limit'],
    ['stopped', 'stopped by you', 'neutral'],
  ])('says %s as “%s”, %s', (kind, text, tone) => {
    expect(outcomeWords({ kind, code: 7, reason: '' }, 1530)).toMatchObject({ text, tone });
  });

  it('is calm about exit 0, amber about another code, red about a signal', () => {
    const words = (code?: number, signal?: string) =>
      outcomeWords(
        {
          kind: 'exited',
          reason: '',
          ...(code !== undefined && { code }),
          ...(signal !== undefined && { signal }),
        },
        10,
      );
    expect(words(0)).toEqual({ text: 'exit 0', tone: 'good', after: 'after 10.0 ms' });
    expect(words(3)).toMatchObject({ text: 'exit 3', tone: 'limit' });
    expect(words(undefined, 'SIGSEGV')).toMatchObject({ text: 'ended by SIGSEGV', tone: 'harm' });
  });
});

describe('whose output is whose', () => {
  const lane = (name: string, stdoutSha256?: string, kind: OutcomeKind = 'exited') => ({
    name,
    record:
      stdoutSha256 === undefined
        ? undefined
        : ({ stdoutSha256, outcome: { kind, reason: '' } } as RunRecord),
  });

  it('waits for every lane', () => {
    expect(compareOutputs([lane('a', '1'), lane('b')])).toBeUndefined();
  });

  it('says so when all are the same', () => {
    expect(compareOutputs([lane('a', '1'), lane('b', '1')])).toEqual([
      { same: true, text: 'same output' },
      { same: true, text: 'same output' },
    ]);
  });

  it('names who shares an output, and who does not', () => {
    expect(compareOutputs([lane('a', '1'), lane('b', '2'), lane('c', '2')])).toEqual([
      { same: false, text: 'differs' },
      { same: true, text: 'same as c' },
      { same: true, text: 'same as b' },
    ]);
  });

  it('compares nothing with a lane that never started', () => {
    const failed = lane('a', '1', 'failed-to-start');
    expect(compareOutputs([failed, lane('b', '1')])).toBeUndefined();
    expect(compareOutputs([failed, lane('b', '1'), lane('c', '1')])).toEqual([
      undefined,
      { same: true, text: 'same as c' },
      { same: true, text: 'same as b' },
    ]);
  });
});
