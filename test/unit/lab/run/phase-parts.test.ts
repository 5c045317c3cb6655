import { describe, expect, it } from 'vitest';
import { PhaseRecorder } from '../../../../src-main/lab/run/phases.js';
import type { StartMarks } from '../../../../src-main/runtimes/runtime.js';

/** A start from 40 to 140 ms after its request, which was at 1000. */
function started(marks: StartMarks['marks'], unseen?: string) {
  const recorder = new PhaseRecorder();
  recorder.begin(1000);
  recorder.enter('create', 'a', 1000);
  recorder.enter('start', 'b', 1040);
  recorder.enter('main', 'c', 1140);
  recorder.mark('start', { marks, ...(unseen === undefined ? {} : { unseen }) });
  recorder.end(1150);
  return recorder.snapshot();
}

describe('the parts of a start', () => {
  it('are from mark to mark, and together as long as it', () => {
    const [, start] = started([
      ...[{ mark: 'cgroup', atMs: 1080 } as const, { mark: 'bundle', atMs: 1050 } as const],
      ...[{ mark: 'program', atMs: 1130 } as const],
    ]);
    expect(start?.parts).toEqual([
      { from: 'asked', to: 'bundle', startMs: 40, durationMs: 10 },
      { from: 'bundle', to: 'cgroup', startMs: 50, durationMs: 30 },
      { from: 'cgroup', to: 'program', startMs: 80, durationMs: 50 },
      { from: 'program', to: 'seen', startMs: 130, durationMs: 10 },
    ]);
    const sum = start?.parts?.reduce((all, { durationMs }) => all + durationMs, 0);
    expect(sum).toBeCloseTo(start?.durationMs ?? Number.NaN, 9);
  });

  it('are absent where nothing was seen, with the reason', () => {
    const [create, start, main] = started([], 'Only root may read it.');
    expect(start).not.toHaveProperty('parts');
    expect(start?.unseen).toBe('Only root may read it.');
    for (const other of [create, main]) expect(other).not.toHaveProperty('unseen');
  });

  it('leave out what is not of this start, and begin no earlier than it', () => {
    const [, start] = started([
      { mark: 'bundle', atMs: 1037 },
      { mark: 'runtime', atMs: 900 },
      { mark: 'created', atMs: 1160 },
    ]);
    expect(start?.parts).toEqual([
      { from: 'asked', to: 'bundle', startMs: 40, durationMs: 0 },
      { from: 'bundle', to: 'seen', startMs: 40, durationMs: 100 },
    ]);
  });
});
