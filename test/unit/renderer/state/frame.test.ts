import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameCommit } from '../../../../src-renderer/state/frame.js';

const FRAME_MS = 16;

describe('what is committed to the page', () => {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: [
        'setTimeout',
        'clearTimeout',
        'performance',
        'requestAnimationFrame',
        'cancelAnimationFrame',
      ],
    });
  });
  afterEach(() => void vi.useRealTimers());

  it('comes with the next frame, once, however often it was asked for', () => {
    const commit = vi.fn();
    const frame = new FrameCommit(commit);
    frame.request();
    frame.request();
    expect(commit).not.toHaveBeenCalled();
    vi.advanceTimersByTime(FRAME_MS);
    expect(commit).toHaveBeenCalledTimes(1);
  });

  it('comes at once after a rest, and then no sooner than its pace', () => {
    const commit = vi.fn();
    const frame = new FrameCommit(commit, 200);
    frame.request();
    vi.advanceTimersByTime(FRAME_MS);
    expect(commit).toHaveBeenCalledTimes(1);
    frame.request();
    vi.advanceTimersByTime(180);
    expect(commit).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(20 + FRAME_MS);
    expect(commit).toHaveBeenCalledTimes(2);
  });

  it('does not come once it is called off, whether it waits for its pace or for a frame', () => {
    const commit = vi.fn();
    const frame = new FrameCommit(commit, 200);
    frame.request();
    frame.cancel();
    vi.advanceTimersByTime(1000);
    expect(commit).not.toHaveBeenCalled();
    frame.request();
    vi.advanceTimersByTime(FRAME_MS);
    frame.request();
    vi.advanceTimersByTime(50);
    frame.cancel();
    vi.advanceTimersByTime(1000);
    expect(commit).toHaveBeenCalledTimes(1);
  });
});
