import { describe, expect, it } from 'vitest';
import { PhaseRecorder } from '../../../../src-main/lab/run/phases.js';

describe('phases', () => {
  it('are contiguous from the request to the end', () => {
    const recorder = new PhaseRecorder();
    recorder.begin(1000);
    recorder.enter('create', 'a', 1001.5);
    recorder.enter('start', 'b', 1040);
    recorder.enter('main', 'c', 1100);
    expect(recorder.end(1500)).toBe(500);
    const phases = recorder.snapshot();
    expect(phases[0]?.startMs).toBe(0);
    for (const [at, phase] of phases.entries()) {
      const next = phases[at + 1];
      expect(phase.startMs + (phase.durationMs ?? Number.NaN)).toBe(next?.startMs ?? 500);
    }
  });

  it('count from where the start itself began, when that is heard of after the word', () => {
    const recorder = new PhaseRecorder();
    recorder.begin(1000);
    recorder.enter('spawn', 'a', 1000);
    recorder.begin(1000.25);
    recorder.enter('load', 'b', 1001);
    expect(recorder.end(1010)).toBe(9.75);
    expect(recorder.snapshot()).toEqual([
      { name: 'spawn', startMs: 0, durationMs: 0.75, bound: 'a' },
      { name: 'load', startMs: 0.75, durationMs: 9, bound: 'b' },
    ]);
  });

  it('leave the duration of the phase under way absent', () => {
    const recorder = new PhaseRecorder();
    recorder.begin(0);
    recorder.enter('spawn', 'a', 0);
    expect(recorder.snapshot()[0]).not.toHaveProperty('durationMs');
  });

  it('never run backwards when a report of an earlier time comes late', () => {
    const recorder = new PhaseRecorder();
    recorder.begin(0);
    recorder.enter('create', 'a', 0);
    recorder.enter('start', 'b', 50);
    recorder.enter('main', 'c', 40);
    recorder.end(45);
    expect(recorder.snapshot().every((phase) => (phase.durationMs ?? -1) >= 0)).toBe(true);
  });

  it('do not make a run longer when its first output is only heard of after its end', () => {
    const recorder = new PhaseRecorder();
    recorder.begin(1000);
    recorder.enter('spawn', 'a', 1000);
    recorder.enter('load', 'b', 1001);
    recorder.enter('main', 'c', 1012);
    expect(recorder.end(1010)).toBe(10);
    expect(recorder.snapshot()).toEqual([
      { name: 'spawn', startMs: 0, durationMs: 1, bound: 'a' },
      { name: 'load', startMs: 1, durationMs: 9, bound: 'b' },
      { name: 'main', startMs: 10, durationMs: 0, bound: 'c' },
    ]);
  });
});
