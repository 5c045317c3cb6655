import { describe, expect, it } from 'vitest';
import { pathParts, commandIn } from '../../../../../src-renderer/text/middle.js';
import {
  failureWords,
  spokenResult,
  startTime,
  tryLines,
} from '../../../../../src-renderer/views/runtimes/try-words.js';
import { fakeTryOut } from '../../../../support/fake-try-outs.js';

const v8 = fakeTryOut('v8');
const [firstPhase] = v8.phases;

describe('a first start', () => {
  it('is measured to main() where that is known', () => {
    expect(startTime(v8)).toEqual({ ms: 39, to: 'main' });
  });

  it('is measured to what was seen where main() is not known, and says to what', () => {
    const phases = firstPhase === undefined ? [] : [firstPhase];
    expect(startTime({ ...v8, phases, firstOutputMs: 40 })).toEqual({ ms: 40, to: 'output' });
    const silent = { ...v8, phases, durationMs: 44 };
    delete silent.firstOutputMs;
    expect(startTime(silent)).toEqual({ ms: 44, to: 'end' });
  });

  it('has no time when hello did not end as it should', () => {
    const outcome = { kind: 'exited', code: 2, reason: 'The guest exited with 2.' } as const;
    expect(startTime({ ...v8, outcome })).toBeUndefined();
    expect(failureWords({ is: 'done', result: { ...v8, outcome } })).toBe('exit 2');
  });

  it('is told in full, phase by phase', () => {
    expect(tryLines({ is: 'done', result: v8 })).toEqual([
      '39 ms to main(), from the request.',
      'spawn 38 ms: the process reads the module',
      'load 0.2 ms: the module is read',
      'compile 0.5 ms: the module is compiled',
      'instantiate 0.3 ms: its imports are linked',
      'main 1.1 ms: the guest has ended',
      'First output at 40 ms.',
      'Ended after 40.9 ms.',
    ]);
  });

  it('that failed says why and what to do', () => {
    const state = { is: 'done', result: fakeTryOut('wabt') } as const;
    expect(tryLines(state).join(' ')).toContain('unknown flag');
    expect(tryLines(state).join(' ')).toContain('Check that this build has WASI.');
    expect(spokenResult('wabt', state)).toBe('wabt: did not start.');
  });
});

describe('a path in a narrow column', () => {
  it('keeps its end, the name of the program', () => {
    expect(pathParts('/home/ada/go/bin/wazero')).toEqual({
      head: '/home/ada/go/bin',
      end: '/wazero',
    });
    expect(pathParts('wazero')).toEqual({ head: '', end: 'wazero' });
    expect(pathParts(`/x/${'y'.repeat(60)}`).end).toBe('y'.repeat(28));
  });

  it('is apart from the command in a sentence, which can be copied', () => {
    expect(commandIn('On Debian 13: `sudo apt-get install wasmedge`.')).toBe(
      'sudo apt-get install wasmedge',
    );
    expect(commandIn('It is retired.')).toBeUndefined();
  });
});
