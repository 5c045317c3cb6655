import { describe, expect, it } from 'vitest';
import { Inspections } from '../../../../../src-main/runtimes/docker/instances/inspections.js';

/** Questions that are answered when the test says so. */
function controlled(mostAtOnce: number) {
  const asked: string[] = [];
  const counted: string[] = [];
  const answers: (() => void)[] = [];
  const inspections = new Inspections(mostAtOnce, async (id, isWanted) => {
    asked.push(id);
    await new Promise<void>((resolve) => answers.push(resolve));
    if (isWanted()) counted.push(id);
  });
  return { inspections, asked, counted, answer: () => answers.shift()?.() };
}

describe('inspections', () => {
  it('ask once for whatever was asked for meanwhile', async () => {
    const { inspections, asked, answer } = controlled(1);
    const first = inspections.ask('a');
    const second = inspections.ask('a');
    const third = inspections.ask('a');
    answer();
    await first;
    expect(asked).toEqual(['a', 'a']);
    answer();
    await Promise.all([second, third]);
    expect(asked).toEqual(['a', 'a']);
  });

  it('are no more than so many at once', async () => {
    const { inspections, asked, answer } = controlled(2);
    const all = ['a', 'b', 'c'].map((id) => inspections.ask(id));
    expect(asked).toEqual(['a', 'b']);
    answer();
    await all[0];
    expect(asked).toEqual(['a', 'b', 'c']);
    answer();
    answer();
    await Promise.all(all);
  });

  it('do not count once the container is gone', async () => {
    const { inspections, asked, counted, answer } = controlled(1);
    const running = inspections.ask('a');
    const waiting = inspections.ask('b');
    inspections.drop('a');
    inspections.drop('b');
    await waiting;
    answer();
    await running;
    expect(asked).toEqual(['a']);
    expect(counted).toEqual([]);
  });
});
