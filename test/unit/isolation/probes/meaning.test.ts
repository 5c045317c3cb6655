import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type {
  AttemptResult,
  EnforcedBy,
  Outcome,
  Phase,
  RuntimeKind,
} from '../../../../src-main/contract/index.js';
import { ATTEMPTS, meaningOf } from '../../../../src-main/isolation/probes/index.js';

interface Captured extends Pick<AttemptResult, 'runtime' | 'set' | 'attempt' | 'verdict' | 'by'> {
  kind: RuntimeKind;
  stdout: string;
  outcome: Outcome;
  enforcedBy: EnforcedBy;
  wasLaunched: boolean;
  errno?: string;
}

/** What real engines printed and how they ended. The verdicts were computed, then read through by hand. */
const captured = JSON.parse(
  readFileSync(new URL('../../../fixtures/probes/captured.json', import.meta.url), 'utf8'),
) as Captured[];

const MAIN: Phase = { name: 'main', startMs: 0, bound: 'its end' };
const EXITED: Outcome = { kind: 'exited', code: 0, reason: 'Exited with code 0.' };
const NONE = 'CapEff=0000000000000000 Seccomp=2 NoNewPrivs=1';
const ALL = 'CapEff=000001ffffffffff Seccomp=0 NoNewPrivs=0';

function inContainer(attempt: string, standing: string, word: string, outcome = EXITED) {
  const stdout = `standing ${standing}\ntrying ${attempt}\n${word}\n`;
  return meaningOf(attempt, 'container', { stdout, outcome, enforcedBy: {}, phases: [MAIN] });
}

function inModule(
  attempt: string,
  outcome: Outcome,
  phases = [MAIN],
  stdout = `trying ${attempt}\n`,
) {
  return meaningOf(attempt, 'wasm', { stdout, outcome, enforcedBy: {}, phases });
}

describe('what real engines said', () => {
  it('was captured of every attempt', () => {
    const attempts = new Set(captured.map(({ attempt }) => attempt));
    expect([...attempts].sort()).toEqual(ATTEMPTS.map(({ id }) => id).sort());
  });

  it.each(captured.map((one) => [one.attempt, one.runtime, one.set, one] as const))(
    'of %s in %s (%s) is understood',
    (attempt, _runtime, _set, { kind, wasLaunched, verdict, by, errno, ...run }) => {
      const meaning = meaningOf(attempt, kind, { ...run, phases: wasLaunched ? [MAIN] : [] });
      expect(meaning).toMatchObject({ verdict, by });
      expect(meaning.errno).toBe(errno);
      expect(meaning.says).toMatch(/^[A-Z].*: .*\.$/);
    },
  );
});

describe('who refused a container', () => {
  it.each([
    [
      'a filter, where the call did not reach the kernel',
      NONE,
      'stopped-before-kernel',
      ['seccomp'],
    ],
    ['a capability, where it did', NONE, 'reaches-kernel', ['capability']],
    ['a namespace, where the capability is held in one', ALL, 'reaches-kernel', ['namespace']],
    ['either, where it cannot be told', NONE, '', ['seccomp', 'capability']],
    ['a filter, where the capability is held', ALL.replace('p=0', 'p=2'), '', ['seccomp']],
  ])('of a mount is %s', (_, standing, more, by) => {
    const word = `refused mount EPERM mount ${more}`.trim();
    expect(inContainer('mount', standing, word)).toMatchObject({ verdict: 'refused', by });
  });

  it('is a mask, where a file of the kernel is empty', () => {
    const word = 'refused read-kcore - read it is empty';
    expect(inContainer('read-kcore', NONE, word).by).toEqual(['masked-path']);
  });

  it('is the permissions of a file, or nobody, where no capability opens the door', () => {
    expect(inContainer('write-sys', NONE, 'refused write-sys EACCES open').by).toEqual([
      'file-permission',
    ]);
    expect(inContainer('random', ALL, 'refused random EPERM getentropy').by).toEqual([]);
  });

  it('is the filter that ended it', () => {
    const outcome: Outcome = { kind: 'stopped', signal: 'SIGSYS', reason: 'By the signal SIGSYS.' };
    expect(inContainer('mount', NONE, '', outcome).by).toEqual(['seccomp']);
  });
});

describe('what came of an attempt', () => {
  it('is not success where it read something else than the canary', () => {
    const word = 'allowed read-outside read localhost';
    expect(inContainer('read-outside', NONE, word)).toMatchObject({
      verdict: 'refused',
      by: ['namespace'],
    });
  });

  it('is not known where it was stopped, or ended without a word', () => {
    const stopped: Outcome = { kind: 'stopped', signal: 'SIGKILL', reason: 'Stopped on request.' };
    expect(inContainer('mount', NONE, '', stopped).verdict).toBe('not-tried');
    expect(inContainer('mount', NONE, '').verdict).toBe('not-tried');
  });

  it('is not known where its time was over before it could try', () => {
    const outcome: Outcome = { kind: 'timed-out', reason: 'Too late.' };
    expect(inModule('spin-over', outcome, [MAIN], '').verdict).toBe('not-tried');
    expect(inModule('spin-over', outcome)).toMatchObject({ verdict: 'refused', by: ['lab'] });
  });

  it('names the lab where a runtime that holds the time was late, and the runtime where it was not', () => {
    const late: Outcome = { kind: 'timed-out', signal: 'SIGKILL', reason: 'The lab ended it.' };
    const held: Outcome = { kind: 'timed-out', reason: 'It ended it.' };
    const by = (outcome: Outcome) =>
      meaningOf('spin-over', 'wasm', {
        stdout: 'trying spin-over',
        outcome,
        enforcedBy: { time: 'engine-flag' },
        phases: [MAIN],
      }).by;
    expect(by(late)).toEqual(['lab']);
    expect(by(held)).toEqual(['runtime']);
  });

  it('is no answer to another attempt', () => {
    expect(inContainer('mount', NONE, 'allowed fork made a process').verdict).toBe('not-tried');
  });

  it('keeps what was printed, up to a length', () => {
    const { raw } = inContainer('mount', NONE, `allowed mount ${'x'.repeat(2000)}`);
    expect(raw).toContain('allowed mount xxx');
    expect(raw.length).toBeLessThan(700);
  });
});

describe('an import that WASI does not have', () => {
  const missing: Outcome = {
    kind: 'failed-to-start',
    errorCode: 'missing-import',
    reason: 'It imports proc_fork.',
  };

  it('is refused by the lab before anything runs, or by the linker of the engine', () => {
    expect(inModule('undefined-import', missing, []).by).toEqual(['lab']);
    expect(inModule('undefined-import', missing).by).toEqual(['linker']);
  });

  it('is refused by an engine that links it and ends the guest at the call', () => {
    const trapped: Outcome = { kind: 'trapped', reason: 'Trapped: unlinked function.' };
    expect(inModule('undefined-import', trapped).by).toEqual(['linker']);
  });

  it('is allowed where the module runs', () => {
    expect(inModule('undefined-import', EXITED).verdict).toBe('allowed');
  });
});
