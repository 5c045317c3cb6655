import { describe, expect, it, vi } from 'vitest';
import type { Crowd } from '../../../../src-main/experiments/density/crowd.js';
import { gridOf } from '../../../../src-main/experiments/density/grid.js';
import { climb } from '../../../../src-main/experiments/density/ladder.js';
import { SafetyLine } from '../../../../src-main/experiments/density/safety-line.js';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** Instances that are nothing but a count: each takes so much of the machine's memory. */
class PretendedCrowd implements Crowd {
  live = 0;
  added = 0;
  ends = 0;
  lost: string | undefined;

  constructor(private readonly before: (count: number) => void = () => undefined) {}

  async add(): Promise<number> {
    await Promise.resolve();
    this.before(this.added + 1);
    this.added += 1;
    this.live += 1;
    return 10 * this.added;
  }

  members() {
    return [];
  }

  loss() {
    return this.lost;
  }

  end(): Promise<void> {
    this.ends += 1;
    this.live = 0;
    return Promise.resolve();
  }
}

function rules(more: Partial<Parameters<typeof climb>[1]> = {}): Parameters<typeof climb>[1] {
  return {
    instances: 5,
    holdBytes: MIB,
    grid: gridOf(5),
    line: new SafetyLine(GIB, () => 8 * GIB),
    signal: new AbortController().signal,
    ...more,
  };
}

describe('a ladder', () => {
  it('has a step and a start for each instance, and ends all of them', async () => {
    const crowd = new PretendedCrowd();
    const ladder = await climb(crowd, rules());
    expect(ladder.end).toEqual({ kind: 'all' });
    expect(ladder.steps.map(({ count }) => count)).toEqual([1, 2, 3, 4, 5]);
    expect(ladder.startsMs).toEqual([10, 20, 30, 40, 50]);
    expect([crowd.live, crowd.ends]).toEqual([0, 1]);
  });

  it('that breaks at a start keeps its steps so far, says why, and ends those that held', async () => {
    const crowd = new PretendedCrowd((count) => {
      if (count === 4) throw new Error('The kernel refused a process.');
    });
    const ladder = await climb(crowd, rules());
    expect(ladder.end).toEqual({ kind: 'broke', why: 'The kernel refused a process.' });
    expect(ladder.steps.map(({ count }) => count)).toEqual([1, 2, 3]);
    expect(crowd.live).toBe(0);
  });

  it('of which not even the first holds throws why', async () => {
    const crowd = new PretendedCrowd(() => {
      throw new Error('There is no image.');
    });
    await expect(climb(crowd, rules())).rejects.toThrow('There is no image.');
    expect(crowd.ends).toBe(1);
  });

  it('reads a last step where it broke, though it is not in the grid', async () => {
    const crowd = new PretendedCrowd((count) => {
      if (count === 4) throw new Error('no more');
    });
    const ladder = await climb(crowd, rules({ grid: new Set([1, 5]) }));
    expect(ladder.steps.map(({ count }) => count)).toEqual([1, 3]);
  });

  it('of which one ends by itself ends too, and does not count what it read of it', async () => {
    const crowd: PretendedCrowd = new PretendedCrowd((count) => {
      if (count === 3) crowd.lost = 'The engine is gone.';
    });
    const ladder = await climb(crowd, rules());
    expect(ladder.end.kind).toBe('broke');
    expect(ladder.end.why).toContain('The engine is gone.');
    expect(ladder.steps.map(({ count }) => count)).toEqual([1, 2]);
  });

  it('that is stopped starts no more, ends those that held, and keeps its steps', async () => {
    const stop = new AbortController();
    const crowd = new PretendedCrowd((count) => {
      if (count === 3) stop.abort();
    });
    const ladder = await climb(crowd, rules({ signal: stop.signal }));
    expect(ladder.startsMs).toHaveLength(3);
    expect(ladder.steps.map(({ count }) => count)).toEqual([1, 2]);
    expect(ladder.end.kind).toBe('stopped');
    expect(crowd.live).toBe(0);
  });
});

describe('the safety line', () => {
  it('is looked at before each start: none that would cross it is begun', async () => {
    const crowd = new PretendedCrowd();
    const line = new SafetyLine(GIB, () => GIB + 3 * MIB - crowd.live * MIB);
    const ladder = await climb(crowd, rules({ line }));
    expect(crowd.added).toBe(3);
    expect(ladder.end.kind).toBe('safety-line');
    expect(ladder.end.why).toContain('one more would have left less than 1.0 GiB');
    expect(ladder.steps).toHaveLength(3);
  });

  it('expects one more to take as much as each has taken so far', async () => {
    const crowd = new PretendedCrowd();
    const line = new SafetyLine(GIB, () => 2 * GIB - crowd.live * 300 * MIB);
    await climb(crowd, rules({ line }));
    expect(crowd.added).toBe(3);
  });

  it('refuses where free memory cannot be read', async () => {
    const line = new SafetyLine(GIB, () => undefined);
    await expect(climb(new PretendedCrowd(), rules({ line }))).rejects.toThrow(
      'no safety line can be held',
    );
  });

  it('calls once when it is crossed while they run, and no more when nobody watches', () => {
    vi.useFakeTimers();
    let free = 2 * GIB;
    const line = new SafetyLine(GIB, () => free);
    const crossed = vi.fn();
    const unwatch = line.watch(crossed);
    vi.advanceTimersByTime(1000);
    expect(crossed).not.toHaveBeenCalled();
    free = GIB / 2;
    vi.advanceTimersByTime(1000);
    expect(crossed).toHaveBeenCalledExactlyOnceWith('Only 512 MiB were still free.');
    unwatch();
    vi.useRealTimers();
  });

  it('crossed during a start stops that start, and ends all', async () => {
    let free = 8 * GIB;
    const crowd = new PretendedCrowd();
    const add = crowd.add.bind(crowd);
    crowd.add = (signal?: AbortSignal) => {
      if (crowd.added < 2) return add();
      free = 0;
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('stopped')));
      });
    };
    const ladder = await climb(crowd, rules({ line: new SafetyLine(GIB, () => free) }));
    expect(ladder.end).toMatchObject({ kind: 'safety-line', why: 'Only 0 B were still free.' });
    expect(ladder.startsMs).toHaveLength(2);
    expect(crowd.live).toBe(0);
  });
});

describe('the grid', () => {
  it('is every count of few', () => {
    expect([...gridOf(4)]).toEqual([1, 2, 3, 4]);
  });

  it('is twice a doubling of many, and the last', () => {
    expect([...gridOf(200)].filter((count) => count > 32)).toEqual([48, 64, 96, 128, 192, 200]);
  });
});
