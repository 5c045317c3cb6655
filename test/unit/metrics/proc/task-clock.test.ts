import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TaskClock } from '../../../../src-main/metrics/proc/task-clock.js';
import { makeTree, put } from '../kernel-files.js';

const MS = 1_000_000;

describe('the CPU time of a process with threads', () => {
  it('is the sum over its threads', () => {
    const root = makeTree({ '1/schedstat': `${2 * MS} 0 1\n`, '2/schedstat': `${3 * MS} 0 1\n` });
    const clock = new TaskClock(root);
    expect(clock.read(2)).toBe(5);
    clock.close();
  });

  it('sees a thread that was added, when the count of threads says so', () => {
    const root = makeTree({ '1/schedstat': `${2 * MS} 0 1\n` });
    const clock = new TaskClock(root);
    expect(clock.read(1)).toBe(2);
    put(root, '2/schedstat', `${4 * MS} 0 1\n`);
    expect(clock.read(2)).toBe(6);
    clock.close();
  });

  it('keeps the time of a thread that ended', () => {
    const root = makeTree({ '1/schedstat': `${2 * MS} 0 1\n`, '2/schedstat': `${3 * MS} 0 1\n` });
    const clock = new TaskClock(root);
    clock.read(2);
    // An open file of a thread that ended gives nothing any more, as an emptied file does here.
    put(root, '2/schedstat', '');
    rmSync(`${root}/2`, { recursive: true });
    expect(clock.read(1)).toBe(5);
    clock.close();
  });

  it('is unknown where the kernel has no schedstat', () => {
    expect(new TaskClock('/nowhere').read(1)).toBeUndefined();
  });
});
